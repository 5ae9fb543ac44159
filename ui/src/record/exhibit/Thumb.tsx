import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { type ExhibitView, type PictureView, useSettings } from "../../host";
import { Icon, useCommand } from "../../kit";
import { bytes } from "../../lib/numbers";
import { w } from "../words";
import { useExhibits, useIsWithheld } from "./ExhibitProvider";
import { usePictureUrl } from "./pictures";
import styles from "./Thumb.module.css";

/**
 * One exhibit as a small tile: its warnings in words first, its picture only blurred and grey. It is
 * never cleared here; pressing opens the viewer, where clearing takes a press of its own. A second,
 * smaller button stops it without opening it.
 */
export function Thumb(props: {
  exhibit: ExhibitView;
  /** How many exhibits hold the same bytes. */
  alike?: number;
  /** Its picture is on screen already, in the tile of an exhibit with the same bytes: words only. */
  isRepeated?: boolean;
  onOpen: () => void;
}): ReactNode {
  const { exhibit, alike = 1, isRepeated = false } = props;
  const { stop } = useExhibits();
  const url = usePictureUrl(useThumbnail(exhibit, !isRepeated));
  const [hasFocus, setFocus] = useState(false);
  const words = wordsOf(exhibit, isRepeated);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only tells which tile the stop key is about.
    <div className={styles.tile} onFocus={() => setFocus(true)} onBlur={() => setFocus(false)}>
      <button
        type="button"
        className={styles.thumb}
        data-stopped={exhibit.is_stopped || undefined}
        data-warned={exhibit.warnings.length > 0 || undefined}
        onClick={props.onOpen}
        aria-label={w.thumbLabel(exhibit.number, [...words, alike > 1 ? w.alike(alike) : ""])}
      >
        {url !== null && (
          <img className={styles.picture} src={url} alt="" data-blurred="true" draggable={false} />
        )}
        <span className={styles.words}>
          {exhibit.is_stopped && <Icon name="stop" size={14} />}
          {words.map((word) => (
            <span key={word} className={styles.word}>
              {word}
            </span>
          ))}
          {alike > 1 && <span className={styles.word}>{w.alike(alike)}</span>}
        </span>
        <span className={styles.number}>{exhibit.number}</span>
      </button>
      {!exhibit.is_stopped && (
        <button
          type="button"
          className={styles.stop}
          title={w.stopButton}
          aria-label={w.stopLabel(exhibit.number)}
          onClick={() => stop(exhibit)}
        >
          <Icon name="stop" size={13} />
        </button>
      )}
      {hasFocus && !exhibit.is_stopped && <StopKey onStop={() => stop(exhibit)} />}
    </div>
  );
}

/** Answers the key that stops, for the tile that has the focus. */
function StopKey(props: { onStop: () => void }): ReactNode {
  useCommand("exhibit.stop", props.onStop);
  return null;
}

/** The thumbnail, if there is one and the officer works with pictures. */
export function useThumbnail(exhibit: ExhibitView, isWanted = true): PictureView | null {
  const { shelf } = useExhibits();
  const version = useSyncExternalStore(shelf.subscribe, shelf.version);
  const { text_is_enough: isTextEnough } = useSettings();
  const [picture, setPicture] = useState<PictureView | null>(null);
  const isWithheld = useIsWithheld(exhibit);
  const hasPicture = exhibit.has_thumbnail && !exhibit.is_stopped;
  const mayShow = hasPicture && isWanted && !isTextEnough && !isWithheld;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version means the pictures were taken away.
  useEffect(() => {
    setPicture(null);
    if (!mayShow) {
      return;
    }
    let isHere = true;
    void shelf.take(exhibit.id).then((taken) => {
      if (isHere) {
        setPicture(taken);
      }
    });
    return () => {
      isHere = false;
    };
  }, [shelf, exhibit.id, mayShow, version]);
  return mayShow ? picture : null;
}

function wordsOf(exhibit: ExhibitView, isRepeated: boolean): string[] {
  if (exhibit.is_stopped) {
    return [w.stopped];
  }
  if (exhibit.warnings.length > 0) {
    return exhibit.warnings.map((tag) => w.warning[tag]);
  }
  return exhibit.has_thumbnail && !isRepeated
    ? [w.blurred]
    : [w.kindOf(exhibit.media_type), bytes(exhibit.size)];
}

/** Exhibits with the same bytes as one group, the newest of each first. */
export function alikeGroups(exhibits: readonly ExhibitView[]): ExhibitView[][] {
  const groups = new Map<string, ExhibitView[]>();
  for (const exhibit of exhibits) {
    const key = exhibit.sha256 ?? exhibit.id;
    groups.set(key, [...(groups.get(key) ?? []), exhibit]);
  }
  return [...groups.values()];
}

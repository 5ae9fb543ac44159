import type { ReactNode } from "react";
import type { ExhibitView } from "../../host";
import { Bdi, Pill, Time, WorldTimeText } from "../../kit";
import { bytes } from "../../lib/numbers";
import { defang } from "../defang";
import { w } from "../words";
import styles from "./ExhibitLine.module.css";
import { Thumb } from "./Thumb";

/**
 * One exhibit as a line: its tile, and what is recorded about it in two lines of words. Alike pictures
 * are shown once: one that repeats another is a tile of words.
 */
export function ExhibitLine(props: {
  exhibit: ExhibitView;
  /** Its picture stands in another line; without it, as its record says. */
  isRepeated?: boolean;
  onOpen: () => void;
}): ReactNode {
  const { exhibit, isRepeated = exhibit.duplicate_of !== null } = props;
  return (
    <div className={styles.line}>
      <div className={styles.tile}>
        <Thumb exhibit={exhibit} isRepeated={isRepeated} onOpen={props.onOpen} />
      </div>
      <div className={styles.words}>
        <p>
          <b>{exhibit.number}</b> <Bdi>{exhibit.file_name}</Bdi>{" "}
          <span className={styles.quiet}>
            {exhibit.media_type}, {bytes(exhibit.size)}
          </span>{" "}
          {exhibit.duplicate_of !== null && <Pill>{w.sameBytesAs(exhibit.duplicate_of)}</Pill>}
        </p>
        <p className={styles.quiet}>
          {exhibit.captured === null ? (
            w.capturedUnknown
          ) : (
            <>
              {w.capturedLead} <WorldTimeText time={exhibit.captured} />
            </>
          )}{" "}
          · {w.method(exhibit.method)} · {w.attachedLead} {exhibit.officer},{" "}
          <Time at={exhibit.attached_at} />
        </p>
        {exhibit.source_url !== null && (
          <p className={styles.quiet}>
            <Bdi mono lines={1}>
              {defang(exhibit.source_url)}
            </Bdi>
          </p>
        )}
      </div>
    </div>
  );
}

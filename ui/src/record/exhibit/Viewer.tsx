import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import {
  type ExhibitView,
  type StopReceiptView,
  useHost,
  useSettings,
  type ViewerView,
} from "../../host";
import { Bdi, Button, Dialog, ErrorState, IconButton, Loading, useCommand } from "../../kit";
import { CARE_KEY } from "../care/useCare";
import { w as care } from "../care/words";
import { w } from "../words";
import { ExhibitFacts } from "./ExhibitFacts";
import { useExhibits } from "./ExhibitProvider";
import { PictureStage } from "./PictureStage";
import { usePictureUrl } from "./pictures";
import { StopReceipt } from "./StopReceipt";
import { TextStage } from "./TextStage";
import { useThumbnail } from "./Thumb";
import styles from "./Viewer.module.css";

/** What the viewer shows of an exhibit: nothing yet, its content, or why not. */
type Shown =
  | { state: "covered" }
  | { state: "opening" }
  | { state: "open"; view: ViewerView }
  | { state: "failed"; error: unknown };

type ViewerProps = {
  exhibits: readonly ExhibitView[];
  id: string;
  /** The receipt of a stop of this exhibit, just given. */
  receipt: StopReceiptView | null;
  onStep: (id: string) => void;
  /** Opening an exhibit told how it now is. */
  onFresh: (exhibit: ExhibitView) => void;
  onChanged: (exhibit: ExhibitView) => void;
  onOpenAccount?: ((account: string) => void) | undefined;
  onClose: () => void;
};

/**
 * One exhibit, near the size of the screen. It comes covered: warnings in words, the picture blurred
 * and not even in the page. It is opened by a deliberate press, each exhibit by its own.
 */
export function Viewer(props: ViewerProps): ReactNode {
  const { exhibits, id, receipt, onStep } = props;
  const [shown, show] = useShown(id, props.onFresh);
  const root = useRef<HTMLDivElement>(null);
  const at = exhibits.findIndex((one) => one.id === id);
  const exhibit = exhibits[at];
  const onStop = useStop(exhibit, show.cover);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each exhibit takes the focus anew.
  useEffect(() => root.current?.querySelector<HTMLElement>("[data-stage]")?.focus(), [id]);
  if (exhibit === undefined) {
    return null;
  }
  const step = (by: 1 | -1) => {
    const next = exhibits[at + by];
    if (next !== undefined) {
      onStep(next.id);
    }
  };
  const press = (event: KeyboardEvent) => {
    const by = event.key === "PageDown" ? 1 : event.key === "PageUp" ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      step(by);
    }
  };
  return (
    <Dialog
      title={
        <>
          {w.exhibit} {exhibit.number} · <Bdi>{exhibit.file_name}</Bdi>
        </>
      }
      isOpen
      onClose={props.onClose}
      size="full"
      footer={<Footer at={at} of={exhibits.length} onStep={step} onStop={onStop} />}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Page Up and Page Down step wherever the focus is. */}
      <div ref={root} className={styles.viewer} onKeyDown={press}>
        <div className={styles.stage}>
          {receipt !== null && exhibit.is_stopped ? (
            <StopReceipt receipt={receipt} />
          ) : (
            <Stage
              key={id}
              exhibit={exhibit}
              shown={shown}
              onShow={() => void show.open()}
              onCover={show.cover}
            />
          )}
        </div>
        <ExhibitFacts
          exhibit={exhibit}
          onChanged={props.onChanged}
          onOpenAccount={
            props.onOpenAccount &&
            (() => {
              props.onClose();
              props.onOpenAccount?.(exhibit.account);
            })
          }
        />
      </div>
    </Dialog>
  );
}

/** Stops what is open: the picture goes at the press, then the reason is asked for. */
function useStop(exhibit: ExhibitView | undefined, cover: () => void): (() => void) | null {
  const { stop, stopping } = useExhibits();
  const press = () => {
    if (exhibit !== undefined) {
      cover();
      stop(exhibit);
    }
  };
  const canStop = exhibit !== undefined && !exhibit.is_stopped;
  useCommand("exhibit.stop", press, canStop && stopping === null);
  return canStop ? press : null;
}

function Footer(props: {
  at: number;
  of: number;
  onStep: (by: 1 | -1) => void;
  onStop: (() => void) | null;
}): ReactNode {
  const { at, of, onStep, onStop } = props;
  return (
    <>
      <span className={styles.steps}>
        <IconButton
          icon="back"
          label={w.previousExhibit}
          isDisabled={at <= 0}
          keys="Page Up"
          onPress={() => onStep(-1)}
        />
        <span>{w.ofExhibits(at + 1, of)}</span>
        <IconButton
          icon="forward"
          label={w.nextExhibit}
          isDisabled={at >= of - 1}
          keys="Page Down"
          onPress={() => onStep(1)}
        />
      </span>
      {onStop !== null && (
        <Button variant="danger" icon="stop" command="exhibit.stop" onPress={onStop}>
          {w.stopButton}
        </Button>
      )}
    </>
  );
}

function useShown(
  id: string,
  onFresh: (exhibit: ExhibitView) => void,
): [Shown, { open: () => Promise<void>; cover: () => void }] {
  const host = useHost();
  const client = useQueryClient();
  const [shown, setShown] = useState<{ id: string; shown: Shown }>({ id, shown: COVERED });
  const wanted = useRef<string | null>(null);
  const open = async () => {
    wanted.current = id;
    setShown({ id, shown: { state: "opening" } });
    let next: Shown;
    try {
      next = { state: "open", view: await host.commands.openExhibit(id) };
    } catch (error) {
      next = { state: "failed", error };
    }
    void client.invalidateQueries({ queryKey: CARE_KEY });
    if (wanted.current === id) {
      if (next.state === "open") {
        onFresh(next.view.exhibit);
      }
      setShown({ id, shown: next });
    }
  };
  const cover = () => {
    wanted.current = null;
    setShown({ id, shown: COVERED });
  };
  useEffect(
    () => () => {
      wanted.current = null;
    },
    [],
  );
  return [shown.id === id ? shown.shown : COVERED, { open, cover }];
}

const COVERED: Shown = { state: "covered" };

function Stage(props: {
  exhibit: ExhibitView;
  shown: Shown;
  onShow: () => void;
  onCover: () => void;
}): ReactNode {
  const { exhibit, shown } = props;
  if (exhibit.is_stopped) {
    return <p className={styles.cannot}>{w.stoppedWords}</p>;
  }
  switch (shown.state) {
    case "covered":
      return <Cover exhibit={exhibit} onShow={props.onShow} />;
    case "opening":
      return <Loading label={w.opening} />;
    case "failed":
      return <ErrorState error={shown.error} onRetry={props.onShow} />;
    case "open":
      if (shown.view.picture !== null) {
        return (
          <PictureStage
            picture={shown.view.picture}
            number={exhibit.number}
            onCover={props.onCover}
          />
        );
      }
      if (shown.view.text !== null) {
        return (
          <TextStage
            text={shown.view.text}
            isCut={shown.view.text_is_cut}
            onCover={props.onCover}
          />
        );
      }
      return <p className={styles.cannot}>{shown.view.cannot_show ?? w.cannotShow}</p>;
  }
}

function Cover(props: { exhibit: ExhibitView; onShow: () => void }): ReactNode {
  const { exhibit } = props;
  const url = usePictureUrl(useThumbnail(exhibit));
  const { text_is_enough: isTextEnough } = useSettings();
  return (
    <div className={styles.cover} data-covered="true">
      {url !== null && (
        <img className={styles.blur} src={url} alt="" data-blurred="true" draggable={false} />
      )}
      <div className={styles.coverWords}>
        {exhibit.warnings.length > 0 && (
          <p className={styles.warned}>
            <b>{w.warningLead}</b> {exhibit.warnings.map((tag) => w.warning[tag]).join(", ")}
          </p>
        )}
        <p>{exhibit.viewer === "none" ? w.cannotShowKind(exhibit.media_type) : w.coveredWords}</p>
        {isTextEnough && exhibit.viewer === "picture" && <p>{care.textEnough}</p>}
        {exhibit.viewer !== "none" && (
          <button
            type="button"
            data-stage=""
            className={styles.show}
            onKeyDown={(event) => {
              if (event.repeat) {
                event.preventDefault();
              }
            }}
            onClick={props.onShow}
          >
            {exhibit.viewer === "text"
              ? w.showText
              : isTextEnough
                ? care.showAllTheSame
                : w.showPicture}
          </button>
        )}
      </div>
    </div>
  );
}

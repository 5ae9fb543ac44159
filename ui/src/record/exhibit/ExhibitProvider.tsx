import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { type ExhibitView, type StopReceiptView, useHost } from "../../host";
import { ThumbnailShelf } from "./pictures";
import { StopDialog } from "./StopDialog";
import { Viewer } from "./Viewer";

type Exhibits = {
  shelf: ThumbnailShelf;
  /** Opens the viewer on one of these exhibits; it can step through the others. */
  open: (exhibits: readonly ExhibitView[], id: string) => void;
  /** Takes the picture away at once and asks for the reason; the stop is set once it is given. */
  stop: (exhibit: ExhibitView) => void;
  /** The exhibit whose stop is being asked about: nothing of its bytes is shown meanwhile. */
  stopping: ExhibitView | null;
};

const ExhibitContext = createContext<Exhibits | null>(null);

type Opened = {
  exhibits: readonly ExhibitView[];
  id: string;
  /** The receipt of a stop, and the exhibit it is about. */
  receipt?: { id: string; receipt: StopReceiptView } | undefined;
};

/** Everything below can show thumbnails, open the viewer and stop an exhibit. */
export function ExhibitProvider(props: {
  onOpenAccount?: (account: string) => void;
  children: ReactNode;
}): ReactNode {
  const host = useHost();
  const client = useQueryClient();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [stopping, stop] = useState<ExhibitView | null>(null);
  const shelf = useMemo(() => new ThumbnailShelf((id) => host.commands.thumbnail(id)), [host]);
  const open = useCallback(
    (exhibits: readonly ExhibitView[], id: string) => setOpened({ exhibits, id }),
    [],
  );
  const given = useMemo(() => ({ shelf, open, stop, stopping }), [shelf, open, stopping]);
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ["account"] });
    void client.invalidateQueries({ queryKey: ["exhibits"] });
  };
  const stopped = (exhibit: ExhibitView, receipt: StopReceiptView) => {
    stop(null);
    shelf.forget();
    setOpened((now) => withReceipt(now, exhibit, receipt));
    refresh();
  };
  return (
    <ExhibitContext value={given}>
      {props.children}
      {opened !== null && (
        <Viewer
          exhibits={opened.exhibits}
          id={opened.id}
          receipt={opened.receipt?.id === opened.id ? opened.receipt.receipt : null}
          onStep={(id) => setOpened({ ...opened, id })}
          onFresh={(exhibit) => setOpened((now) => now && withExhibit(now, exhibit))}
          onChanged={(exhibit) => {
            setOpened((now) => now && withExhibit(now, exhibit));
            refresh();
          }}
          onOpenAccount={props.onOpenAccount}
          onClose={() => setOpened(null)}
        />
      )}
      {stopping !== null && (
        <StopDialog
          exhibit={stopping}
          onStopped={(receipt) => stopped(stopping, receipt)}
          onClose={() => stop(null)}
        />
      )}
    </ExhibitContext>
  );
}

/** The viewer and the thumbnails. */
export function useExhibits(): Exhibits {
  const exhibits = useContext(ExhibitContext);
  if (!exhibits) {
    throw new Error("An exhibit is shown outside an ExhibitProvider");
  }
  return exhibits;
}

/** True while a stop of this exhibit, or of one with the same bytes, is being asked about. */
export function useIsWithheld(exhibit: ExhibitView): boolean {
  const { stopping } = useExhibits();
  return (
    stopping !== null &&
    (stopping.id === exhibit.id || (exhibit.sha256 !== null && exhibit.sha256 === stopping.sha256))
  );
}

function withExhibit(now: Opened, exhibit: ExhibitView): Opened {
  return { ...now, exhibits: now.exhibits.map((one) => (one.id === exhibit.id ? exhibit : one)) };
}

/** The viewer after a stop: on the exhibit, with its receipt, and nothing left of the same bytes. */
function withReceipt(now: Opened | null, stopped: ExhibitView, receipt: StopReceiptView): Opened {
  const known = now?.exhibits ?? [];
  const all = known.some((one) => one.id === stopped.id) ? known : [stopped];
  const isSame = (one: ExhibitView) => one.id === stopped.id || receipt.also.includes(one.number);
  return {
    exhibits: all.map((one) => (isSame(one) ? withoutPicture(one) : one)),
    id: stopped.id,
    receipt: { id: stopped.id, receipt },
  };
}

function withoutPicture(exhibit: ExhibitView): ExhibitView {
  return { ...exhibit, is_stopped: true, has_thumbnail: false, sha256: null, viewer: "none" };
}

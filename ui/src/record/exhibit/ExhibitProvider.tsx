import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { type ExhibitView, useHost } from "../../host";
import { ThumbnailShelf } from "./pictures";
import { Viewer } from "./Viewer";

type Exhibits = {
  shelf: ThumbnailShelf;
  /** Opens the viewer on one of these exhibits; it can step through the others. */
  open: (exhibits: readonly ExhibitView[], id: string) => void;
};

const ExhibitContext = createContext<Exhibits | null>(null);

type Opened = { exhibits: readonly ExhibitView[]; id: string };

/** Everything below can show thumbnails and open the viewer. */
export function ExhibitProvider(props: {
  onOpenAccount?: (account: string) => void;
  children: ReactNode;
}): ReactNode {
  const host = useHost();
  const [opened, setOpened] = useState<Opened | null>(null);
  const shelf = useMemo(() => new ThumbnailShelf((id) => host.commands.thumbnail(id)), [host]);
  const open = useCallback(
    (exhibits: readonly ExhibitView[], id: string) => setOpened({ exhibits, id }),
    [],
  );
  const given = useMemo(() => ({ shelf, open }), [shelf, open]);
  return (
    <ExhibitContext value={given}>
      {props.children}
      {opened !== null && (
        <Viewer
          exhibits={opened.exhibits}
          id={opened.id}
          onStep={(id) => setOpened({ exhibits: opened.exhibits, id })}
          onStopped={() => shelf.forget()}
          onOpenAccount={props.onOpenAccount}
          onClose={() => setOpened(null)}
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

import { type ReactNode, useState } from "react";
import { Button, Dialog, Menu, type MenuEntry, TextField, useCommand } from "../../kit";
import type { ListQuestion } from "../list/useAccountList";
import { type SavedViews, useSavedViews } from "./useSavedViews";
import { w } from "./words";

/** What is being named: the list on screen, or a view that gets another name. */
type Naming = { readonly of: string | null };

/** The views of an area: open one, save the list on screen, rename or delete the one that is open. */
export function SavedViewsMenu(props: {
  question: ListQuestion;
  onOpen: (list: ListQuestion) => void;
}): ReactNode {
  const saved = useSavedViews(props.question);
  const [naming, setNaming] = useState<Naming | null>(null);
  const { current } = saved;
  useCommand("views.save", () => setNaming({ of: null }));
  const act = (id: string) => {
    const view = saved.views[Number(id)];
    if (view !== undefined) props.onOpen(view.list);
    else if (id === "save") setNaming({ of: null });
    else if (current !== undefined && id === "rename") setNaming({ of: current.name });
    else if (current !== undefined && id === "remove") void saved.remove(current.name);
  };
  return (
    <>
      <Menu
        label={current?.name ?? w.views}
        items={entries(saved)}
        onAction={act}
        opensBy="views.open"
        size="small"
      />
      {naming !== null && (
        <NameDialog saved={saved} naming={naming} onClose={() => setNaming(null)} />
      )}
    </>
  );
}

function entries(saved: SavedViews): MenuEntry[] {
  const { current, views } = saved;
  const own: MenuEntry[] = views.map((view, at) => ({
    id: String(at),
    label: view.name,
    detail: w.accounts(view.count),
  }));
  if (own.length === 0) {
    own.push({ id: "none", label: w.viewsNone, isDisabled: true });
  }
  return current === undefined
    ? [...own, { id: "save", label: w.save, command: "views.save" }]
    : [
        ...own,
        { id: "rename", label: w.rename(current.name) },
        { id: "remove", label: w.remove(current.name) },
      ];
}

function NameDialog(props: { saved: SavedViews; naming: Naming; onClose: () => void }): ReactNode {
  const { saved, onClose } = props;
  const before = props.naming.of;
  const [name, setName] = useState(before ?? "");
  const isTaken = saved.isTaken(name, before ?? undefined);
  const isWhole = name.trim() !== "" && !isTaken;
  const done = () => {
    if (isWhole) {
      void (before === null ? saved.save(name.trim()) : saved.rename(before, name.trim()));
      onClose();
    }
  };
  return (
    <Dialog
      title={before === null ? w.saveTitle : w.renameTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{w.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={!isWhole}
            why={isTaken ? w.nameTaken : w.nameNeeded}
            onPress={done}
          >
            {before === null ? w.saveAction : w.renameAction}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          done();
        }}
      >
        <TextField
          label={w.name}
          value={name}
          onChange={setName}
          maxLength={60}
          error={isTaken ? w.nameTaken : undefined}
          autoFocus
        />
      </form>
    </Dialog>
  );
}

/** Asks for the name under which what the columns are taken for is kept. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import type { MappingView, SavedMappingView } from "../../host";
import { Dialog, ErrorState, FormButtons, TextField, useToast } from "../../kit";
import { w } from "./importWords";

/** The dialog. Enter keeps it. */
export function KeepMapping(props: {
  /** The mapping the file is read with. */
  mapping: MappingView | null;
  onKeep: (name: string, replaces: boolean) => Promise<null>;
  isOpen: boolean;
  onClose: () => void;
  kept: readonly SavedMappingView[];
}): ReactNode {
  const { mapping, isOpen, onClose, kept } = props;
  const client = useQueryClient();
  const toast = useToast();
  const used = mapping?.origin === "saved" ? mapping.name : "";
  const [name, setName] = useState(used);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    if (!isOpen) return;
    setName(used);
    setError(null);
  }, [isOpen, used]);
  const isThere = kept.some((one) => one.name === name.trim());
  const keep = async () => {
    try {
      await props.onKeep(name.trim(), isThere);
      await client.invalidateQueries({ queryKey: ["mappings"] });
      toast({ text: w.mapping.kept(name.trim()), tone: "ok" });
      onClose();
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <Dialog
      title={w.mapping.keepTitle}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <FormButtons
          onCancel={onClose}
          cancel={w.mapping.cancel}
          action={isThere ? w.mapping.replaceAction : w.mapping.keepAction}
          isShut={name.trim() === ""}
          onAct={() => void keep()}
        />
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") void keep();
        }}
      >
        <p>{w.mapping.keepText}</p>
        <TextField label={w.mapping.name} value={name} onChange={setName} autoFocus />
        <p role="status">{isThere ? w.mapping.replace(name.trim()) : ""}</p>
        {error !== null && <ErrorState title={w.mapping.failed} error={error} />}
      </form>
    </Dialog>
  );
}

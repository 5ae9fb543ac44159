/** Asks for the name under which what the columns are taken for is kept. */
import { type ReactNode, useEffect, useState } from "react";
import { type ImportPreviewView, type SavedMappingView, useHost } from "../../host";
import { Button, Dialog, ErrorState, TextField, useToast } from "../../kit";
import { w } from "./importWords";

/** The dialog. Enter keeps it. */
export function KeepMapping(props: {
  preview: ImportPreviewView;
  isOpen: boolean;
  onClose: () => void;
  kept: readonly SavedMappingView[];
}): ReactNode {
  const { preview, isOpen, onClose, kept } = props;
  const host = useHost();
  const toast = useToast();
  const used = preview.mapping?.origin === "saved" ? preview.mapping.name : "";
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
      await host.commands.saveMapping(preview.preview, name.trim(), isThere);
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
        <>
          <Button onPress={onClose}>{w.mapping.cancel}</Button>
          <Button variant="primary" isDisabled={name.trim() === ""} onPress={() => void keep()}>
            {isThere ? w.mapping.replaceAction : w.mapping.keepAction}
          </Button>
        </>
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

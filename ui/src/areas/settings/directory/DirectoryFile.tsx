/** The directory as a file, out and in, and the way back to the one that comes with the program. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type DirectoryFileView, type DirectoryView, useHost } from "../../../host";
import { Button, Confirm, useToast } from "../../../kit";
import { failed } from "../../../record/failed";
import { TakeDirectory } from "./TakeDirectory";
import { w } from "./words";

function useFiles(directory: DirectoryView) {
  const host = useHost();
  const toast = useToast();
  const [chosen, setChosen] = useState<{ token: string; view: DirectoryFileView } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const work = async (run: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    try {
      await run();
    } catch (error) {
      toast({ text: `${w.failed}. ${failed(error)}`, tone: "warn" });
    } finally {
      setBusy(false);
    }
  };
  const save = () =>
    work(async () => {
      const name = `platform-directory-${directory.version}.csv`;
      const [place] = await host.commands.choose("save-directory", name);
      if (place === undefined) return;
      await host.commands.saveDirectory(place.token);
      toast({ text: w.exported(place.name), tone: "ok" });
    });
  const choose = () =>
    work(async () => {
      const [file] = await host.commands.choose("open-directory", null);
      if (file === undefined) return;
      const view = await host.commands.previewDirectory(file.token);
      setChosen({ token: file.token, view });
    });
  return { chosen, setChosen, isBusy, save, choose };
}

/** The buttons, and what they open. */
export function DirectoryFile(props: { directory: DirectoryView; canChange: boolean }): ReactNode {
  const { directory, canChange } = props;
  const { chosen, setChosen, isBusy, save, choose } = useFiles(directory);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button icon="export" isPending={isBusy} onPress={() => void save()}>
        {w.export}
      </Button>
      {canChange && (
        <Button icon="import" isPending={isBusy} onPress={() => void choose()}>
          {w.take}
        </Button>
      )}
      {canChange && directory.is_own && (
        <Button icon="undo" onPress={() => setAsking(true)}>
          {w.reset}
        </Button>
      )}
      {chosen !== null && (
        <TakeDirectory
          token={chosen.token}
          view={chosen.view}
          onView={(view) => setChosen({ ...chosen, view })}
          onClose={() => setChosen(null)}
        />
      )}
      <AskReset directory={directory} isOpen={isAsking} onClose={() => setAsking(false)} />
    </>
  );
}

function AskReset(props: {
  directory: DirectoryView;
  isOpen: boolean;
  onClose: () => void;
}): ReactNode {
  const { directory, onClose } = props;
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  return (
    <Confirm
      title={w.resetTitle}
      isOpen={props.isOpen}
      onClose={onClose}
      action={w.resetAction}
      affects={w.resetAffects(directory.channels.length)}
      onConfirm={async () => {
        await host.commands.resetDirectory();
        onClose();
        toast({ text: w.resetDone, tone: "ok" });
        await client.invalidateQueries({ queryKey: ["directory"] });
      }}
    >
      {w.resetText}
    </Confirm>
  );
}

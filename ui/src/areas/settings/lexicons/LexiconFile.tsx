/** A lexicon as a file, out and in, and the way back to the one that comes with the program. */
import { type ReactNode, useState } from "react";
import { type LexiconFileView, type LexiconView, useHost } from "../../../host";
import { Button, Confirm, useToast } from "../../../kit";
import { failed } from "../../../record/failed";
import { TakeDialog } from "./TakeDialog";
import { useAfterChange } from "./useAfterChange";
import { w } from "./words";

/** A file that was chosen, and what taking it would change. */
export type ChosenLexicon = { readonly token: string; readonly view: LexiconFileView };

function useFiles(lexicon: LexiconView) {
  const host = useHost();
  const toast = useToast();
  const [chosen, setChosen] = useState<ChosenLexicon | null>(null);
  const [isBusy, setBusy] = useState(false);
  const work = async (run: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    try {
      await run();
    } catch (error) {
      toast({ text: `${w.head.failed}. ${failed(error)}`, tone: "warn" });
    } finally {
      setBusy(false);
    }
  };
  const save = () =>
    work(async () => {
      const name = `lexicon-${lexicon.language}-${lexicon.version}.csv`;
      const [place] = await host.commands.choose("save-lexicon", name);
      if (place === undefined) return;
      await host.commands.saveLexicon(lexicon.language, place.token);
      toast({ text: w.head.exported(place.name), tone: "ok" });
    });
  const choose = () =>
    work(async () => {
      const [file] = await host.commands.choose("open-lexicon", null);
      if (file === undefined) return;
      const view = await host.commands.previewLexicon(lexicon.language, file.token);
      setChosen({ token: file.token, view });
    });
  return { chosen, setChosen, isBusy, save, choose };
}

/** The buttons, and what they open. A file is not taken over changes that would be lost. */
export function LexiconFile(props: {
  lexicon: LexiconView;
  canChange: boolean;
  hasChanges: boolean;
}): ReactNode {
  const { lexicon, canChange, hasChanges } = props;
  const { chosen, setChosen, isBusy, save, choose } = useFiles(lexicon);
  const [isAsking, setAsking] = useState(false);
  const why = hasChanges ? w.head.saveFirst : undefined;
  return (
    <>
      <Button icon="export" isPending={isBusy} onPress={() => void save()}>
        {w.head.exportCsv}
      </Button>
      {canChange && (
        <Button
          icon="import"
          isDisabled={hasChanges}
          why={why}
          isPending={isBusy}
          onPress={() => void choose()}
        >
          {w.head.take}
        </Button>
      )}
      {canChange && lexicon.is_own && (
        <Button icon="undo" isDisabled={hasChanges} why={why} onPress={() => setAsking(true)}>
          {w.head.reset}
        </Button>
      )}
      {chosen !== null && (
        <TakeDialog
          lexicon={lexicon}
          chosen={chosen}
          onView={(view) => setChosen({ ...chosen, view })}
          onClose={() => setChosen(null)}
        />
      )}
      <AskReset lexicon={lexicon} isOpen={isAsking} onClose={() => setAsking(false)} />
    </>
  );
}

function AskReset(props: {
  lexicon: LexiconView;
  isOpen: boolean;
  onClose: () => void;
}): ReactNode {
  const { lexicon, onClose } = props;
  const host = useHost();
  const toast = useToast();
  const after = useAfterChange();
  return (
    <Confirm
      title={w.head.resetTitle(lexicon.name)}
      isOpen={props.isOpen}
      onClose={onClose}
      action={w.head.resetAction}
      affects={w.head.resetAffects(lexicon.terms)}
      onConfirm={async () => {
        await host.commands.resetLexicon(lexicon.language);
        onClose();
        toast({ text: w.head.resetDone, tone: "ok" });
        await after();
      }}
    >
      {w.head.resetText}
    </Confirm>
  );
}

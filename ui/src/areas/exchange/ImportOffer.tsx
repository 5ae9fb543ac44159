/**
 * A list dropped on the window is offered for import and, while an account is on
 * screen, as evidence of it. Mounted once by the frame, above every area.
 */
import { type ReactNode, useState } from "react";
import { type ChosenView, useHostEvent } from "../../host";
import { Bdi, Button, Dialog, useCommand, useToast } from "../../kit";
import { useRoute } from "../../lib/route";
import { areLists, canAttach, handOver } from "../../record/attach/handOver";
import { changesCase, useImportFlow } from "./flow";
import { OutcomesWizard } from "./outcomes/OutcomesWizard";
import { looksLikeList, pick, useChooseImport } from "./useChooseImport";
import { w } from "./words";

type Offered = { readonly file: ChosenView; readonly files: readonly ChosenView[] };

/** Listens to drops, and answers the commands that lead to Colleagues from everywhere. */
export function ImportOffer(): ReactNode {
  const { route, go } = useRoute();
  const { flow, acts } = useImportFlow();
  const choose = useChooseImport();
  const toast = useToast();
  const [offered, setOffered] = useState<Offered | null>(null);

  useCommand("exchange.import", () => void choose(), !changesCase(flow));
  useCommand("exchange.export", () => go({ area: "colleagues", tab: "export" }));
  useCommand("exchange.linguist", () => go({ area: "colleagues", tab: "linguist" }));
  useCommand("exchange.registers", () => go({ area: "colleagues", tab: "registers" }));
  useCommand("exchange.sharing", () => go({ area: "colleagues", tab: "sharing" }));
  useHostEvent("dropped", ({ files }) => {
    const file = pick(files);
    if (isImportTab(route) || file === null || changesCase(flow)) return;
    const isWanted = canAttach();
    if (isWanted ? areLists(files) : looksLikeList(file.name)) setOffered({ file, files });
    else if (!isWanted) toast({ text: w.offer.notCsv(file.name), tone: "warn" });
  });

  const read = () => {
    if (offered === null) return;
    setOffered(null);
    go({ area: "colleagues", tab: "import" });
    void acts.read(offered.file);
  };
  const attach = () => {
    if (offered === null) return;
    setOffered(null);
    handOver(offered.files);
  };
  const name = offered?.file.name ?? "";
  return (
    <>
      <OutcomesWizard />
      <Dialog
        title={w.offer.title(name)}
        isOpen={offered !== null}
        onClose={() => setOffered(null)}
        size="small"
        footer={
          <>
            <Button variant="quiet" onPress={() => setOffered(null)}>
              {w.offer.leave}
            </Button>
            {canAttach() && <Button onPress={attach}>{w.offer.attach}</Button>}
            <Button variant="primary" autoFocus onPress={read}>
              {w.offer.action}
            </Button>
          </>
        }
      >
        <p>
          <Bdi>{name}</Bdi>
        </p>
        <p>{w.offer.text}</p>
        {canAttach() && <p>{w.offer.attachText}</p>}
      </Dialog>
    </>
  );
}

function isImportTab(route: { area: string; tab?: string }): boolean {
  return route.area === "colleagues" && (route.tab === undefined || route.tab === "import");
}

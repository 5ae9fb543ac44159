/**
 * A list dropped on the window where nothing else takes files is offered for
 * import. Mounted once by the frame, above every area.
 */
import { type ReactNode, useState } from "react";
import { type ChosenView, useHostEvent } from "../../host";
import { Bdi, Button, Dialog, useCommand, useToast } from "../../kit";
import { useRoute } from "../../lib/route";
import { useImportFlow } from "./flow";
import { looksLikeList, pick, useChooseImport } from "./useChooseImport";
import { w } from "./words";

/** Listens to drops, and answers the commands that lead to Colleagues from everywhere. */
export function ImportOffer(): ReactNode {
  const { route, go } = useRoute();
  const { flow, acts } = useImportFlow();
  const choose = useChooseImport();
  const toast = useToast();
  const [offered, setOffered] = useState<ChosenView | null>(null);
  const takesDropsItself = route.area === "review" || isImportTab(route);

  useCommand("exchange.import", () => void choose(), flow.step !== "writing");
  useCommand("exchange.export", () => go({ area: "colleagues", tab: "export" }));
  useCommand("exchange.registers", () => go({ area: "colleagues", tab: "registers" }));
  useCommand("exchange.sharing", () => go({ area: "colleagues", tab: "sharing" }));
  useHostEvent("dropped", ({ files }) => {
    const file = pick(files);
    if (takesDropsItself || file === null || flow.step === "writing") return;
    if (looksLikeList(file.name)) setOffered(file);
    else if (route.area !== "accounts" && route.area !== "evidence") {
      toast({ text: w.offer.notCsv(file.name), tone: "warn" });
    }
  });

  const read = () => {
    if (offered === null) return;
    setOffered(null);
    go({ area: "colleagues", tab: "import" });
    void acts.read(offered);
  };
  return (
    <Dialog
      title={w.offer.title(offered?.name ?? "")}
      isOpen={offered !== null}
      onClose={() => setOffered(null)}
      size="small"
      footer={
        <>
          <Button variant="quiet" onPress={() => setOffered(null)}>
            {w.offer.leave}
          </Button>
          <Button variant="primary" autoFocus onPress={read}>
            {w.offer.action}
          </Button>
        </>
      }
    >
      <p>
        <Bdi>{offered?.name ?? ""}</Bdi>
      </p>
      <p>{w.offer.text}</p>
    </Dialog>
  );
}

function isImportTab(route: { area: string; tab?: string }): boolean {
  return route.area === "colleagues" && (route.tab === undefined || route.tab === "import");
}

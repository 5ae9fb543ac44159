/** The audit log: who did what and when, and whether the case is whole. */
import type { ReactNode } from "react";
import { useCommand, useRoom, WorkLayout } from "../../kit";
import { useRoute } from "../../lib/route";
import { About } from "./About";
import { AuditList } from "./AuditList";
import { CheckStrip } from "./CheckStrip";
import { EntryDetail } from "./EntryDetail";
import { VerifyPanel } from "./VerifyPanel";
import { useCheck } from "./verify";
import { w } from "./words";

/** The area Audit log. Its id is the number of the open entry. */
export function AuditArea(): ReactNode {
  const { route, go } = useRoute();
  const room = useRoom();
  const { check, verify } = useCheck();
  const hasItem = route.id !== undefined;
  useCommand("audit.verify", () => void verify(true), check.state !== "running");
  const strip = room !== "wide" && <CheckStrip check={check} />;
  const isListOnly = room === "single" && !hasItem;
  return (
    <WorkLayout
      list={
        <>
          {isListOnly && strip}
          <AuditList current={route.id ?? null} />
        </>
      }
      listLabel={w.list.label}
      item={
        <>
          {!isListOnly && strip}
          <EntryDetail seq={route.id ?? null} />
        </>
      }
      itemLabel={w.entry.label}
      inspector={
        <>
          <VerifyPanel check={check} verify={verify} />
          <About />
        </>
      }
      inspectorLabel={w.verify.pane}
      hasItem={hasItem}
      onBack={() => go({ area: "audit" })}
    />
  );
}

import { type ReactNode, useState } from "react";
import { type AccountView, type CopyKind, useHost } from "../../host";
import { Bdi, Button, Menu, Pill, Time, useCommand, useToast, WorldTimeText } from "../../kit";
import { WarningPills, WarnMenu } from "../care/AccountWarnings";
import { failed } from "../failed";
import { useActed } from "../RecordProvider";
import { ReportDialog } from "../report/ReportDialog";
import { w as report } from "../report/words";
import { HoldDialog } from "../retention/HoldDialog";
import { ProposeDialog } from "../retention/ProposeDialog";
import { w as erasing } from "../retention/words";
import { RoleLine } from "../role/RoleLine";
import { StatusPill } from "../StatusPill";
import { useMarks } from "../search/marks";
import { w } from "../words";
import styles from "./ItemHeader.module.css";

/** Who this is: name, standing, platform, ids, earlier names, when last live, and its address made harmless. */
export function ItemHeader(props: { account: AccountView; onAttach: () => void }): ReactNode {
  const { account } = props;
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <h1 className={styles.name}>
          <Bdi marks={useMarks("label")}>{account.label}</Bdi>
          <StatusPill status={account.status} />
          {account.sum.band !== "low" && (
            <>
              <Pill tone={account.sum.band === "priority" ? "strong" : "neutral"}>
                {w.band[account.sum.band]}
              </Pill>
              <Pill>{account.sum.reasons.join(", ")}</Pill>
            </>
          )}
          {account.unit !== "account" && <Pill>{w.unit[account.unit]}</Pill>}
          {account.tags.map((tag) => (
            <Pill key={tag}>
              <Bdi>{tag}</Bdi>
            </Pill>
          ))}
          {account.exhibits.some((exhibit) => exhibit.is_stopped) && (
            <Pill tone="danger">{w.holdsStopped}</Pill>
          )}
          <WarningPills account={account} />
        </h1>
        <p className={styles.facts}>
          <Facts account={account} />
        </p>
        <p className={styles.address}>
          <Bdi mono>{account.shown_url}</Bdi>
        </p>
        <div className={styles.role}>
          <RoleLine account={account} />
        </div>
      </div>
      <div className={styles.actions}>
        <Button command="account.attach" onPress={props.onAttach}>
          {w.attach.button}
        </Button>
        <WarnMenu account={account} />
        <CopyMenu account={account} />
      </div>
    </header>
  );
}

function Facts(props: { account: AccountView }): ReactNode {
  const { account } = props;
  const earlier = account.aliases.filter(
    (alias) => alias.handle !== null && alias.handle !== account.handle,
  );
  const facts: [string, ReactNode][] = [["platform", account.platform_name]];
  if (account.platform_id !== null) {
    facts.push([
      "id",
      <>
        {w.idLabel} <Bdi>{account.platform_id}</Bdi>
      </>,
    ]);
  }
  for (const alias of earlier.slice(0, 2)) {
    facts.push([
      `alias ${alias.handle} ${alias.last_seen.at}`,
      <>
        {w.seenAs} <Bdi>{`@${alias.handle ?? ""}`}</Bdi> {w.until}{" "}
        <WorldTimeText time={alias.last_seen} />
      </>,
    ]);
  }
  if (account.last_seen_live !== null) {
    facts.push([
      "live",
      <>
        {w.lastSeenLive} <WorldTimeText time={account.last_seen_live} />
      </>,
    ]);
  }
  if (account.due !== null) {
    facts.push([
      "due",
      <>
        {w.dueBy} <Time at={account.due} show="full" />
      </>,
    ]);
  }
  if (account.assignee !== null) {
    facts.push([
      "assignee",
      <>
        {w.assignedTo} <Bdi>{account.assignee}</Bdi>
      </>,
    ]);
  }
  return facts.map(([key, fact], n) => (
    <span key={key}>
      {n > 0 && <span aria-hidden="true"> · </span>}
      {fact}
    </span>
  ));
}

function CopyMenu(props: { account: AccountView }): ReactNode {
  const { account } = props;
  const host = useHost();
  const toast = useToast();
  const acted = useActed();
  const copy = async (kind: CopyKind) => {
    acted(account.id);
    try {
      await host.commands.copyAccount(account.id, kind);
      toast({ text: w.copied[kind] });
    } catch (error) {
      toast({ text: failed(error), tone: "warn" });
    }
  };
  const [dialog, setDialog] = useState<"report" | "hold" | "erase" | null>(null);
  const close = () => setDialog(null);
  const hasAddress = account.canonical_url !== null;
  useCommand("account.copySafe", () => void copy("safe-text"));
  useCommand("account.copyWorking", () => void copy("working-address"), hasAddress);
  return (
    <>
      <Menu
        label={w.more}
        items={[
          {
            id: "safe-text",
            label: w.copySafe,
            detail: w.copySafeDetail,
            command: "account.copySafe",
          },
          {
            id: "working-address",
            label: w.copyWorking,
            detail: hasAddress ? w.copyWorkingDetail : w.copyWorkingNone,
            command: "account.copyWorking",
            isDisabled: !hasAddress,
          },
          { id: "report", label: report.menu, detail: report.menuDetail },
          { id: "hold", label: erasing.holdMenu, detail: erasing.holdMenuDetail },
          { id: "erase", label: erasing.proposeMenu, detail: erasing.proposeMenuDetail },
        ]}
        onAction={(id) => {
          if (id === "report" || id === "hold" || id === "erase") setDialog(id);
          else void copy(id === "working-address" ? "working-address" : "safe-text");
        }}
      />
      {dialog === "report" && <ReportDialog account={account} onClose={close} />}
      {dialog === "hold" && <HoldDialog account={account} onClose={close} />}
      {dialog === "erase" && <ProposeDialog account={account} onClose={close} />}
    </>
  );
}

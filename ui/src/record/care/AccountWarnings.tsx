/** What an account warns of, said before anything of it is opened, and how an officer adds what they saw first. */
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type AccountView, type UndoneView, useHost, type WarningTag } from "../../host";
import { Menu, Pill, useToast } from "../../kit";
import { WARNINGS } from "../exhibit/WarningTags";
import { failed } from "../failed";
import { useActed } from "../RecordProvider";
import { w as record } from "../words";
import { w } from "./words";

/** Everything it warns of, by itself or by an exhibit, in words. */
export function WarningPills(props: { account: AccountView }): ReactNode {
  const { account } = props;
  const all = WARNINGS.filter(
    (tag) =>
      account.warned.some((one) => one.tag === tag) ||
      account.exhibits.some((exhibit) => exhibit.warnings.includes(tag)),
  );
  return all.map((tag) => {
    const first = account.warned.find((one) => one.tag === tag);
    return (
      <span key={tag} title={first ? w.warnedBy(first.officer) : undefined}>
        <Pill tone="warn">{w.tag[tag]}</Pill>
      </span>
    );
  });
}

/** Sets the warnings of the account itself, one a press. */
export function WarnMenu(props: { account: AccountView }): ReactNode {
  const { account } = props;
  const warn = useWarn(account);
  const own = new Set(account.warned.map((one) => one.tag));
  return (
    <Menu
      label={w.warn}
      items={WARNINGS.map((tag) => ({
        id: tag,
        label: own.has(tag) ? w.takeOff(w.tag[tag]) : w.give(w.tag[tag]),
      }))}
      onAction={(id) =>
        void warn(WARNINGS.filter((tag) => (tag === id ? !own.has(tag) : own.has(tag))))
      }
    />
  );
}

function useWarn(account: AccountView): (warnings: WarningTag[]) => Promise<void> {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const acted = useActed();
  const fresh = () => client.invalidateQueries({ queryKey: ["account", account.id] });
  const undo = async (set: string) => {
    const undone: UndoneView = await host.commands.undo(set);
    if (undone.kept > 0) toast({ text: record.undone(undone), tone: "warn" });
    await fresh();
  };
  return async (warnings) => {
    acted(account.id);
    try {
      const done = await host.commands.warnAccount(account.id, warnings);
      await fresh();
      toast({ text: w.warned, undo: () => undo(done.set) });
    } catch (error) {
      toast({ text: failed(error), tone: "warn" });
    }
  };
}

import type { CommandSpec } from "../../../kit";
import { w } from "./words";

const group = () => w.group;

/** What can be done to a sent referral; the keys of its rows belong to the table. */
export const sentCommands = [
  {
    id: "sent.acknowledge",
    label: () => w.command.acknowledge,
    group,
    key: "KeyH",
    areas: ["sent"],
  },
] as const satisfies readonly CommandSpec[];

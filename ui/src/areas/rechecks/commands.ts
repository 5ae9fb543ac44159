import type { Observed } from "../../host";
import type { CommandSpec } from "../../kit";
import { w } from "./words";

const group = () => w.group;
const label = (observed: Observed) => () => w.command(w.observed[observed]);

/** What can be seen of an account; the keys act only while the item has the ring. */
export const rechecksCommands = [
  { id: "recheck.live", label: label("live"), group, key: "KeyL", panes: ["item"] },
  { id: "recheck.offline", label: label("offline"), group, key: "KeyO", panes: ["item"] },
  {
    id: "recheck.suspended-notice",
    label: label("suspended-notice"),
    group,
    key: "KeyU",
    panes: ["item"],
  },
  { id: "recheck.private", label: label("private"), group, key: "KeyH", panes: ["item"] },
  { id: "recheck.renamed", label: label("renamed"), group, key: "KeyR", panes: ["item"] },
  { id: "recheck.geo-blocked", label: label("geo-blocked"), group, key: "KeyB", panes: ["item"] },
  { id: "recheck.login-wall", label: label("login-wall"), group, key: "KeyW", panes: ["item"] },
  {
    id: "recheck.removed-by-owner",
    label: label("removed-by-owner"),
    group,
    key: "KeyD",
    panes: ["item"],
  },
  { id: "recheck.unknown", label: label("unknown"), group, key: "KeyX", panes: ["item"] },
] as const satisfies readonly CommandSpec[];

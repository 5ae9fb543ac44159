import type { Observed } from "../../host";
import type { CommandSpec } from "../../kit";
import { w } from "./words";

const group = () => w.group;
const label = (observed: Observed) => () => w.command(w.observed[observed]);

const areas = ["rechecks"] as const;

/** What can be seen of an account; the keys act only while the item has the ring. */
export const rechecksCommands = [
  { id: "recheck.live", label: label("live"), group, key: "KeyL", panes: ["item"], areas },
  { id: "recheck.offline", label: label("offline"), group, key: "KeyO", panes: ["item"], areas },
  {
    id: "recheck.suspended-notice",
    label: label("suspended-notice"),
    group,
    key: "KeyU",
    panes: ["item"],
    areas,
  },
  { id: "recheck.private", label: label("private"), group, key: "KeyH", panes: ["item"], areas },
  { id: "recheck.renamed", label: label("renamed"), group, key: "KeyR", panes: ["item"], areas },
  {
    id: "recheck.geo-blocked",
    label: label("geo-blocked"),
    group,
    key: "KeyB",
    panes: ["item"],
    areas,
  },
  {
    id: "recheck.login-wall",
    label: label("login-wall"),
    group,
    key: "KeyW",
    panes: ["item"],
    areas,
  },
  {
    id: "recheck.removed-by-owner",
    label: label("removed-by-owner"),
    group,
    key: "KeyD",
    panes: ["item"],
    areas,
  },
  { id: "recheck.unknown", label: label("unknown"), group, key: "KeyX", panes: ["item"], areas },
] as const satisfies readonly CommandSpec[];

import { type ReactNode, useLayoutEffect, useRef } from "react";
import type { AccountView, ExclusionView } from "../../host";
import { Tabs } from "../../kit";
import { assertNever } from "../../lib/assert";
import { OpenActions } from "../act/OpenActions";
import { LinksTab } from "../links/LinksTab";
import { useLinks } from "../links/useLinks";
import { MergedTab } from "../merge/MergedTab";
import { w as merge } from "../merge/words";
import { RegisterBanner } from "../register/RegisterBanner";
import { w } from "../words";
import { AssessTab } from "./AssessTab";
import { EvidenceTab } from "./EvidenceTab";
import { HistoryTab } from "./HistoryTab";
import { ItemHeader } from "./ItemHeader";
import styles from "./ItemPane.module.css";
import { NeedsReader } from "./NeedsReader";
import { PostsTab } from "./PostsTab";

/** The tabs of an account. */
export const ITEM_TABS = ["assess", "posts", "evidence", "links", "history", "merged"] as const;

/** One tab of an account. */
export type ItemTab = (typeof ITEM_TABS)[number];

/** Reads a tab from a route; Assess for anything else. */
export function itemTab(tab: string | undefined): ItemTab {
  return ITEM_TABS.find((one) => one === tab) ?? "assess";
}

/** One account, all of it. Another account begins at its top. */
export function ItemPane(props: {
  account: AccountView;
  lines: readonly ExclusionView[];
  tab: ItemTab;
  onTab: (tab: ItemTab) => void;
  onAttach: () => void;
}): ReactNode {
  const { account } = props;
  const tab = props.tab === "merged" && account.merged.length === 0 ? "assess" : props.tab;
  const links = useLinks(account.id);
  const root = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each account and tab begins at its top.
  useLayoutEffect(() => {
    root.current?.parentElement?.scrollTo?.({ top: 0 });
  }, [account.id, tab]);
  return (
    <div ref={root} className={styles.item} data-account={account.id}>
      <OpenActions account={account} />
      <ItemHeader account={account} onAttach={props.onAttach} />
      <RegisterBanner hits={account.registers} />
      <NeedsReader account={account} />
      <Tabs
        label={w.tabs}
        value={tab}
        onChange={props.onTab}
        items={[
          { id: "assess", label: w.tab.assess },
          { id: "posts", label: w.tab.posts, count: account.posts.length },
          { id: "evidence", label: w.tab.evidence, count: account.exhibits.length },
          {
            id: "links",
            label: w.tab.links,
            ...(links.data === undefined ? {} : { count: links.data.total }),
          },
          { id: "history", label: w.tab.history },
          ...(account.merged.length === 0
            ? []
            : [{ id: "merged" as const, label: merge.tab, count: account.merged.length }]),
        ]}
      >
        <Panel key={account.id} {...props} tab={tab} />
      </Tabs>
    </div>
  );
}

function Panel(props: {
  account: AccountView;
  lines: readonly ExclusionView[];
  tab: ItemTab;
  onAttach: () => void;
}): ReactNode {
  const { account, lines, tab } = props;
  switch (tab) {
    case "assess":
      return <AssessTab account={account} lines={lines} />;
    case "posts":
      return <PostsTab account={account} />;
    case "evidence":
      return <EvidenceTab account={account} onAttach={props.onAttach} />;
    case "links":
      return <LinksTab account={account} />;
    case "history":
      return <HistoryTab account={account} lines={lines} />;
    case "merged":
      return <MergedTab account={account} lines={lines} />;
    default:
      return assertNever(tab);
  }
}

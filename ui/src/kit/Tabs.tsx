import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
import { cx } from "../lib/css";
import { count as written } from "../lib/numbers";
import styles from "./Tabs.module.css";

/** One tab. */
export type TabEntry<Id extends string = string> = {
  readonly id: Id;
  readonly label: string;
  readonly count?: number | undefined;
};

/** Tabs over one panel; `children` is the panel of the open one. */
export function Tabs<Id extends string>(props: {
  label: string;
  items: readonly TabEntry<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  children: ReactNode;
}): ReactNode {
  return (
    <AriaTabs
      className={cx(styles.tabs)}
      selectedKey={props.value}
      onSelectionChange={(key) => {
        const chosen = props.items.find((item) => item.id === key);
        if (chosen) props.onChange(chosen.id);
      }}
    >
      <TabList aria-label={props.label} className={cx(styles.list)}>
        {props.items.map((item) => (
          <Tab key={item.id} id={item.id} className={cx(styles.tab)}>
            {item.label}
            {item.count !== undefined && (
              <span className={styles.count}>{written(item.count)}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {/* Another tab's panel is another element: its tab would go on naming the one before. */}
      <TabPanel
        key={props.value}
        id={props.value}
        className={cx(styles.panel)}
        shouldForceMount={false}
      >
        {props.children}
      </TabPanel>
    </AriaTabs>
  );
}

/** What a referral says: the templates of the case, each with what it gives and its versions. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type TemplateView, useHost } from "../../../host";
import { Card, Muted, QueryState } from "../../../kit";
import { TemplateEditor } from "./TemplateEditor";
import styles from "./templates.module.css";
import { w } from "./words";

/** The tab. */
export function TemplatesTab(): ReactNode {
  const host = useHost();
  const query = useQuery({ queryKey: ["templates"], queryFn: () => host.commands.templates() });
  return (
    <Card title={w.title}>
      <p>
        <Muted>{w.text}</Muted>
      </p>
      <QueryState query={query}>{(all) => <Whole all={all} />}</QueryState>
    </Card>
  );
}

function Whole(props: { all: readonly TemplateView[] }): ReactNode {
  const [name, setName] = useState("notice");
  const chosen = props.all.find((one) => one.name === name) ?? props.all[0];
  if (chosen === undefined) return null;
  return (
    <div className={styles.layout}>
      <nav className={styles.names} aria-label={w.list}>
        {props.all.map((one) => (
          <button
            key={one.name}
            type="button"
            aria-current={one.name === chosen.name}
            onClick={() => setName(one.name)}
          >
            {w.names[one.name] ?? one.name}
            <div className={styles.quiet}>
              {w.version(one.version)}
              {one.is_own && " ·"} {one.is_own && w.own(one.officer ?? "")}
            </div>
          </button>
        ))}
      </nav>
      <TemplateEditor key={`${chosen.name} ${chosen.version}`} template={chosen} />
    </div>
  );
}

import { Fragment, type ReactNode, useState } from "react";
import { type ExhibitView, useHost } from "../../host";
import { Bdi, Button, LinkButton, Time, useToast, WorldTimeText } from "../../kit";
import { bytes } from "../../lib/numbers";
import { defang } from "../defang";
import { failed } from "../failed";
import { w } from "../words";
import styles from "./ExhibitFacts.module.css";
import { ExportExhibit } from "./ExportExhibit";
import { ReleaseDialog } from "./ReleaseDialog";
import { WarningTags } from "./WarningTags";

/** Everything recorded about an exhibit, its warnings to edit, and its way out of the case. */
export function ExhibitFacts(props: {
  exhibit: ExhibitView;
  onChanged: (exhibit: ExhibitView) => void;
  onOpenAccount?: (() => void) | undefined;
}): ReactNode {
  const { exhibit, onChanged } = props;
  const host = useHost();
  const toast = useToast();
  const [asking, setAsking] = useState<"export" | "release" | null>(null);
  const tag = async (warnings: ExhibitView["warnings"]) => {
    try {
      onChanged(await host.commands.tagExhibit(exhibit.id, warnings));
    } catch (error) {
      toast({ text: failed(error), tone: "warn" });
    }
  };
  return (
    <aside className={styles.facts} aria-label={w.exhibitFacts}>
      <dl className={styles.list}>
        {factsOf(exhibit, props.onOpenAccount).map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <WarningTags value={exhibit.warnings} onChange={(warnings) => void tag(warnings)} />
      {exhibit.is_stopped ? (
        <Button onPress={() => setAsking("release")}>{w.release}</Button>
      ) : (
        <Button icon="export" onPress={() => setAsking("export")}>
          {w.exportExhibit}
        </Button>
      )}
      {asking === "export" && <ExportExhibit exhibit={exhibit} onClose={() => setAsking(null)} />}
      {asking === "release" && (
        <ReleaseDialog exhibit={exhibit} onReleased={onChanged} onClose={() => setAsking(null)} />
      )}
    </aside>
  );
}

function factsOf(
  exhibit: ExhibitView,
  onOpenAccount: (() => void) | undefined,
): [string, ReactNode][] {
  const label = <Bdi key="label">{exhibit.account_label}</Bdi>;
  const facts: [string, ReactNode][] = [
    [w.facts.number, exhibit.number],
    [
      w.facts.account,
      onOpenAccount ? (
        <LinkButton key="account" onPress={onOpenAccount}>
          {label}
        </LinkButton>
      ) : (
        label
      ),
    ],
    [w.facts.file, <Bdi key="file">{exhibit.file_name}</Bdi>],
    [w.facts.kind, `${exhibit.media_type}, ${bytes(exhibit.size)}`],
    [w.facts.hash, <Hash key="hash" exhibit={exhibit} />],
    [
      w.facts.captured,
      exhibit.captured === null ? (
        w.facts.notGiven
      ) : (
        <WorldTimeText key="captured" time={exhibit.captured} />
      ),
    ],
    [w.facts.method, w.method(exhibit.method)],
    [
      w.facts.source,
      exhibit.source_url === null ? (
        w.facts.notGiven
      ) : (
        <Bdi key="url" mono>
          {defang(exhibit.source_url)}
        </Bdi>
      ),
    ],
    [
      w.facts.attached,
      <>
        {exhibit.officer}, <Time at={exhibit.attached_at} show="full" />
      </>,
    ],
  ];
  if (exhibit.duplicate_of !== null) {
    facts.push([w.facts.duplicate, exhibit.duplicate_of]);
  }
  return facts;
}

function Hash(props: { exhibit: ExhibitView }): ReactNode {
  const toast = useToast();
  const { sha256 } = props.exhibit;
  if (sha256 === null) {
    return w.facts.withheld;
  }
  const copy = () =>
    navigator.clipboard.writeText(sha256).then(
      () => toast({ text: w.hashCopied }),
      () => toast({ text: w.hashNotCopied, tone: "warn" }),
    );
  return (
    <>
      <Bdi mono>{sha256}</Bdi>{" "}
      <LinkButton onPress={() => void copy()} ariaLabel={w.copyHash}>
        {w.copy}
      </LinkButton>
    </>
  );
}

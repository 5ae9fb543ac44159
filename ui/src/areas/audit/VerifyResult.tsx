/** What a check found, part by part. */
import type { ReactNode } from "react";
import type { AuditCheckView, EvidenceCheckView, VerifyView } from "../../host";
import { Icon, LinkButton, Time } from "../../kit";
import { cx } from "../../lib/css";
import { useRoute } from "../../lib/route";
import { Items } from "./Items";
import { Part, Unseen } from "./Part";
import { useCopy } from "./useCopy";
import styles from "./VerifyResult.module.css";
import { w } from "./words";

/** The result; damage is an alarm that says what to do. */
export function VerifyResult(props: {
  view: VerifyView;
  /** The kept items were made again. */
  onAnew: () => void;
}): ReactNode {
  const { view } = props;
  return (
    <div
      className={cx(styles.result, view.is_damaged && styles.damaged)}
      role={view.is_damaged ? "alert" : "status"}
      data-damaged={view.is_damaged}
    >
      <p className={styles.headline}>
        <Icon name={view.is_damaged ? "warning" : "check"} size={15} />
        <b>{view.is_damaged ? w.verify.damaged : w.verify.whole}</b>
      </p>
      {view.is_damaged && <p>{w.verify.damagedDo}</p>}
      <ul className={styles.parts}>
        <Part name={w.verify.database} isSound={view.database === "ok"}>
          {view.database === "ok" ? w.verify.sound : w.verify.databaseBad}
        </Part>
        <Chain chain={view.audit} />
        <Evidence evidence={view.evidence} />
        <Index state={view.index?.state ?? null} />
        <Items items={view.items} onAnew={props.onAnew} />
        <Part name={w.verify.files} isSound={view.files.length === 0}>
          {view.files.length === 0 ? w.verify.filesOk : w.verify.filesBad(view.files.length)}
          <Names names={view.files} />
        </Part>
      </ul>
      <p className={styles.at}>
        {w.verify.checkedAt}
        <Time at={view.at} />. {view.is_damaged && w.verify.kept}
      </p>
    </div>
  );
}

function Chain(props: { chain: AuditCheckView | null }): ReactNode {
  const { chain } = props;
  const { go } = useRoute();
  const copy = useCopy();
  if (chain === null) return <Unseen name={w.verify.chain} />;
  const bad = chain.first_bad;
  const short = `${chain.head.slice(0, 16)}…`;
  return (
    <Part name={w.verify.chain} isSound={chain.intact}>
      {chain.intact ? w.verify.chainOk(chain.entries) : w.verify.chainBad(bad)}
      {chain.problem !== null && <p>{chain.problem}</p>}
      {bad !== null && (
        <LinkButton onPress={() => go({ area: "audit", id: String(bad) })}>
          {w.verify.openBad(bad)}
        </LinkButton>
      )}
      {chain.head !== "" && (
        <p className={styles.head}>
          {w.verify.head}{" "}
          <LinkButton ariaLabel={w.verify.copyHead(short)} onPress={() => copy(chain.head)}>
            <bdi dir="ltr" title={chain.head}>
              {short}
            </bdi>
          </LinkButton>
        </p>
      )}
    </Part>
  );
}

function Evidence(props: { evidence: EvidenceCheckView | null }): ReactNode {
  const { evidence } = props;
  if (evidence === null) return <Unseen name={w.verify.evidence} />;
  const { damaged, missing } = evidence;
  const isSound = damaged.length === 0 && missing.length === 0;
  return (
    <Part name={w.verify.evidence} isSound={isSound}>
      <p>
        {evidence.checked === 0 && isSound
          ? w.verify.evidenceNone
          : w.verify.evidenceOk(evidence.checked)}
      </p>
      {damaged.length > 0 && <p>{w.verify.evidenceDamaged(damaged.length)}</p>}
      <Names names={damaged} />
      {missing.length > 0 && <p>{w.verify.evidenceMissing(missing.length)}</p>}
      <Names names={missing} />
      {evidence.unreferenced > 0 && <p>{w.verify.unreferenced(evidence.unreferenced)}</p>}
      {evidence.temporary > 0 && <p>{w.verify.temporary(evidence.temporary)}</p>}
    </Part>
  );
}

function Index(props: { state: string | null }): ReactNode {
  const { state } = props;
  if (state === null) return <Unseen name={w.verify.index} />;
  return (
    <Part name={w.verify.index} isSound={state === "ok" || state === "behind"}>
      {w.verify.indexState[state] ?? state}
    </Part>
  );
}

function Names(props: { names: readonly string[] }): ReactNode {
  if (props.names.length === 0) return null;
  return (
    <ul className={styles.names}>
      {props.names.map((name) => (
        <li key={name}>
          <bdi dir="ltr">{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

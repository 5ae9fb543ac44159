import { type ReactNode, useEffect, useRef } from "react";
import type { StopReceiptView } from "../../host";
import { Time } from "../../kit";
import { w } from "../words";
import styles from "./StopDialog.module.css";

/** What was stopped, when and by whom, and what the unit does now, step by step. */
export function StopReceipt(props: { receipt: StopReceiptView }): ReactNode {
  const { receipt } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.receipt} aria-live="assertive">
      <h2 ref={heading} tabIndex={-1}>
        {w.receiptTitle(receipt.number)}
      </h2>
      <p>{w.receiptLead}</p>
      <dl className={styles.facts}>
        <dt>{w.receiptAt}</dt>
        <dd>
          <Time at={receipt.at} show="full" />
        </dd>
        <dt>{w.receiptBy}</dt>
        <dd>{receipt.officer}</dd>
        <dt>{w.receiptEntry}</dt>
        <dd>{receipt.entry}</dd>
        {receipt.also.length > 0 && (
          <>
            <dt>{w.receiptAlso}</dt>
            <dd>{receipt.also.join(", ")}</dd>
          </>
        )}
      </dl>
      <h2>{w.receiptNow}</h2>
      <ol>
        {receipt.procedure.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={styles.source}>
        {w.sourceLead} {receipt.procedure_source}
      </p>
    </section>
  );
}

import type { ReactNode } from "react";
import type { OpinionView, SecondReviewDoneView } from "../../../host";
import { Bdi, Button, Card, Pill, Time } from "../../../kit";
import { w as record } from "../../../record/words";
import styles from "./second.module.css";
import { w } from "./words";

/** After the answer: what was decided first, beside what was said now. */
export function Revealed(props: { done: SecondReviewDoneView; onNext: () => void }): ReactNode {
  const { done } = props;
  return (
    <div className={styles.item} role="status">
      <h1 className={styles.name}>
        <Bdi>{done.label}</Bdi>{" "}
        <Pill tone={done.agrees ? "ok" : "warn"}>{done.agrees ? w.agrees : w.differs}</Pill>
      </h1>
      <Card>
        <div className={styles.two}>
          <Opinion title={w.first} opinion={done.first}>
            <p className={styles.quiet}>
              {w.band}: {record.band[done.first_band]}
            </p>
          </Opinion>
          <Opinion title={w.second} opinion={done.second} />
        </div>
      </Card>
      {!done.agrees && <p>{w.differsText}</p>}
      <div>
        <Button variant="primary" command="next" autoFocus onPress={props.onNext}>
          {w.next}
        </Button>
      </div>
    </div>
  );
}

/** One of the two opinions, with who gave it and when. */
export function Opinion(props: {
  title: string;
  opinion: OpinionView;
  children?: ReactNode;
}): ReactNode {
  const { opinion } = props;
  return (
    <div className={styles.side}>
      <h2 className={styles.heading}>
        {props.title}: {w.said(opinion.decision)}
      </h2>
      <p>
        <Bdi>{opinion.reason}</Bdi>
      </p>
      <p className={styles.quiet}>
        <Bdi>{opinion.officer}</Bdi>, <Time at={opinion.at} />
      </p>
      {props.children}
    </div>
  );
}

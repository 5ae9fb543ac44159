import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type SecondReviewListView, useHost, useSession } from "../../../host";
import { Button, Card, Muted, QueryState, TextField, useToast } from "../../../kit";
import { useBusy } from "../../../record/useBusy";
import styles from "./second.module.css";
import { w } from "./words";

/** What share of decisions is drawn, and the way to set another for the unit. */
export function Shares(): ReactNode {
  const host = useHost();
  const query = useQuery<SecondReviewListView>({
    queryKey: ["second-review"],
    queryFn: () => host.commands.secondReviews(),
  });
  return <QueryState query={query}>{(list) => <Form key={keyOf(list)} list={list} />}</QueryState>;
}

function keyOf({ shares }: SecondReviewListView): string {
  return `${shares.refer} ${shares.no_action}`;
}

function Form(props: { list: SecondReviewListView }): ReactNode {
  const { shares, come_with: own, source } = props.list;
  const host = useHost();
  const toast = useToast();
  const { officer } = useSession();
  const [refer, setRefer] = useState(String(shares.refer));
  const [noAction, setNoAction] = useState(String(shares.no_action));
  const { isBusy, error, run } = useBusy();
  const isReader = officer.role === "reader";
  const isWhole = isPercent(refer) && isPercent(noAction);
  const isSaved = Number(refer) === shares.refer && Number(noAction) === shares.no_action;
  const save = () =>
    run(async () => {
      const wanted = { refer: Number(refer), no_action: Number(noAction) };
      await host.commands.setSecondReviewShares(wanted);
      toast({ text: w.sharesSaved(wanted.refer, wanted.no_action), tone: "ok" });
    });
  const field = (label: string, value: string, change: (value: string) => void) => (
    <TextField
      label={label}
      type="number"
      value={value}
      onChange={change}
      isReadOnly={isReader}
      error={isPercent(value) ? undefined : w.whole}
    />
  );
  return (
    <Card title={w.shares}>
      <div className={styles.stack}>
        <p>
          <Muted>{w.sharesText(own.refer, own.no_action)}</Muted>
        </p>
        <div className={styles.two}>
          {field(w.shareRefer, refer, setRefer)}
          {field(w.shareNoAction, noAction, setNoAction)}
        </div>
        {error !== null && (
          <p role="alert" className={styles.error}>
            {error}
          </p>
        )}
        {!isReader && (
          <div>
            <Button isDisabled={isSaved || !isWhole} isPending={isBusy} onPress={() => void save()}>
              {w.sharesSave}
            </Button>
          </div>
        )}
        <p className={styles.quiet}>
          {w.source} {source}
        </p>
      </div>
    </Card>
  );
}

function isPercent(text: string): boolean {
  return /^\d{1,3}$/u.test(text.trim()) && Number(text) <= 100;
}

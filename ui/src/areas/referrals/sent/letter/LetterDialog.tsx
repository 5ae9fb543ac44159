/** The letters about one item: preparing one, and what becomes of it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type ItemView, type LetterView, type ReferralView, useHost } from "../../../../host";
import { Button, Dialog, Muted, QueryState, TextArea, useToast } from "../../../../kit";
import { useBusy } from "../../../../record/useBusy";
import { standOf } from "../decisions";
import { LetterSheet } from "./LetterSheet";
import styles from "./letter.module.css";
import { w } from "./words";

/** The dialog; the newest letter stands first. */
export function LetterDialog(props: {
  referral: ReferralView;
  item: ItemView;
  onClose: () => void;
}): ReactNode {
  const { referral, item } = props;
  const host = useHost();
  const query = useQuery({
    queryKey: ["letters", referral.id],
    queryFn: () => host.commands.letters(referral.id),
  });
  return (
    <Dialog
      title={w.title(item.label)}
      isOpen
      onClose={props.onClose}
      size="wide"
      footer={<Button onPress={props.onClose}>{w.close}</Button>}
    >
      <div className={styles.body}>
        <p className={styles.quiet}>{w.lead}</p>
        <QueryState query={query}>
          {(all) => {
            const letters = all.filter((letter) => letter.account === item.account);
            return (
              <>
                {letters.length === 0 && <Muted>{w.none}</Muted>}
                {letters.map((letter) => (
                  <LetterSheet
                    key={`${letter.id} ${String(letter.version)} ${letter.state}`}
                    letter={letter}
                  />
                ))}
                <Prepare referral={referral} item={item} letters={letters} />
              </>
            );
          }}
        </QueryState>
      </div>
    </Dialog>
  );
}

function Prepare(props: {
  referral: ReferralView;
  item: ItemView;
  letters: readonly LetterView[];
}): ReactNode {
  const { referral, item, letters } = props;
  const host = useHost();
  const toast = useToast();
  const client = useQueryClient();
  const [what, setWhat] = useState("");
  const { isBusy, error, run } = useBusy();
  const isWithdrawn = standOf(item).withdrawn !== null;
  const hasWithdrawal = letters.some((letter) => letter.kind === "withdrawal");
  const prepare = (kind: LetterView["kind"]) =>
    run(async () => {
      await host.commands.prepareLetter({
        referral: referral.id,
        account: item.account,
        kind,
        what: what.trim(),
      });
      setWhat("");
      await client.invalidateQueries({ queryKey: ["letters", referral.id] });
      toast({ text: w.prepared, tone: "ok" });
    });
  return (
    <div className={styles.prepare}>
      {isWithdrawn && !hasWithdrawal && (
        <Button variant="primary" isPending={isBusy} onPress={() => void prepare("withdrawal")}>
          {w.prepare}
        </Button>
      )}
      {!isWithdrawn && (
        <>
          <h3>{w.orCorrect}</h3>
          <TextArea
            label={w.what}
            description={w.whatHint}
            value={what}
            onChange={setWhat}
            rows={2}
          />
          <div className={styles.acts}>
            <Button
              isDisabled={what.trim() === ""}
              why={what.trim() === "" ? w.what : undefined}
              isPending={isBusy}
              onPress={() => void prepare("correction")}
            >
              {w.correct}
            </Button>
            <Muted>{w.needsWithdrawal}</Muted>
          </div>
        </>
      )}
      {error !== null && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

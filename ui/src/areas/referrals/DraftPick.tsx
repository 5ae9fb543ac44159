/** Choosing which of the accounts that wait for a platform go into a new draft. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import {
  type AccountRow,
  type CandidateView,
  isErrorView,
  type RegisterHitView,
  useHost,
} from "../../host";
import {
  Bdi,
  Button,
  Card,
  Checkbox,
  EmptyState,
  ErrorState,
  QueryState,
  useToast,
} from "../../kit";
import { useRoute } from "../../lib/route";
import { isAlike, ownerOf, referWords, strictest, warningHits } from "../../record/register/hits";
import { RegisterMark, useRegisterHits } from "../../record/register/RegisterMark";
import styles from "./DraftPick.module.css";
import { w } from "./words";

/** The new draft for one platform. */
export function DraftPick(props: { platform: string }): ReactNode {
  const host = useHost();
  const candidates = useQuery({
    queryKey: ["referrals", "candidates"],
    queryFn: () => host.commands.referralCandidates(),
  });
  return (
    <QueryState query={candidates}>
      {(all) => {
        const candidate = all.find((one) => one.platform === props.platform);
        return candidate === undefined ? (
          <EmptyState icon="drafts" title={w.draft.gone} />
        ) : (
          <Pick candidate={candidate} />
        );
      }}
    </QueryState>
  );
}

function Pick(props: { candidate: CandidateView }): ReactNode {
  const { candidate } = props;
  const { go } = useRoute();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const hitsOf = useRegisterHits(candidate.accounts.map((account) => account.id));
  const isProtected = (id: string) => strictest(hitsOf(id)) === "protected";
  const able = candidate.accounts.filter((account) => !isProtected(account.id));
  const chosen = able.filter((account) => !left.has(account.id));
  const draft = useDraft(candidate);
  const toggle = (id: string, isIn: boolean) => {
    const next = new Set(left);
    if (isIn) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  return (
    <>
      <h2 className={styles.title}>{w.draft.title(candidate.platform_name)}</h2>
      <p className={styles.lead}>{w.draft.lead}</p>
      {draft.error !== null && (
        <>
          <ErrorState title={w.draft.failed} error={draft.error} isInline />
          <Refused error={draft.error} accounts={candidate.accounts} />
        </>
      )}
      <Card>
        <div className={styles.head}>
          <Checkbox
            isSelected={able.length > 0 && chosen.length === able.length}
            onChange={(all) =>
              setLeft(new Set(all ? [] : candidate.accounts.map((account) => account.id)))
            }
          >
            {w.draft.all}
          </Checkbox>
          <span className={styles.said} role="status">
            {w.draft.chosen(chosen.length, candidate.accounts.length)}
          </span>
        </div>
        <Accounts accounts={candidate.accounts} left={left} hitsOf={hitsOf} onToggle={toggle} />
      </Card>
      <div className={styles.row}>
        <Button
          variant="primary"
          isDisabled={chosen.length === 0}
          isPending={draft.isBusy}
          why={chosen.length === 0 ? w.draft.makeNoneWhy : undefined}
          onPress={() => void draft.make(chosen)}
        >
          {chosen.length === 0 ? w.draft.makeNone : w.draft.make(chosen.length)}
        </Button>
        <Button variant="quiet" onPress={() => go({ area: "drafts" })}>
          {w.draft.cancel}
        </Button>
      </div>
    </>
  );
}

function Accounts(props: {
  accounts: readonly AccountRow[];
  left: ReadonlySet<string>;
  hitsOf: (account: string) => readonly RegisterHitView[];
  onToggle: (id: string, isIn: boolean) => void;
}): ReactNode {
  const isProtected = (id: string) => strictest(props.hitsOf(id)) === "protected";
  return (
    <ul className={styles.list} aria-label={w.draft.accounts}>
      {props.accounts.map((account) => (
        <li key={account.id}>
          <Checkbox
            isSelected={!props.left.has(account.id) && !isProtected(account.id)}
            isDisabled={isProtected(account.id)}
            onChange={(isIn) => props.onToggle(account.id, isIn)}
          >
            <AccountLine account={account} hits={props.hitsOf(account.id)} />
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}

function useDraft(candidate: CandidateView) {
  const host = useHost();
  const client = useQueryClient();
  const { go } = useRoute();
  const toast = useToast();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const make = async (accounts: readonly AccountRow[]) => {
    setBusy(true);
    setError(null);
    try {
      const views = await host.commands.draftReferral({
        platform: candidate.platform,
        accounts: accounts.map((account) => account.id),
        policy: null,
        law: null,
        route: null,
        summary: null,
        seen_live: null,
      });
      for (const view of views) client.setQueryData(["referral", view.id], view);
      void client.invalidateQueries({ queryKey: ["referrals"] });
      if (views.length > 1) toast({ text: w.draft.split(views.length), tone: "ok" });
      const [first] = views;
      go(first ? { area: "drafts", id: first.id } : { area: "drafts" }, { replace: true });
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return { make, isBusy, error };
}

function AccountLine(props: { account: AccountRow; hits: readonly RegisterHitView[] }): ReactNode {
  const { account } = props;
  const [hit] = warningHits(props.hits);
  return (
    <span className={styles.account}>
      <span className={styles.name}>
        <Bdi>{account.label}</Bdi>
        <span className={account.exhibits === 0 ? styles.none : styles.exhibits}>
          {account.exhibits === 0 ? w.draft.noExhibits : w.draft.exhibits(account.exhibits)}
        </span>
        <RegisterMark list={strictest(props.hits)} />
      </span>
      {hit !== undefined && (
        <span className={styles.register}>
          {isAlike(hit) ? referWords([hit]) : w.draft.register(hit.list, ownerOf(hit))}
        </span>
      )}
      {account.snippet !== "" && (
        <span className={styles.snippet}>
          <Bdi lines={1} lang={account.language}>
            {account.snippet}
          </Bdi>
        </span>
      )}
    </span>
  );
}

function Refused(props: { error: unknown; accounts: readonly AccountRow[] }): ReactNode {
  const missing = isErrorView(props.error) ? props.error.missing : [];
  const named = props.accounts.filter((account) => missing.includes(account.id));
  if (named.length === 0) return null;
  return (
    <p className={styles.refused}>
      {w.draft.refused}{" "}
      {named.map((account) => (
        <Bdi key={account.id}>{account.label}</Bdi>
      ))}
    </p>
  );
}

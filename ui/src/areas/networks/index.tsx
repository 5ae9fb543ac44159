/** What accounts of the case share, as networks: found on the spot, said in words, opened one by one. */
import { type ReactNode, useState } from "react";
import type { NetworkView } from "../../host";
import { Bdi, Button, EmptyState, ErrorState, Loading, Page, Pill, Progress } from "../../kit";
import { cx } from "../../lib/css";
import { useRoute } from "../../lib/route";
import { AccountLine } from "../../record/list/AccountLine";
import { PlatformMark } from "../../record/PlatformMark";
import styles from "./networks.module.css";
import { useNetworks } from "./useNetworks";
import { w } from "./words";

/** Networks and accounts shown at once; more on request. */
const STEP = 100;

/** The area Networks. */
export function NetworksArea(): ReactNode {
  const { networks, job, isStopped, error, lookAgain } = useNetworks();
  const { route, go } = useRoute();
  const chosen = networks?.find((one) => one.head === route.id) ?? networks?.[0];
  return (
    <Page
      title={w.title}
      aside={networks === undefined ? undefined : w.aside(networks.length)}
      isFilled
      actions={
        job === null && (
          <Button size="small" onPress={lookAgain}>
            {w.again}
          </Button>
        )
      }
    >
      {job !== null && <Progress job={job} what={w.finding} />}
      {isStopped && <p className={styles.means}>{w.stopped}</p>}
      {error !== null && <ErrorState error={error} onRetry={lookAgain} />}
      {networks === undefined ? (
        job !== null && <Loading lines={8} />
      ) : networks.length === 0 ? (
        <EmptyState title={w.none} icon="networks">
          {w.noneText}
        </EmptyState>
      ) : (
        <div className={styles.panes}>
          <Networks
            networks={networks}
            chosen={chosen}
            onChoose={(head) => go({ area: "networks", id: head }, { replace: true })}
          />
          {chosen !== undefined && <Members key={chosen.head} network={chosen} />}
        </div>
      )}
    </Page>
  );
}

function Networks(props: {
  networks: readonly NetworkView[];
  chosen: NetworkView | undefined;
  onChoose: (head: string) => void;
}): ReactNode {
  const [shown, setShown] = useState(STEP);
  const rest = props.networks.length - shown;
  return (
    <div className={styles.list}>
      <ul aria-label={w.list}>
        {props.networks.slice(0, shown).map((network) => (
          <li key={network.head}>
            <button
              type="button"
              className={cx(styles.network)}
              aria-pressed={network.head === props.chosen?.head}
              onClick={() => props.onChoose(network.head)}
            >
              <span className={styles.name}>
                <b>
                  <Bdi>{network.label}</Bdi>
                </b>{" "}
                {w.more(network.size - 1)}
              </span>
              <span className={styles.quiet}>{sharedWords(network)}</span>
              <span className={styles.marks}>
                {network.platforms.map(([platform]) => (
                  <PlatformMark key={platform} code={platform} />
                ))}
                <Pill tone={network.to_review > 0 ? "warn" : "ok"}>
                  {w.toReview(network.to_review)}
                </Pill>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && <Button onPress={() => setShown(shown + STEP)}>{w.more(rest)}</Button>}
    </div>
  );
}

/** What its accounts share: `share 2 numbers, a text`. */
function sharedWords(network: NetworkView): string {
  return w.shares(network.reasons.map(([kind, n]) => w.kind[kind](n)).join(", "));
}

function Members(props: { network: NetworkView }): ReactNode {
  const { network } = props;
  const { go } = useRoute();
  const [shown, setShown] = useState(STEP);
  const rest = network.accounts.length - shown;
  return (
    <section className={styles.members} aria-label={w.members(network.label)}>
      <h2 className={styles.heading}>
        {w.accounts(network.size)} <span className={styles.quiet}>{sharedWords(network)}</span>
      </h2>
      <p className={styles.means}>{w.means}</p>
      <ul className={styles.rows}>
        {network.accounts.slice(0, shown).map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className={styles.row}
              onClick={() => go({ area: "review", id: row.id })}
            >
              <AccountLine row={row} group={undefined} />
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && <Button onPress={() => setShown(shown + STEP)}>{w.more(rest)}</Button>}
      {network.accounts.length < network.size && (
        <p className={styles.means}>{w.shown(network.accounts.length, network.size)}</p>
      )}
    </section>
  );
}

/** What accounts of the case share, as networks: found on the spot, said in words, opened one by one. */
import { type ReactNode, useState } from "react";
import type { NetworkView } from "../../host";
import { Bdi, Button, EmptyState, ErrorState, Loading, Page, Pill, Progress } from "../../kit";
import { cx } from "../../lib/css";
import { useRoute } from "../../lib/route";
import { PlatformMark } from "../../record/PlatformMark";
import { Facts } from "./lives/Facts";
import { Members, sharedWords } from "./Members";
import styles from "./networks.module.css";
import { useNetworks } from "./useNetworks";
import { useNetworksPlace } from "./usePlace";
import { w } from "./words";

/** Networks shown at once; more on request. */
const STEP = 100;

/** The area Networks. */
export function NetworksArea(): ReactNode {
  const { networks, job, isStopped, error, lookAgain } = useNetworks();
  const { place, change, isReady } = useNetworksPlace();
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
          {chosen !== undefined && isReady && (
            <Members
              key={chosen.head}
              network={chosen}
              show={place.show}
              onShow={(show) => change({ show })}
            />
          )}
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
                {network.is_named ? w.accounts(network.size) : w.more(network.size - 1)}
              </span>
              <span className={styles.quiet}>{sharedWords(network)}</span>
              <span className={styles.quiet}>
                <Facts network={network} />
              </span>
              <span className={styles.marks}>
                {network.platforms.map(([platform]) => (
                  <PlatformMark key={platform} code={platform} />
                ))}
                {network.said.some(({ kind }) => kind === "together") && (
                  <Pill tone="accent">{w.together}</Pill>
                )}
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

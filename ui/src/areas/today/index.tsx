/** What waits for this officer, most pressing first. Each line opens what it is about. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import {
  type TodayItem,
  type TodaySection,
  type TodayView,
  useHost,
  usePlatforms,
} from "../../host";
import {
  Bdi,
  Button,
  EmptyState,
  LinkButton,
  Page,
  Pill,
  PlatformBadge,
  QueryState,
  Time,
  type Tone,
} from "../../kit";
import { assertNever } from "../../lib/assert";
import { count } from "../../lib/numbers";
import { type Route, useRoute } from "../../lib/route";
import { PromiseEnds } from "../../record/promise/PromiseEnds";
import { RecordProvider } from "../../record/RecordProvider";
import { ActLine } from "./ActLine";
import { Handovers } from "./handover";
import { PARTS, Parts } from "./Parts";
import { Team } from "./team";
import styles from "./today.module.css";
import { w } from "./words";

/** Red is for safeguarding only; amber for what needs the officer. */
function toneOf(section: string): Tone {
  switch (section) {
    case "urgent":
    case "safeguarding":
      return "danger";
    case "second-look":
    case "holds":
    case "preservation":
    case "disagreements":
    case "returned":
    case "to-approve":
    case "approved":
    case "no-answer":
    case "rechecks":
    case "live-again":
    case "promises":
    case "letters":
    case "intelligence":
    case "handover":
    case "erasures":
      return "warn";
    default:
      return "neutral";
  }
}

/** Where the rest of a section is shown. */
function listOf(section: string): Route {
  switch (section) {
    case "drafts":
    case "to-draft":
    case "returned":
    case "approved":
      return { area: "drafts" };
    case "to-approve":
      return { area: "to-approve" };
    case "no-answer":
      return { area: "sent" };
    case "rechecks":
      return { area: "rechecks" };
    case "promises":
    case "letters":
    case "live-again":
      return { area: "sent" };
    case "preservation":
    case "intelligence":
      return { area: "accounts" };
    case "handover":
      return { area: "today", tab: "handovers" };
    case ERASURE:
      return DUE;
    case ERASURES:
      return PROPOSED;
    case "second-review":
    case "disagreements":
      return { area: "review", tab: section };
    default:
      return { area: "review" };
  }
}

/** Accounts due for erasure are in no queue: they stand in a list of their own. */
const ERASURE = "erasure";
const DUE: Route = { area: "accounts", tab: "due-for-erasure" };

/** Erasures that wait for a second officer stand with everything of retention. */
const ERASURES = "erasures";
const PROPOSED: Route = { area: "settings", tab: "retention" };

/** Sections of accounts that may long be decided: they open where every account is. */
const TOLD_OF: ReadonlySet<string> = new Set(["promises", "preservation", "intelligence"]);

function placeOf(item: TodayItem, section: string): Route | null {
  if (section === ERASURES) return PROPOSED;
  if (item.handover) return { area: "today", tab: "handovers", id: item.handover };
  if (item.referral) return { area: listOf(section).area, id: item.referral };
  if (item.account && section === ERASURE) return { ...DUE, id: item.account };
  if (item.account && section === "second-review") {
    return { area: "review", tab: section, id: item.account };
  }
  if (item.account && section === "rechecks") return { area: "rechecks", id: item.account };
  if (TOLD_OF.has(section)) {
    // Who is not named stands in a list of Accounts that opens for a purpose.
    return item.account ? { area: "accounts", id: item.account } : { area: "accounts" };
  }
  if (item.account) return { area: "review", id: item.account };
  return null;
}

/** The area Today: what waits, and beside it the hand-overs and how the team stands. */
export function TodayArea(): ReactNode {
  const { route } = useRoute();
  const part = PARTS.find((name) => name === route.tab);
  switch (part) {
    case "handovers":
      return <Handovers />;
    case "team":
      return <Team />;
    case undefined:
      return <Waiting />;
    default:
      return assertNever(part);
  }
}

function Waiting(): ReactNode {
  const host = useHost();
  const { go } = useRoute();
  const query = useQuery({
    queryKey: ["today"],
    queryFn: () => host.commands.today(),
    refetchInterval: 60_000,
  });
  return (
    <Page
      title={w.title}
      aside={query.data ? w.aside(query.data.assessed_today, query.data.to_review) : undefined}
      actions={
        <>
          <Parts current={null} />
          {query.data && query.data.to_review > 0 && (
            <Button variant="primary" icon="review" onPress={() => go({ area: "review" })}>
              {w.review}
            </Button>
          )}
        </>
      }
    >
      <RecordProvider current={null}>
        <QueryState query={query}>
          {(today) =>
            today.sections.length === 0 ? <Done today={today} /> : <Sections today={today} />
          }
        </QueryState>
      </RecordProvider>
    </Page>
  );
}

function Done(props: { today: TodayView }): ReactNode {
  const { assessed_today: assessed, to_review: left } = props.today;
  const { go } = useRoute();
  return (
    <EmptyState
      icon="check"
      title={w.done}
      action={
        left > 0 ? (
          <Button onPress={() => go({ area: "review" })}>{w.openReview}</Button>
        ) : (
          <Button icon="import" onPress={() => go({ area: "colleagues" })}>
            {w.import}
          </Button>
        )
      }
    >
      <p>{w.doneText(assessed)}</p>
      <p>{left > 0 ? w.queueLeft(left) : w.queueDone}</p>
    </EmptyState>
  );
}

function Sections(props: { today: TodayView }): ReactNode {
  return (
    <div className={styles.sections}>
      {props.today.sections.map((section) => (
        <Section key={section.key} section={section} />
      ))}
    </div>
  );
}

function Section(props: { section: TodaySection }): ReactNode {
  const { section } = props;
  const { go } = useRoute();
  const rest = section.total - section.items.length;
  return (
    <section className={styles.section} aria-label={section.title}>
      <h2 className={styles.heading}>
        {section.title} <Pill tone={toneOf(section.key)}>{count(section.total)}</Pill>
      </h2>
      <ul>
        {section.items.map((item) => (
          <Line
            key={`${item.act?.id} ${item.account} ${item.referral} ${item.label} ${item.why}`}
            item={item}
            section={section.key}
          />
        ))}
      </ul>
      {(rest > 0 || section.key === ERASURE) && (
        <p className={styles.more}>
          {rest > 0 && `${w.more(rest)} · `}
          <LinkButton onPress={() => go(listOf(section.key))}>{w.showAll}</LinkButton>
        </p>
      )}
    </section>
  );
}

function Line(props: { item: TodayItem; section: string }): ReactNode {
  const { item } = props;
  const platforms = usePlatforms();
  const { go } = useRoute();
  const place = placeOf(item, props.section);
  const { act, account } = item;
  if (act !== null && account !== null) {
    const open = () => go(place ?? { area: "review", id: account });
    return <ActLine item={item} act={act} account={account} onOpen={open} />;
  }
  const words = (
    <>
      {item.platform ? (
        <PlatformBadge
          letters={platforms.letters(item.platform)}
          tone={item.platform}
          label={platforms.name(item.platform)}
        />
      ) : (
        <span className={styles.noBadge} />
      )}
      <span className={styles.words}>
        <b className={styles.label}>
          <Bdi>{item.label}</Bdi>
        </b>
        <span className={styles.why}>{item.why}</span>
      </span>
      {item.due !== null && (
        <span className={styles.due}>
          <Pill tone={item.is_overdue ? "warn" : "neutral"}>
            {item.is_overdue ? w.overdue : <Time at={item.due} show="ago" />}
          </Pill>
          <span className={styles.dueTime}>
            <Time at={item.due} />
          </span>
        </span>
      )}
    </>
  );
  return (
    <li className={item.promise !== null ? styles.act : undefined}>
      {place ? (
        <button type="button" className={styles.line} onClick={() => go(place)}>
          {words}
        </button>
      ) : (
        <div className={styles.line}>{words}</div>
      )}
      {item.promise !== null && <PromiseEnds promise={item.promise} who={item.label} />}
    </li>
  );
}

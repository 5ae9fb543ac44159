/** One item of what was handed over: closed until somebody opens it, then all that it rests on. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { type ItemView, type OpenedItemView, useHost } from "../../../host";
import { Bdi, Button, ErrorState, Loading, Pill, Time, WorldTimeText } from "../../../kit";
import { defang } from "../../../record/defang";
import { Canonical } from "../Canonical";
import { Earlier } from "../Earlier";
import { w as drafts } from "../words";
import { ItemEvidence } from "./ItemEvidence";
import styles from "./SubmittedItem.module.css";
import { w } from "./words";

/** The block of an item. */
export function SubmittedItem(props: {
  referral: string;
  item: ItemView;
  platform: string;
  isOpen: boolean;
  /** Whether it is told that it was opened: only a second officer is asked to. */
  tellsOpened: boolean;
  isOpened: boolean;
  onToggle: () => void;
}): ReactNode {
  const { item, isOpen } = props;
  const block = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) block.current?.scrollIntoView?.({ block: "nearest" });
  }, [isOpen]);
  return (
    <section
      ref={block}
      className={styles.block}
      data-open={isOpen || undefined}
      aria-label={drafts.item.label(item.position, item.label)}
    >
      <header className={styles.head}>
        <p className={styles.who}>
          <b>
            {item.position}. <Bdi>{item.label}</Bdi>
          </b>{" "}
          <span className={styles.muted}>
            {item.platform_id === null ? (
              drafts.item.noId(props.platform)
            ) : (
              <bdi>{drafts.item.id(props.platform, item.platform_id)}</bdi>
            )}
          </span>
        </p>
        {props.tellsOpened && (
          <Pill tone={props.isOpened ? "ok" : "warn"}>
            {props.isOpened ? w.item.opened : w.item.notOpened}
          </Pill>
        )}
        <Button
          size="small"
          ariaExpanded={isOpen}
          ariaLabel={
            isOpen
              ? w.item.closeOf(item.position, item.label)
              : w.item.openOf(item.position, item.label)
          }
          onPress={props.onToggle}
        >
          {isOpen ? w.item.close : w.item.open}
        </Button>
      </header>
      {item.address !== null && (
        <p className={styles.address}>
          <Bdi mono>{defang(item.address)}</Bdi>
        </p>
      )}
      <Canonical item={item} />
      {isOpen && <Opened referral={props.referral} item={item} />}
    </section>
  );
}

function Opened(props: { referral: string; item: ItemView }): ReactNode {
  const { item } = props;
  const host = useHost();
  const query = useQuery({
    queryKey: ["opened-item", props.referral, item.id],
    queryFn: () => host.commands.openReferralItem(props.referral, item.id),
    gcTime: 0,
  });
  return (
    <>
      <div className={styles.two}>
        <Side title={w.item.original} text={item.words} none={w.item.noWords} />
        <Side
          title={w.item.translation}
          by={item.translation_by}
          text={item.translation ?? ""}
          none={w.item.noTranslation}
          isAsked
        />
      </div>
      <Earlier item={item} />
      <Facts item={item} />
      <h4 className={styles.heading}>{w.item.evidence}</h4>
      <ItemEvidence item={item} />
      {query.data !== undefined && <Lines opened={query.data} />}
      {query.isError && (
        <ErrorState
          title={w.item.notShown}
          error={query.error}
          onRetry={() => void query.refetch()}
          isInline
        />
      )}
      {query.isPending && <Loading lines={3} />}
    </>
  );
}

function Side(props: {
  title: string;
  by?: string | null;
  text: string;
  none: string;
  /** What is missing here asks for the officer. */
  isAsked?: boolean;
}): ReactNode {
  return (
    <div className={styles.side}>
      <h4 className={styles.heading}>
        {props.title}{" "}
        {props.by !== null && props.by !== undefined && (
          <span className={styles.by}>
            <Bdi>{props.by}</Bdi>
          </span>
        )}
      </h4>
      {props.text === "" ? (
        <p className={props.isAsked ? styles.asked : styles.muted}>{props.none}</p>
      ) : (
        <Bdi block>{props.text}</Bdi>
      )}
    </div>
  );
}

function Facts(props: { item: ItemView }): ReactNode {
  const { item } = props;
  return (
    <dl className={styles.facts}>
      <dt>{drafts.item.why}</dt>
      <dd>
        <Bdi>{item.why}</Bdi>
      </dd>
      <dt>{drafts.item.where}</dt>
      <dd>
        <Bdi>{item.place}</Bdi>
      </dd>
      {item.seen_live !== null && (
        <>
          <dt>{drafts.item.live}</dt>
          <dd>
            <WorldTimeText time={item.seen_live} />
          </dd>
        </>
      )}
      {item.handle_seen !== null && (
        <>
          <dt>{w.changes.field("handle_seen")}</dt>
          <dd>
            <WorldTimeText time={item.handle_seen} />
          </dd>
        </>
      )}
    </dl>
  );
}

/** Every line with its answer; where all are No it says so in one. */
function Lines(props: { opened: OpenedItemView }): ReactNode {
  const { opened } = props;
  const isAllNo = opened.answers.every((line) => line.answer === "no");
  return (
    <div className={styles.lines}>
      <div>
        <h4 className={styles.heading}>
          {w.item.answers} {isAllNo && <Pill tone="ok">{w.item.allNo(opened.answers.length)}</Pill>}
        </h4>
        <ul className={styles.answers}>
          {opened.answers.map((line) => (
            <li key={line.short} title={line.question}>
              <span>{line.short}</span>{" "}
              <b data-answer={line.answer ?? "none"}>
                {line.answer === null ? w.item.notAsked : w.item.answer[line.answer]}
              </b>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h4 className={styles.heading}>
          {w.item.reason}{" "}
          <span className={styles.by}>
            {opened.officer}, <Time at={opened.at} />
            {opened.grading !== null && `, ${w.item.graded(opened.grading)}`}
          </span>
        </h4>
        <p>
          <Bdi>{opened.reason}</Bdi>
        </p>
      </div>
    </div>
  );
}

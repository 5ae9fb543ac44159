import { type ReactNode, useLayoutEffect, useRef } from "react";
import type { BlindAccountView, TranslationView } from "../../../host";
import { Bdi, Card, Pill, Time, WorldTimeText } from "../../../kit";
import { ExhibitLine } from "../../../record/exhibit/ExhibitLine";
import { useExhibits } from "../../../record/exhibit/ExhibitProvider";
import { StatusPill, translationOf } from "../../../record/item/Translation";
import { RegisterBanner } from "../../../record/register/RegisterBanner";
import { w as record } from "../../../record/words";
import styles from "./second.module.css";
import { w } from "./words";

/** An account as it was published: its words, evidence and registers, and nothing that was made of them. */
export function BlindPane(props: { account: BlindAccountView }): ReactNode {
  const { account } = props;
  const root = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each account begins at its top.
  useLayoutEffect(() => {
    root.current?.parentElement?.scrollTo?.({ top: 0 });
  }, [account.id]);
  return (
    <div ref={root} className={styles.item} data-blind={account.id}>
      <Head account={account} />
      <RegisterBanner hits={account.registers} />
      <Words
        title={record.profileText}
        aside={account.language_name ?? record.languageUnknown}
        text={account.bio}
        lang={account.language}
        translation={translationOf(account, null)}
      />
      {account.posts.map((post) => (
        <Words
          key={post.id}
          title={record.unit[post.unit]}
          aside={post.posted === null ? record.postedUnknown : <WorldTimeText time={post.posted} />}
          text={post.text}
          lang={post.language}
          translation={translationOf(account, post.id)}
        />
      ))}
      <Evidence account={account} />
      <Files account={account} />
    </div>
  );
}

function Head(props: { account: BlindAccountView }): ReactNode {
  const { account } = props;
  const earlier = account.aliases.flatMap(({ handle }) => (handle === null ? [] : [`@${handle}`]));
  return (
    <header className={styles.head}>
      <h1 className={styles.name}>
        <Bdi>{account.label}</Bdi> <Pill>{w.blind}</Pill>
        {account.unit !== "account" && <Pill>{record.unit[account.unit]}</Pill>}
      </h1>
      <p className={styles.quiet}>
        {account.platform_name}
        {account.platform_id !== null && (
          <>
            {" "}
            · {record.idLabel} <Bdi>{account.platform_id}</Bdi>
          </>
        )}
        {account.display_name !== null && (
          <>
            {" "}
            · <Bdi lang={account.language}>{account.display_name}</Bdi>
          </>
        )}
        {earlier.length > 1 && (
          <>
            {" "}
            · {record.seenAs} <Bdi>{[...new Set(earlier)].slice(0, 3).join(", ")}</Bdi>
          </>
        )}{" "}
        · {record.cameIn} <Time at={account.imported_at} />
      </p>
      <p className={styles.quiet}>
        <Bdi mono>{account.shown_url}</Bdi>
      </p>
    </header>
  );
}

function Words(props: {
  title: string;
  aside: ReactNode;
  text: string | null;
  lang: string | null;
  translation: TranslationView | undefined;
}): ReactNode {
  const { text, translation } = props;
  return (
    <Card>
      <div className={styles.two}>
        <div className={styles.side}>
          <h2 className={styles.heading}>
            {props.title} <span className={styles.quiet}>{props.aside}</span>
          </h2>
          {text === null || text === "" ? (
            <p className={styles.quiet}>{record.noWords}</p>
          ) : (
            <Bdi lang={props.lang} block>
              {text}
            </Bdi>
          )}
        </div>
        <div className={styles.side}>
          <h2 className={styles.heading}>{w.translation}</h2>
          {translation === undefined ? (
            <p className={styles.quiet}>{record.noTranslation}</p>
          ) : (
            <>
              <Bdi lang="en" block>
                {translation.text}
              </Bdi>
              <p className={styles.quiet}>
                <StatusPill translation={translation} /> <Bdi>{translation.by}</Bdi>
              </p>
            </>
          )}
        </div>
      </div>
    </Card>
  );
}

function Evidence(props: { account: BlindAccountView }): ReactNode {
  const { exhibits } = props.account;
  const { open } = useExhibits();
  if (exhibits.length === 0) return null;
  return (
    <Card title={w.exhibits}>
      {exhibits.map((exhibit) => (
        <ExhibitLine key={exhibit.id} exhibit={exhibit} onOpen={() => open(exhibits, exhibit.id)} />
      ))}
    </Card>
  );
}

function Files(props: { account: BlindAccountView }): ReactNode {
  const { flagged_for: flagged, source, followers, extra } = props.account;
  const facts = [
    [w.flaggedFor, flagged],
    [w.by, source],
    [record.followers, followers],
    ...extra.map(({ name, value }) => [name, value] as const),
  ].flatMap(([name, value]) => (value === null || value === "" ? [] : [{ name, value }]));
  if (facts.length === 0) return null;
  return (
    <Card title={w.files}>
      <dl className={styles.facts}>
        {facts.map(({ name, value }) => (
          <div key={`${name} ${value}`}>
            <dt>
              <Bdi>{name ?? ""}</Bdi>
            </dt>
            <dd>
              <Bdi>{value ?? ""}</Bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import {
  codeOf,
  type FirstScreenView,
  type RecentCaseView,
  type SessionView,
  useHost,
  useHostEvent,
} from "../../host";
import { Bdi, ErrorState, Icon, IconButton, type IconName, LinkButton, Time } from "../../kit";
import { Demonstrating, useIsDemonstrationMade } from "./Demonstrating";
import { Reading } from "./look/Reading";
import { ThrownAway } from "./look/ThrownAway";
import type { Look } from "./look/useLook";
import { w as lookWords } from "./look/words";
import { Mark } from "./Mark";
import styles from "./unlock.module.css";
import { w } from "./words";

type FirstScreenProps = {
  first: FirstScreenView;
  /** Why the case that was asked for at the start did not open. */
  failure: unknown;
  onOpen: (place: { token: string; name: string }) => void;
  onNew: () => void;
  onJoin: () => void;
  onOpened: (session: SessionView) => void;
  look: Look;
  /** True if a look was thrown away without the officer’s word. */
  wasThrownAway: boolean;
  onUnderstood: () => void;
};

/** Recent cases, and the ways to begin. */
export function FirstScreen(props: FirstScreenProps): ReactNode {
  const { first } = props;
  const host = useHost();
  const [error, setError] = useState<unknown>(props.failure);
  const [isOpening, setOpening] = useState(false);
  const isMade = useIsDemonstrationMade();
  const { looking, read } = props.look;
  useHostEvent("dropped", ({ files }) => void read(files));
  const demonstrate = async (isSecond: boolean) => {
    setError(null);
    setOpening(true);
    const { openDemonstration, openDemonstrationAsSecond } = host.commands;
    try {
      props.onOpened(await (isSecond ? openDemonstrationAsSecond() : openDemonstration()));
    } catch (thrown) {
      setError(codeOf(thrown) === "cancelled" ? null : thrown);
      setOpening(false);
    }
  };
  return (
    <div className={styles.first}>
      <header className={styles.brand}>
        <Mark />
        <div>
          <h1 className={styles.product}>{w.product}</h1>
          <p className={styles.quiet}>{w.tagline}</p>
        </div>
      </header>
      {props.wasThrownAway && <ThrownAway onUnderstood={props.onUnderstood} />}
      {error !== null && <ErrorState error={error} isInline />}
      {looking.at === "failed" && <ErrorState error={looking.error} isInline />}
      {isOpening && <Demonstrating isMade={isMade} />}
      {looking.at === "reading" && <Reading job={looking.job} />}
      {!isOpening && looking.at !== "reading" && (
        <div className={styles.columns}>
          <Ways
            {...props}
            onDemonstrate={(isSecond) => void demonstrate(isSecond)}
            onError={setError}
          />
          <section aria-label={w.recent} className={styles.sheet}>
            <h2 className={styles.heading}>{w.recent}</h2>
            {first.recent.length === 0 && <p className={styles.quiet}>{w.noRecent}</p>}
            <ul className={styles.recent}>
              {first.recent.map((recent) => (
                <Recent
                  key={recent.token}
                  recent={recent}
                  onOpen={props.onOpen}
                  onFailed={setError}
                />
              ))}
            </ul>
          </section>
        </div>
      )}
      <footer className={styles.foot}>{w.version(first.version)}</footer>
    </div>
  );
}

function Ways(
  props: FirstScreenProps & {
    onDemonstrate: (isSecond: boolean) => void;
    onError: (error: unknown) => void;
  },
): ReactNode {
  const host = useHost();
  const choose = async () => {
    props.onError(null);
    try {
      const [place] = await host.commands.choose("open-case", null);
      if (place) props.onOpen(place);
    } catch (thrown) {
      props.onError(thrown);
    }
  };
  return (
    <section aria-label={w.start} className={styles.sheet}>
      <h2 className={styles.heading}>{w.start}</h2>
      <Way
        icon="search"
        title={lookWords.way}
        text={lookWords.wayText}
        onPress={() => void props.look.choose()}
      />
      <Way icon="plus" title={w.newCase} text={w.newCaseText} onPress={props.onNew} />
      <Way icon="open" title={w.openCase} text={w.openCaseText} onPress={() => void choose()} />
      <Way icon="colleagues" title={w.join} text={w.joinText} onPress={props.onJoin} />
      <Way
        icon="eye"
        title={w.demonstration}
        text={w.demonstrationText}
        onPress={() => props.onDemonstrate(false)}
      />
      {props.first.has_demonstration && (
        <p className={styles.second}>
          <LinkButton onPress={() => props.onDemonstrate(true)}>{w.demonstrationSecond}</LinkButton>
        </p>
      )}
    </section>
  );
}

function Way(props: {
  icon: IconName;
  title: string;
  text: string;
  onPress: () => void;
}): ReactNode {
  return (
    <AriaButton className={styles.way ?? ""} onPress={props.onPress}>
      <span className={styles.wayIcon}>
        <Icon name={props.icon} size={18} />
      </span>
      <span className={styles.wayWords}>
        <b>{props.title}</b>
        <span className={styles.quiet}>{props.text}</span>
      </span>
    </AriaButton>
  );
}

function Recent(props: {
  recent: RecentCaseView;
  onOpen: (place: { token: string; name: string }) => void;
  onFailed: (error: unknown) => void;
}): ReactNode {
  const { recent } = props;
  const host = useHost();
  const client = useQueryClient();
  const forget = () => {
    host.commands
      .forgetRecent(recent.token)
      .then(() => client.invalidateQueries({ queryKey: ["first-screen"] }))
      .catch(props.onFailed);
  };
  return (
    <li className={styles.recentLine}>
      <AriaButton
        className={styles.recentOpen ?? ""}
        isDisabled={!recent.is_there}
        onPress={() => props.onOpen(recent)}
      >
        <Icon name="lock" />
        <span className={styles.wayWords}>
          <b>
            <Bdi>{recent.name}</Bdi>
          </b>
          <span className={styles.quiet}>
            {recent.is_there ? (
              <>
                {w.openedAt} <Time at={recent.opened_at} show="ago" />
              </>
            ) : (
              w.gone
            )}
          </span>
        </span>
      </AriaButton>
      <IconButton icon="close" size="small" label={w.forgetCase(recent.name)} onPress={forget} />
    </li>
  );
}

import type { ReactNode } from "react";
import type { AccountView } from "../../host";
import { Bdi, Button, Muted, Pill, Section, Time, WorldTimeText } from "../../kit";
import { useExhibits } from "../exhibit/ExhibitProvider";
import { alikeGroups, Thumb } from "../exhibit/Thumb";
import { w as graded } from "../grading/words";
import { JusticeSection } from "../justice/JusticeSection";
import { LinkedSection } from "../links/LinkedSection";
import { RoleSection } from "../role/RoleSection";
import { VisitsSection } from "../watch/VisitsSection";
import { w } from "../words";
import styles from "./Inspector.module.css";
import { Notes } from "./Notes";
import { Registers } from "./Registers";

const TILES = 8;

/** What stands beside an account: evidence, registers, actions, other names, notes. */
export function Inspector(props: { account: AccountView; onAttach: () => void }): ReactNode {
  const { account } = props;
  return (
    <>
      <Evidence account={account} onAttach={props.onAttach} />
      <RoleSection account={account} />
      <LinkedSection account={account} />
      <Registers account={account} />
      <JusticeSection key={`justice ${account.id}`} account={account.id} />
      <VisitsSection key={`visits ${account.id}`} account={account} />
      {account.actions.length > 0 && <Actions account={account} />}
      {account.aliases.length > 0 && <Aliases account={account} />}
      {account.same_handle.length > 0 && <SameHandle account={account} />}
      <Notes key={account.id} account={account} />
    </>
  );
}

function Evidence(props: { account: AccountView; onAttach: () => void }): ReactNode {
  const { account } = props;
  const { open } = useExhibits();
  const groups = alikeGroups(account.exhibits);
  return (
    <Section
      title={w.evidence}
      aside={account.exhibits.length === 0 ? w.none : account.exhibits.length}
    >
      {groups.length === 0 ? (
        <Button size="small" icon="attach" onPress={props.onAttach}>
          {w.attach.button}
        </Button>
      ) : (
        <div className={styles.tiles}>
          {groups
            .slice(0, TILES)
            .map((group) =>
              group
                .slice(0, 1)
                .map((exhibit) => (
                  <Thumb
                    key={exhibit.id}
                    exhibit={exhibit}
                    alike={group.length}
                    onOpen={() => open(account.exhibits, exhibit.id)}
                  />
                )),
            )}
        </div>
      )}
      {groups.length > TILES && <Muted>{w.moreInTab(groups.length - TILES)}</Muted>}
    </Section>
  );
}

function Actions(props: { account: AccountView }): ReactNode {
  return (
    <Section
      title={w.actions}
      aside={w.openOf(props.account.actions.filter((one) => one.is_open).length)}
    >
      <ul className={styles.lines}>
        {props.account.actions.map((action) => (
          <li key={action.id}>
            <b>{w.act[action.action].name}</b>{" "}
            {action.grading !== null && <Pill>{graded.graded(action.grading)}</Pill>}{" "}
            {action.is_open ? (
              <Pill tone={action.action === "safeguarding" ? "danger" : "warn"}>{w.open}</Pill>
            ) : (
              <Pill tone="ok">{w.answeredPill}</Pill>
            )}
            <p className={styles.quiet}>
              {w.toldLead} <Bdi>{action.told}</Bdi>, <Time at={action.at} />
            </p>
            {action.answer !== null && (
              <p>
                <Bdi>{action.answer}</Bdi>{" "}
                {action.answered_at !== null && (
                  <span className={styles.quiet}>
                    <Time at={action.answered_at} />
                  </span>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Others that were seen with a handle of it; nothing is merged by that. */
function SameHandle(props: { account: AccountView }): ReactNode {
  const others = props.account.same_handle;
  return (
    <Section title={w.sameHandle} aside={others.length}>
      <ul className={styles.lines}>
        {others.map((other, n) => (
          <li key={other.account ?? n}>
            <Bdi>{other.label}</Bdi> <span className={styles.quiet}>{other.words}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Aliases(props: { account: AccountView }): ReactNode {
  return (
    <Section title={w.alsoSeenAs} aside={props.account.aliases.length}>
      <ul className={styles.lines}>
        {props.account.aliases.map((alias) => (
          <li key={`${alias.handle} ${alias.platform_id} ${alias.last_seen.at} ${alias.source}`}>
            {alias.handle !== null && <Bdi>{`@${alias.handle}`}</Bdi>}{" "}
            {alias.platform_id !== null && (
              <span className={styles.quiet}>
                {w.idLabel} <Bdi>{alias.platform_id}</Bdi>
              </span>
            )}
            <p className={styles.quiet}>
              <WorldTimeText time={alias.first_seen} />
              {alias.last_seen.at !== alias.first_seen.at && (
                <>
                  {" "}
                  {w.to} <WorldTimeText time={alias.last_seen} />
                </>
              )}{" "}
              · <Bdi>{alias.source}</Bdi>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

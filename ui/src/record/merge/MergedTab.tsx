/** What stands on records that were merged into the account, each under its own heading. */
import { type ReactNode, useState } from "react";
import {
  type AccountView,
  type ExclusionView,
  type MergedFieldView,
  type MergedView,
  useHost,
} from "../../host";
import { Bdi, Button, Card, Confirm, Time, useToast, WorldTimeText } from "../../kit";
import { defangWithin } from "../defang";
import { ExhibitLine } from "../exhibit/ExhibitLine";
import { useExhibits } from "../exhibit/ExhibitProvider";
import { HistoryTab } from "../item/HistoryTab";
import { useBusy } from "../useBusy";
import styles from "./merge.module.css";
import { w } from "./words";

/** Every merged record, the newest merge first. */
export function MergedTab(props: {
  account: AccountView;
  lines: readonly ExclusionView[];
}): ReactNode {
  return props.account.merged.map((merged) => (
    <Merged key={merged.id} account={props.account} merged={merged} lines={props.lines} />
  ));
}

/** The account with the lists of the merged record: what shows an account shows them. Its acts are undone elsewhere. */
function asAccount(account: AccountView, merged: MergedView): AccountView {
  const { posts, translations, exhibits, assessments, notes } = merged;
  const history = merged.history.map((line) =>
    line.kind === "linked" ? line : { ...line, undo: null },
  );
  return { ...account, posts, translations, exhibits, assessments, notes, history, past: [] };
}

function Merged(props: {
  account: AccountView;
  merged: MergedView;
  lines: readonly ExclusionView[];
}): ReactNode {
  const { merged } = props;
  const account = asAccount(props.account, merged);
  const exhibits = useExhibits();
  return (
    <section className={styles.merged} aria-label={`${w.from} ${merged.label}`}>
      <Head merged={merged} />
      <Fields account={props.account} merged={merged} />
      <Card title={w.seenAs}>
        <ul className={styles.lines}>
          {merged.aliases.map((alias, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sightings may say the same.
            <li key={n}>
              <Bdi mono>{alias.handle ?? alias.platform_id ?? alias.url ?? ""}</Bdi>{" "}
              {alias.handle !== null && alias.platform_id !== null && (
                <Bdi mono>{alias.platform_id}</Bdi>
              )}{" "}
              <span className={styles.quiet}>
                <WorldTimeText time={alias.first_seen} /> · <Bdi>{alias.source}</Bdi>
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Texts merged={merged} />
      {merged.exhibits.length > 0 && (
        <Card title={w.evidence}>
          {merged.exhibits.map((exhibit) => (
            <ExhibitLine
              key={exhibit.id}
              exhibit={exhibit}
              isRepeated={false}
              onOpen={() => exhibits.open(merged.exhibits, exhibit.id)}
            />
          ))}
        </Card>
      )}
      {merged.notes.length > 0 && (
        <Card title={w.notes}>
          <ul className={styles.lines}>
            {merged.notes.map((note) => (
              <li key={note.id}>
                <Bdi block>{note.text}</Bdi>
                <span className={styles.quiet}>
                  {note.officer}, <Time at={note.at} />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <HistoryTab account={account} lines={props.lines} />
    </section>
  );
}

/** Posts with their addresses, and translations; they are translated again once the merge is taken back. */
function Texts(props: { merged: MergedView }): ReactNode {
  const { posts, translations } = props.merged;
  return (
    <>
      {posts.length > 0 && (
        <Card title={w.posts}>
          <ul className={styles.lines}>
            {posts.map((post) => (
              <li key={post.id}>
                <Bdi lang={post.language} block>
                  {post.text}
                </Bdi>
                <span className={styles.quiet}>
                  {post.posted !== null && <WorldTimeText time={post.posted} />}{" "}
                  {post.shown_url !== null && <Bdi mono>{post.shown_url}</Bdi>}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {translations.length > 0 && (
        <Card title={w.translations}>
          <ul className={styles.lines}>
            {translations.map((one) => (
              <li key={one.id}>
                <Bdi block>{one.text}</Bdi>
                <span className={styles.quiet}>
                  <Bdi>{one.by}</Bdi>, <Time at={one.at} />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Head(props: { merged: MergedView }): ReactNode {
  const { merged } = props;
  const host = useHost();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h3 className={styles.heading}>
          {w.from} <Bdi>{merged.label}</Bdi>
        </h3>
        <Bdi block>{merged.reason}</Bdi>
        <span className={styles.quiet}>
          {w.by(merged.officer)} <Time at={merged.at} />
        </span>
      </div>
      <Button size="small" ariaLabel={w.takeBackOf(merged.label)} onPress={() => setAsking(true)}>
        {w.takeBack}
      </Button>
      <Confirm
        title={w.titleTakeBack}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        action={w.takeBack}
        needsReason
        onConfirm={async (reason) => {
          await host.commands.takeBackMerge(merged.id, reason);
          toast({ text: w.tookBack, tone: "ok" });
          setAsking(false);
        }}
      >
        <p>
          <Bdi>{merged.label}</Bdi>. {w.restores}
        </p>
      </Confirm>
    </header>
  );
}

function Fields(props: { account: AccountView; merged: MergedView }): ReactNode {
  const { merged } = props;
  if (merged.fields.length === 0) return <p className={styles.quiet}>{w.same}</p>;
  return (
    <Card title={w.differ}>
      <table className={styles.fields}>
        <thead>
          <tr>
            <th scope="col">{w.column.field}</th>
            <th scope="col">{w.column.own}</th>
            <th scope="col">{w.column.merged}</th>
            <th scope="col">{w.column.choice}</th>
          </tr>
        </thead>
        <tbody>
          {merged.fields.map((field) => (
            <Field key={field.field} account={props.account} merged={merged} field={field} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Field(props: {
  account: AccountView;
  merged: MergedView;
  field: MergedFieldView;
}): ReactNode {
  const { account, merged, field } = props;
  const host = useHost();
  const toast = useToast();
  const { isBusy, error, run } = useBusy();
  const name = w.field[field.field];
  const take = async () => {
    const set = await host.commands.chooseMergedField(account.id, merged.id, field.field);
    toast({
      text: w.took(name),
      tone: "ok",
      ...(set === null ? {} : { undo: () => host.commands.undo(set) }),
    });
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{said(field.own)}</td>
      <td>{said(field.merged)}</td>
      <td>
        <Button
          size="small"
          isPending={isBusy}
          ariaLabel={w.takeOf(name)}
          onPress={() => void run(take)}
        >
          {w.take}
        </Button>
        {error !== null && <span role="alert">{error}</span>}
      </td>
    </tr>
  );
}

function said(value: string | null): ReactNode {
  if (value === null || value === "") return <span className={styles.quiet}>{w.empty}</span>;
  return <Bdi block>{defangWithin(value)}</Bdi>;
}

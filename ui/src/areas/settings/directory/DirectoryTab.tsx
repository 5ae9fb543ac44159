/** By which channel a platform takes what, as this case has it, and what became of what was sent by each. */
import { useQuery } from "@tanstack/react-query";
import { Fragment, type ReactNode, useState } from "react";
import { type ChannelLineView, type DirectoryView, useHost, useSession } from "../../../host";
import { Bdi, Button, Card, Muted, Pill, QueryState } from "../../../kit";
import { ChannelDialog } from "./ChannelDialog";
import { DirectoryFile } from "./DirectoryFile";
import styles from "./directory.module.css";
import { w } from "./words";

/** The tab. */
export function DirectoryTab(): ReactNode {
  const host = useHost();
  const query = useQuery({ queryKey: ["directory"], queryFn: () => host.commands.directory() });
  return <QueryState query={query}>{(directory) => <Whole directory={directory} />}</QueryState>;
}

function Whole(props: { directory: DirectoryView }): ReactNode {
  const { directory } = props;
  const { officer } = useSession();
  const [editing, setEditing] = useState<ChannelLineView | "new" | null>(null);
  const canChange = officer.role !== "reader";
  const overdue = directory.channels.filter((line) => line.is_overdue).length;
  return (
    <Card
      title={w.title}
      aside={
        <>
          {w.aside(directory.version, directory.channels.length)} ·{" "}
          {directory.is_own ? <Bdi>{w.own(directory.officer ?? "")}</Bdi> : w.asItComes}
        </>
      }
    >
      <p>
        <Muted>{w.text}</Muted>
      </p>
      <div className={styles.actions}>
        {canChange && (
          <Button icon="plus" onPress={() => setEditing("new")}>
            {w.add}
          </Button>
        )}
        <DirectoryFile directory={directory} canChange={canChange} />
        {overdue > 0 && <Pill tone="warn">{w.overdue(overdue)}</Pill>}
      </div>
      <Channels directory={directory} onChange={canChange ? setEditing : null} />
      {editing !== null && (
        <ChannelDialog
          directory={directory}
          line={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  );
}

function Channels(props: {
  directory: DirectoryView;
  onChange: ((line: ChannelLineView) => void) | null;
}): ReactNode {
  const { channels } = props.directory;
  return (
    <table className={styles.table} aria-label={w.list}>
      <thead>
        <tr>
          <th scope="col">{w.column.channel}</th>
          <th scope="col">{w.column.takes}</th>
          <th scope="col">{w.column.terms}</th>
          <th scope="col">{w.column.rate}</th>
          <th scope="col">{w.column.review}</th>
          {props.onChange !== null && <td />}
        </tr>
      </thead>
      <tbody>
        {channels.map((line, at) => (
          <Fragment key={`${line.channel.platform} ${line.channel.channel}`}>
            {channels[at - 1]?.channel.platform !== line.channel.platform && (
              <tr>
                <th
                  className={styles.platform}
                  colSpan={props.onChange === null ? 5 : 6}
                  scope="rowgroup"
                >
                  <Bdi>{line.platform_name}</Bdi>
                </th>
              </tr>
            )}
            <Channel line={line} onChange={props.onChange} />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Channel(props: {
  line: ChannelLineView;
  onChange: ((line: ChannelLineView) => void) | null;
}): ReactNode {
  const { line, onChange } = props;
  const { channel } = line;
  return (
    <tr>
      <td className={styles.name}>
        <b>
          <Bdi>{channel.name}</Bdi>
        </b>
        {channel.address !== "" && (
          <div>
            <Bdi>{channel.address}</Bdi>
          </div>
        )}
      </td>
      <td>
        <Bdi>{channel.accepts}</Bdi>
        <div className={styles.quiet}>
          {channel.most_items === null ? (
            <Bdi>{w.most(channel.most)}</Bdi>
          ) : (
            w.limit(channel.most_items)
          )}
        </div>
      </td>
      <td>
        <ul className={styles.terms}>
          {termsOf(line).map((term) => (
            <li key={term}>
              <Bdi>{term}</Bdi>
            </li>
          ))}
        </ul>
      </td>
      <td className={styles.rate}>
        <Rate line={line} />
      </td>
      <td className={styles.review} title={w.from(channel.source, channel.date)}>
        {line.review_by} {line.is_overdue && <Pill tone="warn">{w.isOverdue}</Pill>}
      </td>
      {onChange !== null && (
        <td>
          <Button
            size="small"
            ariaLabel={w.changeOf(channel.name, line.platform_name)}
            onPress={() => onChange(line)}
          >
            {w.change}
          </Button>
        </td>
      )}
    </tr>
  );
}

function termsOf({ channel }: ChannelLineView): readonly string[] {
  return [
    w.told(channel.user_told),
    w.preserves(channel.preservation),
    channel.answer_days === null ? w.answer(channel.usual_time) : w.answerDays(channel.answer_days),
    w.language(channel.language),
  ];
}

function Rate(props: { line: ChannelLineView }): ReactNode {
  const { sent, decided, taken_down } = props.line.rate;
  if (sent === 0) return <Muted>{w.rateNone}</Muted>;
  return (
    <>
      {w.rate(taken_down, sent)}
      <div className={styles.quiet}>{w.rateDecided(decided)}</div>
    </>
  );
}

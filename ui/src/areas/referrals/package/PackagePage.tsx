/** A package from another workstation: read item by item, and only then signed. */
import { type ReactNode, useState } from "react";
import { type PackageFileView, type PackageView, useHost } from "../../../host";
import { Bdi, Button, Pill, Time, useToast } from "../../../kit";
import { NoticeText } from "../../../record/NoticeText";
import { useBusy } from "../../../record/useBusy";
import { PackageItems } from "./PackageItems";
import styles from "./package.module.css";
import type { OpenedPackage } from "./usePackage";
import { w } from "./words";

/** The page. */
export function PackagePage(props: { opened: OpenedPackage; onClose: () => void }): ReactNode {
  const { view, token } = props.opened;
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  return (
    <div className={styles.page}>
      <Head view={view} onClose={props.onClose} />
      <h3>
        <Bdi>{view.title}</Bdi>
      </h3>
      <p>
        <Bdi>{view.summary}</Bdi>
      </p>
      <h4 className={styles.title}>{w.items}</h4>
      <PackageItems
        items={view.items}
        seen={seen}
        onSeen={(id) => setSeen(new Set([...seen, id]))}
      />
      <h4 className={styles.title}>{w.notice}</h4>
      <NoticeText text={view.notice} label={w.notice} />
      <h4 className={styles.title}>{w.files}</h4>
      <Files files={[...view.outputs, ...view.exhibits]} />
      <Sign view={view} token={token} seen={seen} onClose={props.onClose} />
    </div>
  );
}

function Head(props: { view: PackageView; onClose: () => void }): ReactNode {
  const { view } = props;
  const { sender } = view;
  return (
    <>
      <header className={styles.head}>
        <h2>
          <Bdi>{w.title(view.platform_name)}</Bdi>
        </h2>
        <span className={styles.quiet}>
          <Bdi>{view.outside_reference}</Bdi> · {w.version(view.version)}
        </span>
        <Pill>{view.marking}</Pill>
        <Button size="small" onPress={props.onClose}>
          {w.close}
        </Button>
      </header>
      <p className={styles.quiet}>
        <Bdi>{w.from(sender.name, sender.number)}</Bdi>, <Time at={view.submitted_at} />
        <br />
        <Bdi>
          {w.drafters(view.drafters.map(({ name, number }) => `${name}, ${number}`).join("; "))}
        </Bdi>
        <br />
        <Bdi>{w.fingerprint(view.sender_fingerprint)}</Bdi>
      </p>
    </>
  );
}

function Files(props: { files: readonly PackageFileView[] }): ReactNode {
  return (
    <table className={styles.files} aria-label={w.files}>
      <thead>
        <tr>
          <th scope="col">{w.file}</th>
          <th scope="col">{w.hash}</th>
          <th scope="col">{w.size}</th>
        </tr>
      </thead>
      <tbody>
        {props.files.map(({ name, sha256, size }) => (
          <tr key={name}>
            <td>
              <Bdi>{name}</Bdi>
            </td>
            <td>{sha256}</td>
            <td>{size}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sign(props: {
  view: PackageView;
  token: string;
  seen: ReadonlySet<string>;
  onClose: () => void;
}): ReactNode {
  const { view, token, seen } = props;
  const host = useHost();
  const toast = useToast();
  const { isBusy, error, run } = useBusy();
  const left = view.items.filter(({ id }) => !seen.has(id)).length;
  if (view.refusal !== null) {
    return (
      <p role="status" className={styles.warn}>
        {view.refusal}
      </p>
    );
  }
  const sign = () =>
    run(async () => {
      const name = `${view.outside_reference}.answer`;
      const [place] = await host.commands.choose("save-answer", name);
      if (place === undefined) return;
      const request = { sha256: view.sha256, opened: [...seen] };
      const answer = await host.commands.signPackage(token, request, place.token);
      toast({ text: w.signed(answer.file_name), tone: "ok" });
      props.onClose();
    });
  return (
    <div className={styles.sign}>
      <Button
        variant="primary"
        isDisabled={left > 0}
        why={left > 0 ? w.signWhy(left) : undefined}
        isPending={isBusy}
        onPress={() => void sign()}
      >
        {w.sign}
      </Button>
      <span className={styles.quiet}>{w.signText}</span>
      {error !== null && (
        <p role="alert" className={styles.warn}>
          {error}
        </p>
      )}
    </div>
  );
}

/** What officers said of a network: who, when, why; and the ways to say more, to rename and to take back. */
import { Fragment, type ReactNode, useState } from "react";
import type { DeclarationView, DeclareRequest, NetworkView } from "../../../host";
import {
  Bdi,
  Button,
  Confirm,
  Dialog,
  ErrorState,
  FormButtons,
  Pill,
  TextField,
  Time,
} from "../../../kit";
import { SayDialog } from "./SayDialog";
import styles from "./said.module.css";
import { useSay } from "./useSay";
import { w } from "./words";

type Open =
  | { readonly what: "say"; readonly kind: DeclareRequest["kind"] }
  | { readonly what: "rename" | "take-back"; readonly of: DeclarationView };

/** The words on a network, the newest first. */
export function Said(props: { network: NetworkView }): ReactNode {
  const { network } = props;
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <section className={styles.said} aria-label={w.title}>
      {network.said.length > 0 && (
        <ul className={styles.list}>
          {network.said.map((one) => (
            <Word
              key={one.id}
              word={one}
              size={network.size}
              onRename={() => setOpen({ what: "rename", of: one })}
              onTakeBack={() => setOpen({ what: "take-back", of: one })}
            />
          ))}
        </ul>
      )}
      <div className={styles.acts}>
        {network.said.length === 0 && <span className={styles.quiet}>{w.none}</span>}
        <Button size="small" onPress={() => setOpen({ what: "say", kind: "together" })}>
          {w.sayTogether}
        </Button>
        <Button size="small" onPress={() => setOpen({ what: "say", kind: "apart" })}>
          {w.sayApart}
        </Button>
      </div>
      {open?.what === "say" && <SayDialog kind={open.kind} network={network} onClose={close} />}
      {open?.what === "rename" && <Rename word={open.of} onClose={close} />}
      {open?.what === "take-back" && <TakeBack word={open.of} onClose={close} />}
    </section>
  );
}

/** Who it is about, in words for a button's name. */
function about(word: DeclarationView): string {
  const all = [...word.accounts, ...word.from].map(({ label }) => label).join(w.and);
  return word.kind === "together" ? (word.name ?? w.together) : all;
}

function Word(props: {
  word: DeclarationView;
  size: number;
  onRename: () => void;
  onTakeBack: () => void;
}): ReactNode {
  const { word, size } = props;
  return (
    <li className={styles.word}>
      <Pill tone={word.kind === "together" ? "accent" : "neutral"}>
        {word.kind === "together" ? w.together : w.apart}
      </Pill>
      <div className={styles.words}>
        <div>
          {word.kind === "together" ? (
            <>
              {word.name !== null && (
                <b>
                  <Bdi>{word.name}</Bdi>{" "}
                </b>
              )}
              {w.ofAccounts(word.accounts.length, Math.max(size, word.accounts.length))}
            </>
          ) : (
            [...word.accounts, ...word.from].map(({ id, label }, n) => (
              <Fragment key={id}>
                {n > 0 && w.and}
                <Bdi>{label}</Bdi>
              </Fragment>
            ))
          )}
        </div>
        <div>
          <Bdi>{word.reason}</Bdi>
        </div>
        <div className={styles.quiet}>
          {w.by(word.officer)} <Time at={word.at} />
        </div>
      </div>
      <div className={styles.acts}>
        {word.kind === "together" && (
          <Button size="small" ariaLabel={w.renameOf(about(word))} onPress={props.onRename}>
            {w.rename}
          </Button>
        )}
        <Button size="small" ariaLabel={w.takeBackOf(about(word))} onPress={props.onTakeBack}>
          {w.takeBack}
        </Button>
      </div>
    </li>
  );
}

function Rename(props: { word: DeclarationView; onClose: () => void }): ReactNode {
  const { word, onClose } = props;
  const [name, setName] = useState(word.name ?? "");
  const { run, isBusy, error } = useSay(onClose);
  const to = name.trim() === "" ? null : name.trim();
  return (
    <Dialog
      title={w.titleRename}
      isOpen
      onClose={onClose}
      footer={
        <FormButtons
          onCancel={onClose}
          cancel={w.cancel}
          action={w.save}
          isBusy={isBusy}
          onAct={() => void run(({ commands }) => commands.renameNetwork(word.id, to), w.renamed)}
        />
      }
    >
      <TextField
        label={w.name}
        description={w.nameHint}
        value={name}
        onChange={setName}
        maxLength={80}
        autoFocus
      />
      {error !== null && <ErrorState error={error} isInline />}
    </Dialog>
  );
}

function TakeBack(props: { word: DeclarationView; onClose: () => void }): ReactNode {
  const { word, onClose } = props;
  const { run, error } = useSay(onClose);
  return (
    <Confirm
      title={w.titleTakeBack}
      isOpen
      onClose={onClose}
      action={w.takeBack}
      needsReason
      onConfirm={(reason) =>
        run(({ commands }) => commands.takeBackDeclaration(word.id, reason), w.tookBack)
      }
    >
      <p>
        <Bdi>{about(word)}</Bdi>: <Bdi>{word.reason}</Bdi>
      </p>
      {error !== null && <ErrorState error={error} isInline />}
    </Confirm>
  );
}

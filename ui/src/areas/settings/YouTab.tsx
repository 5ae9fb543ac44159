import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { codeOf, type OfficerView, useHost, useSession } from "../../host";
import {
  Bdi,
  Card,
  errorWords,
  Muted,
  SaveState,
  TextField,
  useAutosave,
  useToast,
} from "../../kit";
import { ReadsField } from "./ReadsField";
import styles from "./settings.module.css";
import { w } from "./words";

type Particulars = { email: string; phone: string; badge: string; reads: string[] };

function particularsOf(officer: OfficerView): Particulars {
  return {
    email: officer.email ?? "",
    phone: officer.phone ?? "",
    badge: officer.badge ?? "",
    reads: officer.reads,
  };
}

function isAddress(text: string): boolean {
  return text.trim() === "" || /^[^\s@]+@[^\s@]+$/.test(text.trim());
}

/** The particulars as they are typed; they save themselves, a half-typed address as it last was whole. */
function useParticulars(officer: OfficerView) {
  const host = useHost();
  const client = useQueryClient();
  const [own, setOwn] = useState(() => particularsOf(officer));
  const whole = useRef(own.email);
  const { state, flush } = useAutosave({
    value: own,
    save: async (next) => {
      if (isAddress(next.email)) whole.current = next.email;
      const kept = await host.commands.setOfficer({
        email: whole.current.trim(),
        phone: next.phone.trim(),
        badge: next.badge.trim(),
        reads: next.reads,
        team: null,
        team_from: null,
      });
      client.setQueryData(["officer", "own"], kept);
      await client.invalidateQueries({ queryKey: ["officers"] });
    },
  });
  const set = (part: Partial<Particulars>) => setOwn((now) => ({ ...now, ...part }));
  return { own, set, state, leave: () => void flush() };
}

/** The officer's own particulars, and the key their approvals are checked against. */
export function YouTab(): ReactNode {
  const client = useQueryClient();
  const { officer: opened } = useSession();
  const officer = client.getQueryData<OfficerView>(["officer", "own"]) ?? opened;
  const { own, set, state, leave } = useParticulars(officer);
  const isWrong = !isAddress(own.email);
  return (
    <div className={styles.column}>
      <Card title={w.tabs.you} aside={<SaveState state={isWrong ? "waiting" : state} />}>
        <Facts officer={officer} />
        <div className={styles.fields}>
          <TextField
            label={w.email}
            type="email"
            value={own.email}
            onChange={(email) => set({ email })}
            onBlur={leave}
            error={isWrong ? w.emailWrong : undefined}
          />
          <TextField
            label={w.phone}
            type="tel"
            value={own.phone}
            onChange={(phone) => set({ phone })}
            onBlur={leave}
          />
          <TextField
            label={w.badge}
            value={own.badge}
            onChange={(badge) => set({ badge })}
            onBlur={leave}
          />
          <TeamField officer={officer} />
          <ReadsField value={own.reads} onChange={(reads) => set({ reads })} />
        </div>
      </Card>
      <Card title={w.publicKey}>
        <Bdi mono block>
          {officer.public_key}
        </Bdi>
        <p>
          <Muted>{w.publicKeyText}</Muted>
        </p>
      </Card>
    </div>
  );
}

/** The team; kept when the field is left, since each change counts from its day. */
function TeamField(props: { officer: OfficerView }): ReactNode {
  const host = useHost();
  const client = useQueryClient();
  const [team, setTeam] = useState(props.officer.team ?? "");
  const toast = useToast();
  const isWrong = team.trim().startsWith("(");
  const keep = async () => {
    if (isWrong || team.trim() === (props.officer.team ?? "")) return;
    const none = { email: null, phone: null, badge: null, reads: null, team_from: null };
    try {
      const kept = await host.commands.setOfficer({ ...none, team: team.trim() });
      client.setQueryData(["officer", "own"], kept);
      setTeam(kept.team ?? "");
    } catch (error) {
      toast({ text: errorWords(codeOf(error)).title, tone: "warn" });
    }
  };
  return (
    <TextField
      label={w.team}
      description={w.teamText}
      value={team}
      onChange={setTeam}
      onBlur={() => void keep()}
      error={isWrong ? w.teamWrong : undefined}
    />
  );
}

function Facts(props: { officer: OfficerView }): ReactNode {
  const { officer } = props;
  return (
    <>
      <p>
        <Muted>{w.youText}</Muted>
      </p>
      <dl className={styles.facts}>
        <dt>{w.name}</dt>
        <dd>
          <Bdi>{officer.name}</Bdi>
        </dd>
        <dt>{w.number}</dt>
        <dd>{officer.number}</dd>
        <dt>{w.role}</dt>
        <dd>
          {w.roles[officer.role]} <Muted>{w.roleText[officer.role]}</Muted>
        </dd>
      </dl>
    </>
  );
}

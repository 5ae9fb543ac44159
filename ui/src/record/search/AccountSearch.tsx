import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useHost } from "../../host";
import { type Mistake, SearchBox } from "../../kit";

/** A search waits this long for the next key. Milliseconds. */
const PAUSE_MS = 150;

/** The search box over accounts: what the core can complete is offered, what it cannot read is said. */
export function AccountSearch(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: (value: string) => void;
  mistakes: readonly Mistake[];
}): ReactNode {
  const { value, onChange } = props;
  const host = useHost();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) {
      return;
    }
    const timer = setTimeout(() => onChange(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  const suggest = useCallback(
    (text: string, cursor: number) => host.commands.completeSearch(text, cursor),
    [host],
  );
  return (
    <SearchBox
      label={props.label}
      value={typed}
      onChange={setTyped}
      onSubmit={props.onSubmit ?? onChange}
      suggest={suggest}
      mistakes={typed === value ? props.mistakes : []}
      command="search.focus"
    />
  );
}

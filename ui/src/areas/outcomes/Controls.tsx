/** What is counted, of when, and as at which moment; all of it by keyboard. */
import type { ReactNode } from "react";
import type { Unit } from "../../host";
import { Button, Checkbox, Segmented, TextField } from "../../kit";
import styles from "./outcomes.module.css";
import type { Asked, Span, Which } from "./period";
import { w } from "./words";

/** The pickers. */
export function Controls(props: {
  asked: Asked;
  units: readonly Unit[];
  smallBelow: number;
  /** True where units cannot be shown apart. */
  isApartLeftOut?: boolean;
  onChange: (patch: Partial<Asked>) => void;
}): ReactNode {
  const { asked, onChange } = props;
  const units = props.units.includes("account")
    ? props.units
    : ["account" as const, ...props.units];
  return (
    <div className={styles.controls}>
      <Segmented<Which>
        label={w.unit}
        value={asked.which}
        onChange={(which) => onChange({ which })}
        options={[
          ...units.map((unit) => ({ value: unit, label: w.units[unit] })),
          ...(props.isApartLeftOut ? [] : [{ value: "apart" as const, label: w.apart }]),
        ]}
      />
      <Segmented<Span>
        label={w.span}
        value={asked.span}
        onChange={(span) => onChange({ span, back: 0 })}
        options={(["month", "quarter", "year", "choose"] as const).map((span) => ({
          value: span,
          label: w[span],
        }))}
      />
      {asked.span === "choose" ? (
        <>
          <TextField
            label={w.from}
            type="date"
            value={asked.from}
            onChange={(from) => onChange({ from })}
          />
          <TextField
            label={w.to}
            type="date"
            value={asked.to}
            onChange={(to) => onChange({ to })}
          />
        </>
      ) : (
        <span className={styles.steps}>
          <Button size="small" onPress={() => onChange({ back: asked.back + 1 })}>
            {w.earlier}
          </Button>
          <Button
            size="small"
            isDisabled={asked.back === 0}
            onPress={() => onChange({ back: asked.back - 1 })}
          >
            {w.later}
          </Button>
        </span>
      )}
      <TextField
        label={w.asAt}
        type="datetime-local"
        value={asked.asAt}
        onChange={(asAt) => onChange({ asAt })}
      />
      <Checkbox
        isSelected={asked.withImported}
        onChange={(withImported) => onChange({ withImported })}
      >
        {w.imported}
      </Checkbox>
      <Checkbox isSelected={asked.hidesSmall} onChange={(hidesSmall) => onChange({ hidesSmall })}>
        {w.hideSmall(props.smallBelow)}
      </Checkbox>
    </div>
  );
}

import type { ReactNode } from "react";
import { Bdi, Card, Checkbox, IconButton, Muted, Segmented, Select } from "../../kit";
import styles from "./settings.module.css";
import { useChangeSettings } from "./useChangeSettings";
import { w } from "./words";

const THEMES = ["system", "light", "dark", "contrast"] as const;
const MINUTES = [1, 2, 5, 10, 15, 20, 30, 45, 60] as const;
const SMALLEST = 12;
const LARGEST = 24;

/** Colours, sizes, pictures, and when the case locks by itself. */
export function LookTab(): ReactNode {
  const [settings, change] = useChangeSettings();
  const theme = THEMES.find((name) => name === settings.theme) ?? "system";
  const minutes = [...new Set([...MINUTES, settings.idle_minutes])].sort((a, b) => a - b);
  return (
    <div className={styles.column}>
      <Card title={w.theme}>
        <Segmented
          label={w.theme}
          value={theme}
          onChange={(next) => change({ theme: next })}
          options={THEMES.map((value) => ({ value, label: w.themes[value] }))}
        />
      </Card>
      <Card title={w.textSize} aside={w.textSizeValue(settings.text_size)}>
        <div className={styles.line}>
          <IconButton
            icon="down"
            variant="plain"
            label={w.smaller}
            isDisabled={settings.text_size <= SMALLEST}
            onPress={() => change({ text_size: settings.text_size - 1 })}
          />
          <IconButton
            icon="up"
            variant="plain"
            label={w.larger}
            isDisabled={settings.text_size >= LARGEST}
            onPress={() => change({ text_size: settings.text_size + 1 })}
          />
          <div className={styles.sample}>
            <Bdi block>{w.textSizeSample}</Bdi>
          </div>
        </div>
      </Card>
      <Card>
        <Checkbox
          isSelected={settings.text_is_enough}
          onChange={(isOn) => change({ text_is_enough: isOn })}
        >
          {w.textOnly}
        </Checkbox>
        <p>
          <Muted>{w.textOnlyText}</Muted>
        </p>
      </Card>
      <Card>
        <div className={styles.short}>
          <Select
            label={w.idle}
            value={String(settings.idle_minutes)}
            onChange={(next) => change({ idle_minutes: Number(next) })}
            options={minutes.map((n) => ({ value: String(n), label: w.idleValue(n) }))}
          />
        </div>
      </Card>
    </div>
  );
}

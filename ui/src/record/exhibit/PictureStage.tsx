import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { PictureView } from "../../host";
import { Button } from "../../kit";
import { isKey, keyCaps } from "../../kit/keys";
import { w } from "../words";
import styles from "./PictureStage.module.css";
import { usePictureUrl } from "./pictures";
import { moved, type Sight, START, STEP, turned, zoomed } from "./sight";

/** A picture to look at closely: zoom and move by keyboard, pointer or wheel, in grey or in colour. */
export function PictureStage(props: {
  picture: PictureView;
  number: string;
  onCover: () => void;
}): ReactNode {
  const url = usePictureUrl(props.picture);
  const [sight, setSight] = useState<Sight>(START);
  const [isGrey, setGrey] = useState(false);
  const stage = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; y: number } | null>(null);
  useEffect(() => stage.current?.focus(), []);
  useWheel(stage, (delta) => setSight((now) => zoomed(now, delta < 0 ? 1.15 : 1 / 1.15)));
  const press = (event: KeyboardEvent) => {
    const act = keyActs(event, setSight, () => setGrey((now) => !now), props.onCover);
    if (act !== null) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  };
  return (
    <div className={styles.frame}>
      <div
        ref={stage}
        data-stage=""
        className={styles.stage}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved and zoomed by keys.
        tabIndex={0}
        role="img"
        aria-label={w.pictureLabel(props.number)}
        aria-describedby="picture-keys"
        onKeyDown={press}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, y: event.clientY };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          const from = drag.current;
          if (from !== null) {
            drag.current = { x: event.clientX, y: event.clientY };
            setSight((now) => moved(now, event.clientX - from.x, event.clientY - from.y));
          }
        }}
        onPointerUp={() => {
          drag.current = null;
        }}
      >
        {url !== null && (
          <img
            className={styles.picture}
            src={url}
            alt=""
            draggable={false}
            data-blurred="false"
            style={{ transform: turned(sight), filter: isGrey ? "grayscale(1)" : "none" }}
          />
        )}
      </div>
      <div className={styles.tools}>
        <Button variant="quiet" keys="+" onPress={() => setSight((now) => zoomed(now, 1.25))}>
          {w.zoomIn}
        </Button>
        <Button variant="quiet" keys="−" onPress={() => setSight((now) => zoomed(now, 0.8))}>
          {w.zoomOut}
        </Button>
        <Button variant="quiet" keys="0" onPress={() => setSight(START)}>
          {w.zoomFit}
        </Button>
        <Button
          variant="quiet"
          keys={keyCaps("KeyB").join(" ")}
          onPress={() => setGrey((now) => !now)}
        >
          {isGrey ? w.inColour : w.inGrey}
        </Button>
        <Button
          variant="quiet"
          icon="hidden"
          keys={keyCaps("KeyH").join(" ")}
          onPress={props.onCover}
        >
          {w.coverAgain}
        </Button>
        <span id="picture-keys" className={styles.hint}>
          {w.pictureKeys(Math.round(sight.scale * 100))}
        </span>
      </div>
    </div>
  );
}

function useWheel(
  stage: React.RefObject<HTMLDivElement | null>,
  onWheel: (delta: number) => void,
): void {
  const latest = useRef(onWheel);
  latest.current = onWheel;
  useEffect(() => {
    const element = stage.current;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      latest.current(event.deltaY);
    };
    element?.addEventListener("wheel", wheel, { passive: false });
    return () => element?.removeEventListener("wheel", wheel);
  }, [stage]);
}

function keyActs(
  event: KeyboardEvent,
  setSight: (change: (now: Sight) => Sight) => void,
  turnGrey: () => void,
  cover: () => void,
): (() => void) | null {
  if (event.ctrlKey || event.altKey || event.metaKey) {
    return null;
  }
  switch (event.key) {
    case "+":
    case "=":
      return () => setSight((now) => zoomed(now, 1.25));
    case "-":
      return () => setSight((now) => zoomed(now, 0.8));
    case "0":
      return () => setSight(() => START);
    case "ArrowLeft":
      return () => setSight((now) => moved(now, STEP, 0));
    case "ArrowRight":
      return () => setSight((now) => moved(now, -STEP, 0));
    case "ArrowUp":
      return () => setSight((now) => moved(now, 0, STEP));
    case "ArrowDown":
      return () => setSight((now) => moved(now, 0, -STEP));
    default:
      break;
  }
  if (isKey("KeyB", event)) {
    return turnGrey;
  }
  return isKey("KeyH", event) ? cover : null;
}

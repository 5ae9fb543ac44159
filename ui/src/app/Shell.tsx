import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { ImportOffer } from "../areas/exchange";
import { PasteLinks } from "../areas/paste";
import { type SessionView, useHost, useSettings } from "../host";
import { focusNextPane, useCommand, useRoom } from "../kit";
import { goBack, useRoute, writeRoute } from "../lib/route";
import { ENTRIES, screenOf } from "./areas";
import { Band } from "./Band";
import { Boundary } from "./Boundary";
import { CutBackNotice } from "./CutBackNotice";
import { KeySheet } from "./KeySheet";
import { Palette } from "./Palette";
import { Rail } from "./Rail";
import styles from "./Shell.module.css";
import { StatusBar } from "./StatusBar";
import { useApplySettings } from "./useApplySettings";
import { useFocusArea } from "./useFocusArea";
import { usePresence } from "./usePresence";
import { useScoreAnew } from "./useScoreAnew";

/** The frame of an open case: marking, rail, work, state. */
export function Shell(props: { session: SessionView; onLock: () => Promise<void> }): ReactNode {
  const { session, onLock } = props;
  const host = useHost();
  const { route, go } = useRoute();
  const room = useRoom();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [isRailOpen, setRailOpen] = useState(false);
  useApplySettings(useSettings());
  const locksIn = usePresence();
  const counts = useQuery({
    queryKey: ["area-counts"],
    queryFn: () => host.commands.areaCounts(),
    refetchInterval: 60_000,
  });
  useCommand("case.lock", () => void onLock());
  useCommand("palette.open", () => setPaletteOpen(true));
  useCommand("keys.show", () => setSheetOpen(true));
  useFrameCommands();
  useKeepPlace(writeRoute(route));
  useFocusArea(route.area);
  useScoreAnew();

  const Screen = screenOf(route.area);
  return (
    <div className={styles.app} data-room={room}>
      <Band marking={session.marking} />
      <div>{session.cut_back && <CutBackNotice found={session.cut_back} />}</div>
      {ENTRIES.map((entry) => (
        <GoCommand key={entry.area} area={entry.area} onGo={() => setRailOpen(false)} />
      ))}
      <div className={styles.body}>
        <Rail
          session={session}
          counts={counts.data}
          current={route.area}
          isOpen={isRailOpen}
          onToggle={() => setRailOpen((open) => !open)}
          onGo={(to) => {
            setRailOpen(false);
            go({ area: to });
          }}
          onLock={() => void onLock()}
        />
        <main className={styles.main}>
          <Boundary key={route.area}>
            <Screen />
          </Boundary>
        </main>
      </div>
      <StatusBar
        locksIn={locksIn}
        onCommands={() => setPaletteOpen(true)}
        onKeys={() => setSheetOpen(true)}
      />
      <ImportOffer />
      <PasteLinks />
      <Palette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
      <KeySheet isOpen={isSheetOpen} onClose={() => setSheetOpen(false)} />
    </div>
  );
}

/** Answers the command that leads to one area. */
function GoCommand(props: { area: (typeof ENTRIES)[number]["area"]; onGo: () => void }): ReactNode {
  const { go } = useRoute();
  useCommand(`go.${props.area}` as "go.today", () => {
    props.onGo();
    go({ area: props.area });
  });
  return null;
}

/** The commands that move between panes and places. */
function useFrameCommands(): void {
  useCommand("pane.next", () => focusNextPane(1));
  useCommand("pane.previous", () => focusNextPane(-1));
  useCommand("back", () => {
    goBack();
  });
}

/** Keeps the place half a second after it was reached, for the next unlock. */
function useKeepPlace(place: string): void {
  const host = useHost();
  useEffect(() => {
    const timer = setTimeout(() => {
      host.commands.savePlace("route", place).catch(() => undefined);
    }, 500);
    return () => clearTimeout(timer);
  }, [host, place]);
}

/** The way in to history kept in spreadsheets and platforms' replies, on the page of imports. */
import type { ReactNode } from "react";
import { Button, Card, useCommands } from "../../../kit";
import { w } from "./words";

/** The card. The wizard itself stands over every area. */
export function OutcomesImport(): ReactNode {
  const commands = useCommands();
  return (
    <Card title={w.title}>
      <p>{w.lead}</p>
      <p>
        <Button
          icon="import"
          command="exchange.outcomes"
          onPress={() => commands.run("exchange.outcomes")}
        >
          {w.choose}
        </Button>
      </p>
    </Card>
  );
}

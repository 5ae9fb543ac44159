import { Component, type ReactNode } from "react";
import { Button, EmptyState } from "../kit";
import { w } from "./words";

/** A screen that fails says so and can be tried again; the frame around it lives on. */
export class Boundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <EmptyState
        icon="warning"
        title={w.crashed}
        action={<Button onPress={() => this.setState({ isBroken: false })}>{w.tryAgain}</Button>}
      >
        {w.crashedDo}
      </EmptyState>
    );
  }
}

import { act, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterAll, expect, test, vi } from "vitest";
import { COMMANDS } from "../../app/commands";
import { currentRoute, resetRoute } from "../../lib/route";
import { aRow, recordHost, show } from "../../record/testing";
import type { Board, Told } from "./drawing";
import { type NetworkGraph, without } from "./graph";
import { NetworkPicture } from "./NetworkPicture";
import type { Draw } from "./useDrawing";

// After the last screen is gone: one that is still being drawn asks for it.
afterAll(() => {
  vi.unstubAllGlobals();
  resetRoute();
});

const graph: NetworkGraph = {
  accounts: [aRow(1), aRow(2, { has_open_action: true })],
  values: [
    {
      id: "phone:+447700900417",
      kind: "phone",
      value: "+447700900417",
      ordinal: 0,
      bearers: ["account-1", "account-2"],
    },
  ],
};

function picture(shown = graph, how: "drawn" | "fails" = "drawn") {
  resetRoute({ area: "networks" });
  const board: Board = {
    places: new Map([
      ["account-1", { x: 0, y: 0 }],
      ["account-2", { x: 100, y: 0 }],
    ]),
    pinned: new Set(),
  };
  const drawing = {
    show: vi.fn(),
    choose: vi.fn(),
    zoomBy: vi.fn(),
    fit: vi.fn(),
    recolour: vi.fn(),
    end: vi.fn(),
  };
  const told: { current: Told | null } = { current: null };
  const draw: Draw = async (_where, _picture, tells) => {
    if (how === "fails") throw new Error("no canvas");
    told.current = tells;
    return drawing;
  };
  vi.stubGlobal("matchMedia", () => ({
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  const view = show(
    recordHost(),
    COMMANDS,
    <NetworkPicture graph={graph} shown={shown} label="@made_up_1" board={board} draw={draw} />,
  );
  return { drawing, told, user: userEvent.setup(), ...view };
}

const frame = () => screen.getByRole("application", { name: "Graph of the network of @made_up_1" });

test("arrow_keys_choose_an_account_its_line_says_what_it_shares_and_enter_opens_it", async () => {
  const { drawing, user } = picture();
  await waitFor(() => expect(drawing.show).toHaveBeenCalled());
  act(() => frame().focus());
  await user.keyboard("{Enter}");
  expect(currentRoute().area).toBe("networks");
  await user.keyboard("{ArrowRight}{ArrowRight}");
  expect(drawing.choose).toHaveBeenLastCalledWith("account-2");
  expect(screen.getByText("@made_up_2")).toBeInTheDocument();
  expect(screen.getByText("safeguarding not answered")).toBeInTheDocument();
  expect(screen.getByText("+447700900417")).toBeInTheDocument();
  await user.keyboard("{Enter}");
  expect(currentRoute()).toMatchObject({ area: "review", id: "account-2" });
});

test("keys_and_buttons_zoom_and_fit", async () => {
  const { drawing, user } = picture();
  await waitFor(() => expect(drawing.show).toHaveBeenCalled());
  act(() => frame().focus());
  await user.keyboard("+-0");
  expect(drawing.zoomBy).toHaveBeenCalledTimes(2);
  expect(drawing.fit).toHaveBeenCalledTimes(1);
  await user.click(screen.getByRole("button", { name: /^Zoom in/ }));
  await user.click(screen.getByRole("button", { name: /^Fit/ }));
  expect(drawing.zoomBy.mock.calls.at(-1)?.[0]).toBeGreaterThan(1);
  expect(drawing.fit).toHaveBeenCalledTimes(2);
});

test("pressing_a_node_chooses_it_and_a_shared_thing_says_who_bears_it", async () => {
  const { told, user } = picture();
  await waitFor(() => expect(told.current).not.toBeNull());
  act(() => told.current?.onChoose("phone:+447700900417"));
  expect(screen.getByText("on 2 accounts")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^Open/ })).not.toBeInTheDocument();
  act(() => told.current?.onChoose("account-1"));
  await user.click(screen.getByRole("button", { name: "Open @made_up_1" }));
  expect(currentRoute()).toMatchObject({ area: "review", id: "account-1" });
});

test("only_what_is_shown_is_drawn_and_can_be_chosen", async () => {
  const { drawing, told } = picture(without(graph, new Set(["phone"])));
  await waitFor(() => expect(drawing.show).toHaveBeenLastCalledWith(new Set()));
  act(() => told.current?.onChoose("account-1"));
  expect(screen.getByText("No account is chosen.")).toBeInTheDocument();
});

test("the_colours_follow_the_theme_and_the_drawing_ends_with_the_screen", async () => {
  const { drawing, unmount } = picture();
  await waitFor(() => expect(drawing.show).toHaveBeenCalled());
  // Once the platforms are known it is drawn anew, in the colours of then.
  await act(() => new Promise((done) => setTimeout(done, 200)));
  document.documentElement.dataset.theme = "dark";
  await waitFor(() => expect(drawing.recolour).toHaveBeenCalled());
  delete document.documentElement.dataset.theme;
  drawing.end.mockClear();
  unmount();
  expect(drawing.end).toHaveBeenCalledTimes(1);
});

test("the_canvas_is_not_read_out_and_says_where_the_same_is_told", async () => {
  const { container, drawing } = picture();
  await waitFor(() => expect(drawing.show).toHaveBeenCalled());
  expect(container.querySelector('[aria-hidden="true"]')).not.toBeNull();
  expect(frame()).toHaveAccessibleDescription(/the table says all that it shows/);
});

test("a_graph_that_cannot_be_drawn_says_so", async () => {
  picture(graph, "fails");
  expect(await screen.findByRole("alert")).toHaveTextContent(/The table shows the same/);
});

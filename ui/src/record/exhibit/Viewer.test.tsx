import { fireEvent, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { Commands, ExhibitView } from "../../host";
import { anExhibit, asked, pixel, recordHost, show } from "../testing";
import { useExhibits } from "./ExhibitProvider";
import { Thumb } from "./Thumb";

const first = anExhibit();
const second = anExhibit({
  id: "exhibit-2",
  number: "4417/2",
  sha256: "bb22",
  warnings: ["violence"],
});

function Tiles(props: { exhibits: ExhibitView[] }): ReactNode {
  const { open } = useExhibits();
  return props.exhibits.map((exhibit) => (
    <Thumb key={exhibit.id} exhibit={exhibit} onOpen={() => open(props.exhibits, exhibit.id)} />
  ));
}

function viewer(exhibits: ExhibitView[], answers: Partial<Commands> = {}) {
  const host = recordHost({
    openExhibit: async (id) => ({
      exhibit: exhibits.find((one) => one.id === id) ?? first,
      picture: pixel,
      text: null,
      text_is_cut: false,
      cannot_show: null,
    }),
    ...answers,
  });
  show(host, COMMANDS, <Tiles exhibits={exhibits} />, { current: null });
  return { host, user: userEvent.setup() };
}

const clear = () => document.querySelector("img[data-blurred=false]");

beforeEach(() => {
  let made = 0;
  URL.createObjectURL = vi.fn(() => {
    made += 1;
    return `blob:${made}`;
  });
  URL.revokeObjectURL = vi.fn();
});

describe("a picture", () => {
  test("is_only_ever_blurred_in_a_tile_and_its_warnings_stand_first", async () => {
    viewer([first, second]);
    await waitFor(() => expect(document.querySelectorAll("img")).toHaveLength(2));
    expect(clear()).toBeNull();
    expect(screen.getByRole("button", { name: /4417\/2: violence/ })).toBeInTheDocument();
  });

  test("is_not_even_in_the_page_until_a_deliberate_press", async () => {
    const { host, user } = viewer([second]);
    await user.click(screen.getByRole("button", { name: /^Open exhibit 4417\/2/ }));
    const button = await screen.findByRole("button", { name: "Show picture" });
    expect(screen.getByRole("dialog")).toHaveTextContent("Shows: violence");
    fireEvent.pointerOver(button);
    fireEvent.mouseOver(button);
    expect(asked(host, "openExhibit")).toEqual([]);
    expect(clear()).toBeNull();
    await user.click(button);
    await waitFor(() => expect(clear()).not.toBeNull());
    expect(asked(host, "openExhibit")).toEqual([["exhibit-2"]]);
  });

  test("a_key_still_held_from_opening_the_viewer_uncovers_nothing", async () => {
    const { host, user } = viewer([first]);
    await user.click(screen.getByRole("button", { name: /^Open exhibit 4417\/1/ }));
    const button = await screen.findByRole("button", { name: "Show picture" });
    expect(fireEvent.keyDown(button, { key: "Enter", repeat: true })).toBe(false);
    expect(asked(host, "openExhibit")).toEqual([]);
  });

  test("the_next_one_is_covered_again", async () => {
    const { host, user } = viewer([first, second]);
    await user.click(screen.getByRole("button", { name: /^Open exhibit 4417\/1/ }));
    await user.click(await screen.findByRole("button", { name: "Show picture" }));
    await waitFor(() => expect(clear()).not.toBeNull());
    await user.click(screen.getByRole("button", { name: "Next exhibit" }));
    expect(clear()).toBeNull();
    expect(await screen.findByRole("button", { name: "Show picture" })).toBeInTheDocument();
    expect(asked(host, "openExhibit")).toEqual([["exhibit-1"]]);
  });

  test("is_covered_again_by_its_key_on_a_keyboard_that_tells_no_place", async () => {
    const { user } = viewer([first]);
    await user.click(screen.getByRole("button", { name: /^Open exhibit 4417\/1/ }));
    await user.click(await screen.findByRole("button", { name: "Show picture" }));
    const picture = await screen.findByRole("img", { name: "Picture of exhibit 4417/1" });
    fireEvent.keyDown(picture, { code: "", key: "h" });
    await waitFor(() => expect(clear()).toBeNull());
  });

  test("is_not_fetched_at_all_where_text_is_enough", async () => {
    const { host } = viewer([first], {
      settings: async () => ({
        theme: "light",
        idle_minutes: 10,
        single_keys: "on",
        keys: {},
        text_size: 14,
        text_is_enough: true,
      }),
    });
    await waitFor(() => expect(asked(host, "settings")).not.toEqual([]));
    await waitFor(() => expect(document.querySelector("img")).toBeNull());
  });
});

describe("stop: illegal image", () => {
  const receipt = {
    number: "4417/1",
    at: "2026-11-23T09:12:00Z",
    officer: "4417",
    entry: 812,
    also: ["4417/2"],
    procedure: ["Do not look again.", "Tell the unit's lead."],
    procedure_source: "Unit procedure 3",
  };

  test("asks_for_a_reason_and_takes_the_picture_away_at_once", async () => {
    const stopExhibit = vi.fn(async () => receipt);
    const { user } = viewer([first, { ...second, sha256: "aa11" }], { stopExhibit });
    await user.click(screen.getByRole("button", { name: /^Open exhibit 4417\/1/ }));
    await user.click(await screen.findByRole("button", { name: "Show picture" }));
    await waitFor(() => expect(clear()).not.toBeNull());
    await user.click(screen.getByRole("button", { name: /^Stop: illegal image/ }));
    const confirm = await screen.findByRole("button", { name: "Stop it now" });
    expect(confirm).toBeDisabled();
    expect(document.querySelector("img")).toBeNull();
    await user.type(screen.getByLabelText(/^Why/), "A child");
    await user.click(confirm);
    expect(stopExhibit).toHaveBeenCalledWith({ exhibit: "exhibit-1", reason: "A child" });
    expect(await screen.findByText("Exhibit 4417/1 is stopped")).toBeInTheDocument();
    expect(screen.getByText("Tell the unit's lead.")).toBeInTheDocument();
    expect(document.querySelector("[role=dialog] img")).toBeNull();
    expect(screen.getByRole("dialog")).toHaveTextContent("withheld while stopped");
    expect(screen.queryByRole("button", { name: "Export exhibit" })).toBeNull();
  });

  test("is_on_every_tile_and_hides_the_picture_at_the_press", async () => {
    const stopExhibit = vi.fn(async () => receipt);
    const { host, user } = viewer([first, { ...second, sha256: "aa11" }], { stopExhibit });
    await waitFor(() => expect(document.querySelectorAll("img")).toHaveLength(2));
    await user.click(screen.getByRole("button", { name: "Stop exhibit 4417/1: illegal image" }));
    await screen.findByRole("alertdialog");
    expect(document.querySelector("img")).toBeNull();
    await user.type(screen.getByLabelText(/^Why/), "A child");
    await user.click(screen.getByRole("button", { name: "Stop it now" }));
    expect(await screen.findByText("Exhibit 4417/1 is stopped")).toBeInTheDocument();
    expect(asked(host, "openExhibit")).toEqual([]);
  });

  test("has_a_key_on_a_tile_and_over_the_open_picture", async () => {
    const { user } = viewer([first]);
    screen.getByRole("button", { name: /^Open exhibit 4417\/1/ }).focus();
    await user.keyboard("{Control>}{Delete}{/Control}");
    expect(await screen.findByRole("alertdialog")).toHaveTextContent("4417/1");
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    await user.click(screen.getByRole("button", { name: /^Open exhibit 4417\/1/ }));
    await user.click(await screen.findByRole("button", { name: "Show picture" }));
    await waitFor(() => expect(clear()).not.toBeNull());
    await user.keyboard("{Control>}{Delete}{/Control}");
    expect(await screen.findByRole("alertdialog")).toHaveTextContent("4417/1");
    expect(clear()).toBeNull();
  });

  test("takes_away_every_exhibit_with_the_same_bytes", async () => {
    const { user } = viewer([first, { ...second, sha256: "aa11" }], {
      stopExhibit: async () => receipt,
    });
    await user.click(screen.getByRole("button", { name: /^Open exhibit 4417\/1/ }));
    await user.click(await screen.findByRole("button", { name: /^Stop: illegal image/ }));
    await user.type(await screen.findByLabelText(/^Why/), "A child");
    await user.click(screen.getByRole("button", { name: "Stop it now" }));
    await screen.findByText("Exhibit 4417/1 is stopped");
    await user.click(screen.getByRole("button", { name: "Next exhibit" }));
    expect(screen.queryByRole("button", { name: "Show picture" })).toBeNull();
    expect(screen.getByText(/Nothing of it is shown, copied or exported/)).toBeInTheDocument();
  });

  test("a_stopped_exhibit_asks_for_no_thumbnail", async () => {
    const { host } = viewer([{ ...first, is_stopped: true, has_thumbnail: true }]);
    await waitFor(() => expect(asked(host, "settings")).not.toEqual([]));
    expect(asked(host, "thumbnail")).toEqual([]);
    expect(screen.getByRole("button", { name: /stopped/ })).toBeInTheDocument();
  });
});

test("an_export_names_who_receives_it_and_what_for", async () => {
  const { host, user } = viewer([first], {
    choose: async () => [{ token: "place-1", name: "profile.png", size: "0" }],
    exportExhibit: async () => first,
  });
  await user.click(screen.getByRole("button", { name: /^Open exhibit 4417\/1/ }));
  await user.click(await screen.findByRole("button", { name: "Export exhibit" }));
  const go = await screen.findByRole("button", { name: "Choose a place and export" });
  expect(go).toBeDisabled();
  await user.type(screen.getByLabelText("Who receives it"), "Force lab");
  await user.type(screen.getByLabelText("What for"), "Examination");
  await user.click(go);
  await waitFor(() => expect(asked(host, "exportExhibit")).toHaveLength(1));
  expect(asked(host, "exportExhibit")[0]?.slice(0, 4)).toEqual([
    "exhibit-1",
    "place-1",
    "Force lab",
    "Examination",
  ]);
});

import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import { expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { Commands, MistakeView, SavedViewRequest } from "../../host";
import type { ListQuestion } from "../list/useAccountList";
import { asked, recordHost, show } from "../testing";
import { AccountSearch } from "./AccountSearch";
import { insideOf } from "./inside";
import { SavedViewsMenu } from "./SavedViews";

const WHOLE: ListQuestion = {
  scope: "all",
  search: "",
  statuses: [],
  platforms: [],
  only_readable: false,
  order: "imported",
  is_descending: true,
};

function Box(props: { mistakes?: readonly MistakeView[] }): ReactNode {
  const [value, setValue] = useState("");
  return (
    <>
      <AccountSearch
        label="Search"
        value={value}
        onChange={setValue}
        mistakes={value === "" ? [] : (props.mistakes ?? [])}
      />
      <output>{value}</output>
    </>
  );
}

test("what_can_be_typed_next_is_taken_by_key_and_searched_for", async () => {
  const host = recordHost({
    completeSearch: async (text, cursor) =>
      text === "گە plat" && cursor === 7
        ? [{ start: 3, end: 7, insert: "platform:", label: "platform:", detail: "where it is" }]
        : [],
  });
  show(host, COMMANDS, <Box />);
  const user = userEvent.setup();
  const box = screen.getByRole("combobox");
  await user.type(box, "گە plat");
  expect(await screen.findByRole("option", { name: /platform:/ })).toBeInTheDocument();
  await user.keyboard("{ArrowDown}{Enter}");
  expect(box).toHaveValue("گە platform:");
  expect(await screen.findByText("گە platform:")).toBeInTheDocument();
  expect(screen.queryByRole("option")).toBeNull();
});

test("what_is_no_filter_is_said_under_the_box_with_what_is_possible", async () => {
  const mistake = { start: 0, end: 5, message: "There is no filter.", possible: ["platform"] };
  show(recordHost(), COMMANDS, <Box mistakes={[mistake]} />);
  await userEvent.setup().type(screen.getByRole("combobox"), "platt:x");
  expect(await screen.findByText("There is no filter.")).toBeInTheDocument();
  expect(screen.getByText(/Possible: platform/)).toBeInTheDocument();
  expect(screen.getByText("platt")).toBeInTheDocument();
  expect(screen.getByRole("combobox")).toHaveAttribute("aria-invalid", "true");
});

test("escape_closes_what_is_offered_then_empties_then_leaves", async () => {
  const host = recordHost({
    completeSearch: async () => [{ start: 0, end: 1, insert: "a:", label: "a:", detail: "" }],
  });
  show(host, COMMANDS, <Box />);
  const user = userEvent.setup();
  const box = screen.getByRole("combobox");
  await user.type(box, "a");
  await screen.findByRole("option");
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("option")).toBeNull();
  expect(box).toHaveValue("a");
  await user.keyboard("{Escape}");
  expect(box).toHaveValue("");
  await user.keyboard("{Escape}");
  expect(box).not.toHaveFocus();
});

function views(answers: Partial<Commands>, question: ListQuestion) {
  const opened: ListQuestion[] = [];
  const host = recordHost(answers);
  show(host, COMMANDS, <SavedViewsMenu question={question} onOpen={(list) => opened.push(list)} />);
  return { host, opened, user: userEvent.setup() };
}

const KEPT = { ...WHOLE, search: "boat", offset: 0, limit: 0 };

test("a_view_says_how_many_it_holds_and_opens_its_list", async () => {
  const { opened, user } = views(
    { savedViews: async () => [{ name: "Boats", list: KEPT, count: 1234 }] },
    WHOLE,
  );
  await waitFor(() => expect(screen.getByRole("button")).toBeInTheDocument());
  act(() => document.body.focus());
  fireEvent.keyDown(document.body, { key: "v", code: "KeyV" });
  const item = await screen.findByRole("menuitem", { name: /Boats/ });
  expect(item).toHaveTextContent("1,234");
  await user.click(item);
  expect(opened).toEqual([KEPT]);
});

test("a_list_is_saved_under_a_name_nobody_has_taken_and_taken_back", async () => {
  let kept: SavedViewRequest[] = [{ name: "Boats", list: KEPT }];
  const { host, user } = views(
    {
      savedViews: async () => kept.map((view) => ({ ...view, count: 1 })),
      keepViews: async (next) => {
        kept = next;
        return null;
      },
    },
    WHOLE,
  );
  await waitFor(() => expect(asked(host, "savedViews")).toHaveLength(1));
  fireEvent.keyDown(document.body, { key: "V", code: "KeyV", shiftKey: true });
  const name = await screen.findByRole("textbox", { name: /Name/ });
  await user.type(name, "boats");
  expect(screen.getAllByText(/There is a view with this name/).length).toBeGreaterThan(0);
  await user.type(name, " today{Enter}");
  await waitFor(() => expect(kept.map((view) => view.name)).toEqual(["Boats", "boats today"]));
  await user.click(await screen.findByRole("button", { name: /Undo/ }));
  await waitFor(() => expect(kept.map((view) => view.name)).toEqual(["Boats"]));
});

test("the_view_on_screen_can_be_renamed_and_deleted", async () => {
  let kept: SavedViewRequest[] = [{ name: "Boats", list: KEPT }];
  const { user } = views(
    {
      savedViews: async () => kept.map((view) => ({ ...view, count: 1 })),
      keepViews: async (next) => {
        kept = next;
        return null;
      },
    },
    { ...WHOLE, search: "boat" },
  );
  await user.click(await screen.findByRole("button", { name: /Boats/ }));
  await user.click(await screen.findByRole("menuitem", { name: /Delete/ }));
  await waitFor(() => expect(kept).toEqual([]));
  expect(await screen.findByText(/No account was touched/)).toBeInTheDocument();
});

test("plain_words_are_looked_for_inside_words_and_filters_stay", () => {
  expect(insideOf("gomone -visa platform:x")).toBe("*gomone* -visa platform:x");
  expect(insideOf('"two words" گەرەنتی')).toBe('"two words" *گەرەنتی*');
  expect(insideOf("boat*")).toBe("*boat*");
  expect(insideOf("*boat*")).toBeNull();
  expect(insideOf("platform:x -y")).toBeNull();
  expect(insideOf("")).toBeNull();
});

import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { COMMANDS } from "../../app/commands";
import { Pane } from "../../kit";
import { flushAll } from "../../lib/flush";
import { anAccount, asked, lines, recordHost, show } from "../testing";
import { AssessTab } from "./AssessTab";

function tab(account = anAccount()) {
  const host = recordHost();
  const shown = show(
    host,
    COMMANDS,
    <Pane name="item" label="item">
      <AssessTab account={account} lines={lines} />
    </Pane>,
    { current: account.id },
  );
  act(() => screen.getByLabelText("item").focus());
  return { host, user: userEvent.setup(), unmount: shown.unmount };
}

const line = (name: string) => screen.getByRole("radiogroup", { name: `Could this be ${name}?` });
const given = (name: string) =>
  within(line(name))
    .getAllByRole("radio")
    .filter((radio) => radio.getAttribute("aria-checked") === "true")
    .map((radio) => radio.textContent);
const drafts = (host: ReturnType<typeof recordHost>) =>
  asked(host, "saveAssessmentDraft").map(([, draft]) => draft);

describe("the lines", () => {
  test("are_all_empty_at_first_and_no_control_answers_several", () => {
    tab();
    for (const { name } of lines) {
      expect(given(name)).toEqual([]);
    }
    expect(screen.queryByRole("button", { name: /rest|all/i })).toBeNull();
    expect(screen.getByText("3 to answer")).toBeInTheDocument();
  });

  test("are_answered_one_by_one_by_key", async () => {
    const { user } = tab();
    await user.keyboard("en");
    expect([given("news"), given("charity"), given("quoted")]).toEqual([["No"], [], []]);
    await user.keyboard("yt");
    expect([given("charity"), given("quoted")]).toEqual([["Yes"], ["Can’t tell"]]);
  });

  test("a_held_key_answers_one_line_only", async () => {
    const { user } = tab();
    await user.keyboard("e");
    fireEvent.keyDown(document.activeElement ?? document.body, { code: "KeyN", key: "n" });
    fireEvent.keyDown(document.activeElement ?? document.body, {
      code: "KeyN",
      key: "n",
      repeat: true,
    });
    expect([given("news"), given("charity")]).toEqual([["No"], []]);
  });

  test("arrows_go_between_lines_and_answer_nothing", async () => {
    const { user } = tab();
    await user.keyboard("e{ArrowDown}{ArrowDown}{ArrowUp}");
    expect(line("charity")).toContainElement(document.activeElement as HTMLElement);
    expect(lines.flatMap(({ name }) => given(name))).toEqual([]);
  });

  test("once_all_are_no_the_reason_takes_the_focus", async () => {
    const { user } = tab();
    await user.keyboard("ennn");
    expect(screen.getByText("all No")).toBeInTheDocument();
    expect(screen.getByLabelText(/In one sentence/)).toHaveFocus();
  });
});

describe("what is typed", () => {
  test("is_saved_by_itself_after_a_pause", async () => {
    const { host, user } = tab();
    await user.type(screen.getByLabelText(/In one sentence/), "Off");
    await waitFor(() => expect(drafts(host).at(-1)).toMatchObject({ reason: "Off" }), {
      timeout: 5000,
    });
  });

  test("is_saved_at_once_when_the_field_is_left", async () => {
    const { host, user } = tab();
    await user.type(screen.getByLabelText(/In one sentence/), "Off");
    await user.tab();
    await act(async () => {});
    expect(drafts(host).at(-1)).toMatchObject({ reason: "Off" });
  });

  test("is_saved_before_the_case_locks", async () => {
    const { host, user } = tab();
    await user.type(screen.getByLabelText(/In one sentence/), "Off");
    await act(() => flushAll());
    expect(drafts(host).at(-1)).toMatchObject({ reason: "Off" });
  });

  test("is_saved_when_the_screen_goes", async () => {
    const { host, user, unmount } = tab();
    await user.keyboard("en");
    unmount();
    await act(async () => {});
    expect(drafts(host).at(-1)).toMatchObject({ answers: { news: "no" } });
  });

  test("comes_back_as_it_was_kept", () => {
    tab(
      anAccount({
        draft: {
          answers: { news: "no", quoted: "yes" },
          reason: "Half a sen",
          hold_until: null,
          note: "",
          translation: "",
        },
      }),
    );
    expect([given("news"), given("charity"), given("quoted")]).toEqual([["No"], [], ["Yes"]]);
    expect(screen.getByLabelText(/In one sentence/)).toHaveValue("Half a sen");
  });
});

describe("people's text", () => {
  test("shows_hidden_characters_and_names_them", () => {
    tab(
      anAccount({
        bio: "safe\u202etxt.exe",
        warnings: [{ field: "bio", what: "A right-to-left override stands in the text" }],
      }),
    );
    expect(screen.getByText("202E")).toBeInTheDocument();
    expect(screen.getByText(/right-to-left override stands/)).toBeInTheDocument();
  });

  test("a_translation_needs_who_made_it_and_how_far_it_was_checked", async () => {
    const { host, user } = tab();
    const translate = vi.fn(async () => ({
      id: "t",
      post: null,
      text: "Departs daily",
      status: "gist" as const,
      by: "linguist 7",
      at: "2026-11-23T00:00:00Z",
      officer: "4417",
    }));
    Object.assign(host.commands, { translate });
    await user.click(screen.getByRole("button", { name: "Add a translation" }));
    await user.type(screen.getByLabelText("Translation into English"), "Departs daily");
    expect(screen.getByRole("button", { name: "Save translation" })).toBeDisabled();
    await user.click(screen.getByRole("radio", { name: "gist" }));
    await user.type(screen.getByLabelText("Who or what made it"), "linguist 7");
    await user.click(screen.getByRole("button", { name: "Save translation" }));
    expect(translate).toHaveBeenCalledWith({
      account: "account-1",
      post: null,
      text: "Departs daily",
      status: "gist",
      by: "linguist 7",
    });
  });

  test("a_checked_translation_of_other_words_is_not_said_to_be_checked", () => {
    const made = {
      id: "translation-1",
      post: null,
      text: "Departs daily",
      status: "checked" as const,
      by: "linguist 7",
      at: "2026-11-23T00:00:00Z",
      officer: "4417",
      note: null,
      is_of_earlier_text: true,
    };
    tab({ ...anAccount(), translations: [made] });
    expect(screen.getByText("of an earlier text")).toBeInTheDocument();
    expect(screen.getByText(/has changed since/)).toBeInTheDocument();
    expect(screen.queryByText("checked")).toBeNull();
    expect(screen.getByRole("button", { name: "Add a translation" })).toBeInTheDocument();
  });
});

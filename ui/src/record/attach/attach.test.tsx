import { act, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { AttachedView, Commands } from "../../host";
import { Pane } from "../../kit";
import { resetRoute } from "../../lib/route";
import { anAccount, anExhibit, asked, recordHost, session, show } from "../testing";
import { handOver } from "./handOver";
import { useAttach } from "./useAttach";

const account = anAccount();
const file = { token: "file-1", name: "shot.png", size: "2048" };

function Screen(): ReactNode {
  const { dialogs } = useAttach(account);
  const [text, setText] = useState("");
  return (
    <Pane name="item" label="item">
      <input aria-label="words" value={text} onChange={(event) => setText(event.target.value)} />
      {dialogs}
    </Pane>
  );
}

function screenWith(answers: Partial<Commands> = {}) {
  const host = recordHost({
    choose: async () => [file],
    attach: async () => [{ file_name: file.name, exhibit: anExhibit(), refused: null }],
    attachClipboard: async () => ({ file_name: "clipboard", exhibit: anExhibit(), refused: null }),
    evidenceRules: async () => ({
      title: "Do not attach indecent images of children",
      text: ["Stop and tell the unit's lead."],
      source: "Protection of Children Act 1978",
      date: "2026-01-01",
    }),
    acknowledgeEvidenceRules: async () => null,
    ...answers,
  });
  resetRoute({ area: "review" });
  show(host, COMMANDS, <Screen />, { current: account.id });
  act(() => screen.getByLabelText("item").focus());
  return { host, user: userEvent.setup() };
}

async function fillIn(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByRole("button", { name: /How it was captured/ }));
  await user.click(await screen.findByRole("option", { name: "screenshot" }));
}

describe("the rules", () => {
  test("are_read_before_the_first_attach_of_a_case", async () => {
    let isRead = false;
    const { host, user } = screenWith({
      session: async () => ({ ...session, evidence_rules_read: isRead }),
      acknowledgeEvidenceRules: async () => {
        isRead = true;
        return null;
      },
    });
    await user.keyboard("a");
    expect(await screen.findByText("Stop and tell the unit's lead.")).toBeInTheDocument();
    expect(asked(host, "choose")).toEqual([]);
    const goOn = screen.getByRole("button", { name: "Go on to attach" });
    expect(goOn).toBeDisabled();
    await user.click(screen.getByRole("checkbox"));
    await user.click(goOn);
    expect(await screen.findByText("shot.png")).toBeInTheDocument();
    expect(asked(host, "acknowledgeEvidenceRules")).toHaveLength(1);
  });
});

describe("attaching", () => {
  test("asks_how_it_was_captured_and_guesses_no_time", async () => {
    const { host, user } = screenWith();
    await user.keyboard("a");
    const attach = await screen.findByRole("button", { name: "Attach 1 exhibit" });
    expect(attach).toBeDisabled();
    expect(screen.getByLabelText(/Captured at/)).toHaveValue("");
    expect(screen.getByLabelText("Captured from")).toHaveValue("");
    await fillIn(user);
    await user.click(attach);
    await waitFor(() => expect(asked(host, "attach")).toHaveLength(1));
    expect(asked(host, "attach")[0]?.[0]).toEqual({
      account: "account-1",
      files: ["file-1"],
      source_url: null,
      captured_at: null,
      method: "screenshot",
      warnings: [],
    });
  });

  test("takes_the_accounts_own_address_as_the_source_only_when_it_is_asked_to", async () => {
    const { host, user } = screenWith();
    await user.keyboard("a");
    const attach = await screen.findByRole("button", { name: "Attach 1 exhibit" });
    await user.click(screen.getByRole("button", { name: "The account’s address" }));
    expect(screen.getByText(/hxxps:\/\/www.tiktok\[.\]com/)).toBeInTheDocument();
    await fillIn(user);
    await user.click(attach);
    await waitFor(() => expect(asked(host, "attach")).toHaveLength(1));
    expect(asked(host, "attach")[0]?.[0]).toMatchObject({
      source_url: "https://www.tiktok.com/@made_up_24",
    });
  });

  test("refuses_a_time_that_does_not_read_as_one", async () => {
    const { user } = screenWith();
    await user.keyboard("a");
    const attach = await screen.findByRole("button", { name: "Attach 1 exhibit" });
    await fillIn(user);
    await user.type(screen.getByLabelText(/Captured at/), "noon");
    expect(attach).toBeDisabled();
    expect(screen.getByText(/Not a time/)).toBeInTheDocument();
  });

  test("says_what_became_of_every_file_where_one_was_refused", async () => {
    const results: AttachedView[] = [
      { file_name: "shot.png", exhibit: anExhibit({ duplicate_of: "4417/9" }), refused: null },
      { file_name: "empty.png", exhibit: null, refused: "The file is empty." },
    ];
    const { user } = screenWith({ attach: async () => results });
    await user.keyboard("a");
    await screen.findByText("shot.png");
    await fillIn(user);
    await user.click(screen.getByRole("button", { name: "Attach 1 exhibit" }));
    expect(await screen.findByText("1 of 2 files attached")).toBeInTheDocument();
    expect(screen.getByText(/same file as 4417\/9/)).toBeInTheDocument();
    expect(screen.getByText(/The file is empty/)).toBeInTheDocument();
  });

  test("dropped_files_come_in_as_if_they_were_chosen", async () => {
    const { host } = screenWith();
    act(() => host.tell("dropped", { files: [file], x: 10, y: 10 }));
    expect(await screen.findByText("shot.png")).toBeInTheDocument();
    expect(asked(host, "choose")).toEqual([]);
  });

  test("a_dropped_list_is_attached_only_once_the_officer_says_it_is_evidence", async () => {
    const list = { ...file, name: "list.csv" };
    const { host } = screenWith();
    act(() => host.tell("dropped", { files: [list], x: 10, y: 10 }));
    expect(screen.queryByRole("dialog")).toBeNull();
    act(() => handOver([list]));
    expect(await screen.findByText("list.csv")).toBeInTheDocument();
  });

  test("a_pasted_screenshot_is_attached_from_the_clipboard", async () => {
    const { host, user } = screenWith();
    await user.keyboard("{Control>}v{/Control}");
    await user.click(await screen.findByRole("button", { name: "Attach 1 exhibit" }));
    await waitFor(() => expect(asked(host, "attachClipboard")).toHaveLength(1));
  });

  test("paste_stays_paste_while_words_are_typed", async () => {
    const { user } = screenWith();
    await user.click(screen.getByLabelText("words"));
    await user.keyboard("{Control>}v{/Control}");
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

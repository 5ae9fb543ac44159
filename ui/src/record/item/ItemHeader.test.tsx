import { waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import { anAccount, asked, recordHost, show } from "../testing";
import { ItemHeader } from "./ItemHeader";

test("safe_text_and_working_address_are_copied_by_a_key_each", async () => {
  const host = recordHost({ copyAccount: async () => "copied" });
  const user = userEvent.setup();
  show(host, COMMANDS, <ItemHeader account={anAccount()} onAttach={() => undefined} />, {
    current: "account-1",
  });
  await user.keyboard("c");
  await waitFor(() => expect(asked(host, "copyAccount")).toEqual([["account-1", "safe-text"]]));
  await user.keyboard("{Shift>}C{/Shift}");
  await waitFor(() =>
    expect(asked(host, "copyAccount").at(-1)).toEqual(["account-1", "working-address"]),
  );
});

test("without_an_address_there_is_none_to_copy", async () => {
  const host = recordHost({ copyAccount: async () => "copied" });
  const user = userEvent.setup();
  const account = anAccount({ canonical_url: null });
  show(host, COMMANDS, <ItemHeader account={account} onAttach={() => undefined} />, {
    current: "account-1",
  });
  await user.keyboard("{Shift>}C{/Shift}");
  expect(asked(host, "copyAccount")).toEqual([]);
});

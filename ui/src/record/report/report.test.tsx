import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { anAccount, asked, recordHost, show } from "../testing";
import { ReportDialog } from "./ReportDialog";

test("everything_about_an_account_is_written_only_with_recipient_and_purpose", async () => {
  const user = userEvent.setup();
  const onClose = vi.fn();
  const host = recordHost({
    choose: async () => [{ token: "t1", name: "account-report.pdf", size: "0" }],
    reportAccount: async () => ({
      file_name: "account-report.pdf",
      format: "pdf",
      sha256: "ab".repeat(32),
      pages: 7,
      entry: 12,
      left_out: [{ what: "the exhibits themselves", count: 2, why: "each by its own step" }],
    }),
  });
  show(host, [], <ReportDialog account={anAccount()} onClose={onClose} />, {
    current: "account-1",
  });
  const write = await screen.findByRole("button", { name: "Write it…" });
  expect(write).toBeDisabled();
  await user.type(screen.getByRole("textbox", { name: "Who receives it" }), "Complaints desk");
  await user.type(screen.getByRole("textbox", { name: "What for" }), "Complaint 7");
  await user.click(write);
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asked(host, "reportAccount")).toEqual([
    [
      {
        account: "account-1",
        format: "pdf",
        recipient: "Complaints desk",
        purpose: "Complaint 7",
        place: "t1",
      },
    ],
  ]);
});

import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { PackageItem, PackageView } from "../../../host";
import { ToApproveArea } from "..";
import { show, submitted } from "../testing";

const PERSON = { id: "o9", name: "A drafter", number: "4418", key: "ssh-ed25519 AAAA" };

const ITEM: PackageItem = {
  id: "p1",
  position: 1,
  label: "@made_up_pier",
  unit: "account",
  address: "https://www.tiktok.com/@made_up_pier",
  place: "profile text",
  words: "gomone",
  translation: "dinghy",
  translation_by: "linguist 7",
  why: "Offers a crossing",
  reason: "Sells a boat.",
  officer: "4418",
  answers: [{ question: "Is it news?", answer: "no" }],
  exhibits: ["4418/1"],
};

const PACKAGE: PackageView = {
  file_name: "parcel",
  outside_reference: "NB-1",
  platform_name: "TikTok",
  title: "Referral of accounts",
  summary: "One account sells crossings.",
  marking: "OFFICIAL-SENSITIVE",
  version: 2,
  sha256: "aa",
  submitted_at: "2026-11-23T09:00:00Z",
  sender: PERSON,
  sender_fingerprint: "SHA256:sender",
  drafters: [PERSON],
  items: [ITEM],
  notice: "Notice to TikTok",
  outputs: [{ name: "notice.txt", sha256: "bb", size: "10" }],
  exhibits: [],
  refusal: null,
};

function opening(view: PackageView) {
  const signed: unknown[] = [];
  const { user } = show("to-approve", ToApproveArea, submitted(), () => ({
    choose: async (kind) => [{ token: kind, name: kind, size: "1" }],
    openPackage: async () => view,
    signPackage: async (...call) => {
      signed.push(call);
      return { file_name: "NB-1.answer", sha256: "cc", outside_reference: "NB-1" };
    },
  }));
  return { user, signed };
}

test("a_package_is_signed_only_once_each_item_was_opened", async () => {
  const { user, signed } = opening(PACKAGE);
  await screen.findByRole("button", { name: /^Approve and sign/u });
  await user.click(screen.getByRole("button", { name: "Open a package…" }));
  const sign = await screen.findByRole("button", { name: /^Sign and save/u });
  expect(sign).toBeDisabled();
  await user.click(screen.getByRole("button", { name: "Open @made_up_pier" }));
  expect(screen.getByText("Is it news?")).toBeInTheDocument();
  await user.click(sign);
  await waitFor(() =>
    expect(signed).toEqual([["open-package", { sha256: "aa", opened: ["p1"] }, "save-answer"]]),
  );
});

test("a_drafter_sees_why_they_may_not_sign", async () => {
  const { user } = opening({ ...PACKAGE, refusal: "A second officer approves." });
  await screen.findByRole("button", { name: /^Approve and sign/u });
  await user.click(screen.getByRole("button", { name: "Open a package…" }));
  expect(await screen.findByText("A second officer approves.")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^Sign and save/u })).toBeNull();
});

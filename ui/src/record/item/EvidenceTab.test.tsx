import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { COMMANDS } from "../../app/commands";
import { ExhibitLine } from "../exhibit/ExhibitLine";
import { anAccount, anExhibit, asked, recordHost, show } from "../testing";
import { EvidenceTab } from "./EvidenceTab";

const first = anExhibit({ id: "one", number: "4417/1" });
const again = anExhibit({ id: "two", number: "4417/2", duplicate_of: "4417/1" });
const nothing = () => undefined;

beforeEach(() => {
  URL.createObjectURL = vi.fn(() => "blob:made-up");
  URL.revokeObjectURL = vi.fn();
});

test("alike_pictures_are_shown_once_and_every_exhibit_has_its_line", async () => {
  const host = recordHost();
  const account = anAccount({ exhibits: [again, first] });
  show(host, COMMANDS, <EvidenceTab account={account} onAttach={nothing} />, { current: null });
  await waitFor(() => expect(document.querySelectorAll("img")).toHaveLength(1));
  expect(screen.getAllByRole("button", { name: /^Open exhibit/ })).toHaveLength(2);
  expect(asked(host, "thumbnail")).toEqual([["two"]]);
});

test("a_line_by_itself_that_repeats_another_has_words_for_its_picture", async () => {
  const host = recordHost();
  show(host, COMMANDS, <ExhibitLine exhibit={again} onOpen={nothing} />, { current: null });
  await waitFor(() => expect(asked(host, "settings")).not.toEqual([]));
  expect(screen.getByRole("button", { name: /^Open exhibit/ })).toHaveAccessibleName(/png|image/);
  expect(asked(host, "thumbnail")).toEqual([]);
});

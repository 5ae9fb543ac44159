import { fireEvent, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { COMMANDS } from "../../../app/commands";
import type { TemplateResultView, TemplateView } from "../../../host";
import { asked, recordHost, show } from "../../../record/testing";
import { TemplatesTab } from "./TemplatesTab";

const TEMPLATE: TemplateView = {
  name: "notice",
  words: "The whole notice",
  version: "2026-11-28",
  is_own: false,
  officer: null,
  at: null,
  text: "{{ text(summary) }}",
  source: "made up",
  date: "2026-11-28",
  differences: [],
  versions: [],
  sample: "Two accounts sell the same crossing.",
};

function tab(result: Partial<TemplateResultView> = {}) {
  const whole: TemplateResultView = {
    name: "notice",
    faults: [],
    differences: [{ kind: "added", text: "More" }],
    sample: "Another sample",
    version: null,
    ...result,
  };
  const host = recordHost({
    templates: async () => [TEMPLATE],
    previewTemplate: async () => whole,
    setTemplate: async () => ({ ...whole, version: "2026-11-28.1" }),
  });
  show(host, COMMANDS, <TemplatesTab />);
  return { host, user: userEvent.setup() };
}

async function write(text: string) {
  fireEvent.change(await screen.findByRole("textbox", { name: "Template" }), {
    target: { value: text },
  });
}

test("a_template_is_saved_only_after_it_was_seen", async () => {
  const { host, user } = tab();
  expect(await screen.findByText("Two accounts sell the same crossing.")).toBeInTheDocument();
  await write("Changed");
  expect(screen.getByRole("button", { name: "Save as a new version" })).toBeDisabled();
  await user.click(screen.getByRole("button", { name: "See what it gives" }));
  expect(await screen.findByText("Another sample")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Save as a new version" }));
  expect(asked(host, "setTemplate")).toEqual([[{ name: "notice", text: "Changed" }]]);
});

test("a_template_with_a_fault_tells_its_line_and_is_not_saved", async () => {
  const { user } = tab({ faults: [{ line: 3, why: "nothing stands under it" }], sample: "" });
  await screen.findByText("Two accounts sell the same crossing.");
  await write("{{ nowhere }}");
  await user.click(screen.getByRole("button", { name: "See what it gives" }));
  expect(await screen.findByText("Line 3")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Save as a new version" })).toBeDisabled();
});

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import { expect, test } from "vitest";
import { ListWindow } from "./ListWindow";
import { useListWindow } from "./useListWindow";

type Row = { id: string };

const asked: number[] = [];

function List(props: { total: number; onOpen?: (index: number) => void }): ReactNode {
  const [current, setCurrent] = useState<number | null>(null);
  const source = useListWindow<Row>({
    key: ["rows", props.total],
    fetch: async (offset, limit) => {
      asked.push(offset);
      const length = Math.max(0, Math.min(limit, props.total - offset));
      return {
        rows: Array.from({ length }, (_, n) => ({ id: `row ${offset + n}` })),
        total: props.total,
      };
    },
  });
  return (
    <ListWindow
      source={source}
      label="Rows"
      rowKey={(row) => row.id}
      renderRow={(row) => row.id}
      current={current}
      onCurrent={setCurrent}
      onOpen={(index) => props.onOpen?.(index)}
      empty={<p>nothing here</p>}
    />
  );
}

function Folding(props: { folded: string[]; onOpen: (index: number) => void }): ReactNode {
  const [current, setCurrent] = useState<number | null>(null);
  const [folded, setFolded] = useState(new Set(props.folded));
  const source = useListWindow<Row>({
    key: ["groups"],
    fetch: async () => ({
      rows: Array.from({ length: 4 }, (_, n) => ({ id: `row ${n}` })),
      total: 4,
      groups: [
        { key: "new", label: "New", start: 0, count: 2 },
        { key: "held", label: "Held", start: 2, count: 2 },
      ],
    }),
  });
  return (
    <ListWindow
      source={source}
      label="Rows"
      rowKey={(row) => row.id}
      renderRow={(row) => (
        <>
          {row.id} <button type="button">tile of {row.id}</button>
        </>
      )}
      current={current}
      onCurrent={setCurrent}
      onOpen={props.onOpen}
      foldedGroups={folded}
      onFold={(key) => setFolded((now) => toggled(now, key))}
    />
  );
}

function toggled(set: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

function show(children: ReactNode): void {
  render(<QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>);
}

test("the_last_of_a_million_rows_is_reached_by_one_key", async () => {
  const user = userEvent.setup();
  show(<List total={1_000_000} />);
  await screen.findByText("row 0");
  const grid = screen.getByRole("grid", { name: "Rows" });
  expect(grid).toHaveAttribute("aria-rowcount", "1000000");
  grid.focus();
  await user.keyboard("{End}");
  const last = await screen.findByText("row 999999");
  expect(last.closest("[role=row]")).toHaveAttribute("aria-rowindex", "1000000");
  expect(last.closest("[role=row]")).toHaveAttribute("aria-current", "true");
});

test("the_page_never_holds_more_than_a_screenful", async () => {
  show(<List total={1_000_000} />);
  await screen.findByText("row 0");
  expect(screen.getAllByRole("row").length).toBeLessThan(40);
});

test("arrows_move_one_row_and_enter_opens_it", async () => {
  const user = userEvent.setup();
  const opened: number[] = [];
  show(<List total={50} onOpen={(index) => opened.push(index)} />);
  await screen.findByText("row 0");
  screen.getByRole("grid").focus();
  await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{Enter}");
  expect(opened).toEqual([1]);
});

test("an_empty_list_says_so", async () => {
  show(<List total={0} />);
  await waitFor(() => expect(screen.getByText("nothing here")).toBeInTheDocument());
});

test("a_folded_group_is_opened_and_shut_again_by_keys", async () => {
  const user = userEvent.setup();
  const opened: number[] = [];
  show(<Folding folded={["held"]} onOpen={(index) => opened.push(index)} />);
  await screen.findByText("row 0");
  const grid = screen.getByRole("grid");
  grid.focus();
  await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
  const heading = screen.getByRole("button", { name: /Held/ });
  expect(heading).toHaveAttribute("aria-expanded", "false");
  expect(grid.getAttribute("aria-activedescendant")).toBe(heading.closest("[role=row]")?.id);
  await user.keyboard("{Enter}");
  expect(heading).toHaveAttribute("aria-expanded", "true");
  expect(opened).toEqual([]);
  await user.keyboard("{ArrowDown}");
  const row = screen.getByText(/^row 2/).closest("[role=row]");
  expect(row).toHaveAttribute("aria-current", "true");
  await user.keyboard("{ArrowLeft}{ArrowLeft}");
  expect(heading).toHaveAttribute("aria-expanded", "false");
});

test("a_list_of_folded_groups_only_is_reached_by_keys", async () => {
  const user = userEvent.setup();
  show(<Folding folded={["new", "held"]} onOpen={() => undefined} />);
  const heading = await screen.findByRole("button", { name: /New/ });
  screen.getByRole("grid").focus();
  await user.keyboard("{ArrowDown}{ArrowRight}");
  expect(heading).toHaveAttribute("aria-expanded", "true");
});

test("a_key_on_a_button_of_a_row_belongs_to_the_button", async () => {
  const user = userEvent.setup();
  const opened: number[] = [];
  show(<Folding folded={[]} onOpen={(index) => opened.push(index)} />);
  const tile = await screen.findByRole("button", { name: "tile of row 3" });
  let isPressed = false;
  tile.addEventListener("click", () => {
    isPressed = true;
  });
  tile.focus();
  await user.keyboard("{Enter}");
  expect(isPressed).toBe(true);
  expect(opened).toEqual([]);
});

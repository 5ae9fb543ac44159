import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { CellGrid } from "./CellGrid";
import { type CellRange, NONE_PICKED, type Picked } from "./cells";
import { useListWindow } from "./useListWindow";

type Row = { id: string };
const KEYS = ["name", "status", "tags"];
const told = {
  copied: [] as { range: CellRange; keys: string[] }[],
  far: [] as number[][],
  sorted: [] as string[],
  opened: [] as number[],
  columns: [] as string[],
  widths: {} as { [key: string]: number },
  picked: NONE_PICKED as Picked,
};

beforeEach(() => {
  Object.assign(told, { copied: [], far: [], sorted: [], opened: [], picked: NONE_PICKED });
});

function Grid(props: { total: number }): ReactNode {
  const [keys, setKeys] = useState(KEYS);
  const [widths, setWidths] = useState<{ [key: string]: number }>({});
  const [picked, setPicked] = useState(NONE_PICKED);
  Object.assign(told, { columns: keys, widths, picked });
  const source = useListWindow<Row>({
    key: ["cells", props.total],
    fetch: async (offset, limit) => {
      const length = Math.max(0, Math.min(limit, props.total - offset));
      const rows = Array.from({ length }, (_, n) => ({ id: `row ${offset + n}` }));
      return { rows, total: props.total };
    },
  });
  return (
    <CellGrid<Row>
      source={source}
      label="Cells"
      rowKey={(row) => row.id}
      rowName={(row) => row.id}
      columns={keys.map((key) => ({
        key,
        title: key,
        width: 100,
        render: (row: Row) => `${key} of ${row.id}`,
      }))}
      widths={widths}
      onColumns={setKeys}
      onWidths={setWidths}
      sort={{ key: "name", isDescending: true }}
      sortable={new Set(["name", "status"])}
      onSort={(key) => told.sorted.push(key)}
      picked={picked}
      onPicked={setPicked}
      onTickFar={(first, last) => told.far.push([first, last])}
      start={0}
      onRow={() => undefined}
      onOpen={(row) => told.opened.push(row)}
      onCopy={(range, copied) => told.copied.push({ range, keys: copied })}
      empty={<p>nothing here</p>}
    />
  );
}

async function shown(total = 1_000_000) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Grid total={total} />
    </QueryClientProvider>,
  );
  await screen.findByText("name of row 0");
  const grid = screen.getByRole("grid", { name: "Cells" });
  grid.focus();
  return { grid, user: userEvent.setup() };
}

test("shift_and_arrows_choose_cells_and_ctrl_c_copies_just_those", async () => {
  const { user } = await shown();
  await user.keyboard("{ArrowDown}{ArrowRight}{Shift>}{ArrowDown}{ArrowDown}{ArrowRight}{/Shift}");
  expect(screen.getAllByRole("gridcell", { selected: true })).toHaveLength(6);
  await user.keyboard("{Control>}c{/Control}");
  expect(told.copied).toEqual([
    {
      range: { firstRow: 1, lastRow: 3, firstColumn: 1, lastColumn: 2 },
      keys: ["status", "tags"],
    },
  ]);
  await user.keyboard("{Escape}");
  expect(screen.getAllByRole("gridcell", { selected: true })).toHaveLength(1);
});

test("the_last_cell_of_a_million_rows_is_one_key_away_and_is_drawn", async () => {
  const { grid, user } = await shown();
  expect(grid).toHaveAttribute("aria-rowcount", "1000001");
  await user.keyboard("{Control>}{End}{/Control}");
  const cell = await screen.findByText("tags of row 999999");
  await waitFor(() => {
    const active = grid.getAttribute("aria-activedescendant");
    expect(cell.closest("[role=gridcell]")?.id).toBe(active);
  });
  await user.keyboard("{Control>}{Home}{/Control}");
  expect(await screen.findByText("name of row 0")).toBeInTheDocument();
});

test("no_row_is_blank_while_the_next_ones_are_read", async () => {
  const { grid } = await shown();
  fireEvent.keyDown(grid, { key: "End" });
  const rows = screen.getAllByRole("row").slice(1);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row.textContent).not.toBe("");
  await screen.findByText("name of row 999999");
});

test("ctrl_a_takes_in_every_cell_and_space_then_ticks_the_whole_view", async () => {
  const { user } = await shown();
  await user.keyboard("{Control>}a{/Control}");
  await user.keyboard("{Control>}c{/Control}");
  expect(told.copied[0]?.range.lastRow).toBe(999_999);
  await user.keyboard(" ");
  expect(told.picked).toEqual({ isAll: true, keys: new Set() });
});

test("space_ticks_the_rows_of_the_range_and_unticks_them_again", async () => {
  const { user } = await shown();
  await user.keyboard("{Shift>}{ArrowDown}{/Shift} ");
  expect([...told.picked.keys]).toEqual(["row 0", "row 1"]);
  await user.keyboard(" ");
  expect(told.picked.keys.size).toBe(0);
});

test("headings_are_reached_by_keys_to_sort_size_and_move_a_column", async () => {
  const { user } = await shown();
  await user.keyboard("{ArrowUp}{Enter}");
  expect(told.sorted).toEqual(["name"]);
  expect(screen.getByRole("columnheader", { name: /name/ })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await user.keyboard("{Shift>}{ArrowRight}{/Shift}");
  expect(told.widths).toEqual({ name: 116 });
  await user.keyboard("{Control>}{ArrowRight}{/Control}");
  expect(told.columns).toEqual(["status", "name", "tags"]);
  await user.keyboard("{ArrowRight}{Enter}");
  expect(told.sorted).toEqual(["name"]);
});

test("a_press_sets_the_cell_and_shift_press_reaches_to_it", async () => {
  const { user } = await shown();
  await user.click(screen.getByText("status of row 2"));
  await user.keyboard("{Shift>}");
  await user.click(screen.getByText("tags of row 4"));
  await user.keyboard("{/Shift}{Control>}c{/Control}");
  expect(told.copied[0]?.range).toEqual({
    firstRow: 2,
    lastRow: 4,
    firstColumn: 1,
    lastColumn: 2,
  });
  await user.keyboard("{Enter}");
  expect(told.opened).toEqual([4]);
});

test("the_box_over_the_ticks_takes_in_rows_nobody_has_seen", async () => {
  const { user } = await shown();
  await user.click(screen.getByRole("checkbox", { name: "Tick all in this view" }));
  expect(told.picked.isAll).toBe(true);
  await user.click(screen.getByRole("checkbox", { name: "Tick row 1" }));
  expect([...told.picked.keys]).toEqual(["row 1"]);
  expect(screen.getByRole("checkbox", { name: "Tick row 2" })).toBeChecked();
});

test("a_grid_without_rows_says_so", async () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Grid total={0} />
    </QueryClientProvider>,
  );
  expect(await screen.findByText("nothing here")).toBeInTheDocument();
});

import { expect, test } from "vitest";
import type { ColumnView, Field } from "../../host";
import { addsUp, FATES, rowsTaken, saysNothingNew } from "./counts";
import { optionsWith } from "./FileFacts";
import { corrected, namesAnAccount, shownColumns, withField } from "./mapping";
import { looksLikeList, pick } from "./useChooseImport";

function column(index: number, field: Field): ColumnView {
  return { index, header: `c${index}`, field, samples: [] };
}

test("every_row_read_is_counted_once", () => {
  const counts = {
    read: 15,
    created: 1,
    updated: 2,
    unchanged: 3,
    merged: 4,
    rejected: 5,
    erased: 0,
  };
  expect(addsUp(counts)).toBe(true);
  expect(rowsTaken(counts) + counts.rejected).toBe(counts.read);
  for (const fate of FATES) expect(addsUp({ ...counts, [fate]: 99 })).toBe(false);
});

test("a_file_that_says_nothing_new_is_told_from_an_empty_one", () => {
  const none = { read: 0, created: 0, updated: 0, unchanged: 0, merged: 0, rejected: 0, erased: 0 };
  expect(saysNothingNew(none)).toBe(false);
  expect(saysNothingNew({ ...none, read: 2, unchanged: 2 })).toBe(true);
});

test("a_file_whose_rows_name_no_account_is_noticed", () => {
  expect(namesAnAccount([column(0, "bio"), column(1, "extra")])).toBe(false);
  expect(namesAnAccount([column(0, "bio"), column(1, "post-url")])).toBe(true);
});

test("a_field_given_to_one_column_is_taken_from_the_other", () => {
  const columns = [column(0, "handle"), column(1, "extra"), column(2, "bio")];
  expect(withField<Field>(columns, 1, "handle", "extra")).toEqual(["extra", "handle", "bio"]);
  expect(withField<Field>(columns, 2, "extra", "extra")).toEqual(["handle", "extra", "extra"]);
});

test("a_field_that_may_stand_in_several_columns_is_taken_from_none", () => {
  const columns = [column(0, "url"), column(1, "extra")];
  expect(withField<Field>(columns, 1, "url", "extra", ["url"])).toEqual(["url", "url"]);
});

test("a_correction_names_the_fields_in_the_order_of_the_file", () => {
  const columns = [column(2, "bio"), column(0, "platform"), column(1, "extra")];
  expect(withField<Field>(columns, 1, "handle", "extra")).toEqual(["platform", "handle", "bio"]);
});

test("an_encoding_that_was_found_is_always_among_those_offered", () => {
  expect(optionsWith("macintosh", ["UTF-8"])).toEqual(["macintosh", "UTF-8"]);
  expect(optionsWith("utf-8", ["UTF-8"])).toEqual(["UTF-8"]);
});

test("of_several_dropped_files_the_list_is_read", () => {
  const file = (name: string) => ({ token: name, name, size: "1" });
  expect(pick([file("a.png"), file("b.CSV")])?.name).toBe("b.CSV");
  expect(pick([])).toBeNull();
  expect(looksLikeList("photo.jpeg")).toBe(false);
});

test("a_correction_made_while_the_file_is_read_rests_on_the_one_before", () => {
  const columns = [column(0, "extra"), column(1, "extra")];
  const first = withField<Field>(columns, 0, "platform", "extra");
  expect(withField<Field>(corrected(columns, first), 1, "handle", "extra")).toEqual([
    "platform",
    "handle",
  ]);
});

test("of_many_columns_the_recognised_ones_and_those_searched_for_are_shown", () => {
  const columns = Array.from({ length: 100 }, (_, n) => column(n, n === 90 ? "url" : "extra"));
  const shown = shownColumns(columns, "", false, "extra").map(({ index }) => index);
  expect(shown).toContain(90);
  expect(shown.length).toBeLessThan(40);
  expect(shownColumns(columns, "C99", false, "extra").map(({ index }) => index)).toEqual([99]);
  expect(shownColumns(columns, "", true, "extra")).toHaveLength(100);
});

import { describe, expect, test } from "vitest";
import { defang } from "./defang";

describe("an address that is shown", () => {
  test.each([
    ["https://www.tiktok.com/@a.b", "hxxps://www.tiktok[.]com/@a.b"],
    ["HTTP://t.me/x", "hxxp://t[.]me/x"],
    ["t.me/joinchat", "t[.]me/joinchat"],
    ["", ""],
  ])("%s_cannot_be_followed", (address, shown) => {
    expect(defang(address)).toBe(shown);
  });
});

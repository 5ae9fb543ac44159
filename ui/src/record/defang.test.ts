import { describe, expect, test } from "vitest";
import { defang, defangWithin } from "./defang";

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

describe("an address among other words", () => {
  test.each([
    ["https://t.me/x", "hxxps://t[.]me/x"],
    ["see t.me/x, then www.a.example", "see t[.]me/x, then www.a[.]example"],
    ['[{"value":"http://a.example/b"}]', '[{"value":"hxxp://a[.]example/b"}]'],
    ["@rruga.e.re.uk asks 4.500, day/night", "@rruga.e.re.uk asks 4.500, day/night"],
  ])("%s_cannot_be_followed", (words, shown) => {
    expect(defangWithin(words)).toBe(shown);
  });
});

import { expect, test } from "vitest";
import { freezePrototypes, isFrozen } from "./freeze";

test("what_every_object_inherits_cannot_be_changed_and_own_names_can", () => {
  freezePrototypes();
  expect(isFrozen()).toBe(true);
  expect(() => Object.assign(Object.prototype, { toString: () => "changed" })).toThrow(TypeError);
  expect(() => Object.assign(Array.prototype, { last: 1 })).toThrow(TypeError);
  class Point {
    x = 1;
  }
  const prototype = Point.prototype as { toString: () => string };
  prototype.toString = () => "a point";
  expect(String(new Point())).toBe("a point");
  expect(String({})).toBe("[object Object]");
  const error = new Error("first");
  error.name = "Own";
  expect(String(error)).toBe("Own: first");
  expect({ ...new Point() }).toEqual({ x: 1 });
});

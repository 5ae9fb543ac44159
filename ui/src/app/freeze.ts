/**
 * Freezes what every object inherits from, after all code has loaded: nothing that runs later can
 * change what the program's own code means. Tauri's own freeze comes too early for some libraries.
 *
 * A plain freeze would also forbid an object to have a `toString` or `constructor` of its own by
 * assignment, which good libraries do. So those names become accessors first: assigning makes an
 * own property of the object, and the prototype stays as it was. `RegExp.prototype` is left alone:
 * libraries try out `exec` on an expression of their own, and an accessor there makes matching slow.
 */

const EVERYWHERE = ["constructor", "toString", "name", "message", "toJSON"];

function frozen(): readonly object[] {
  return [
    Object.prototype,
    Array.prototype,
    Function.prototype,
    String.prototype,
    Number.prototype,
    Boolean.prototype,
    Date.prototype,
    Map.prototype,
    Set.prototype,
    Promise.prototype,
    Error.prototype,
    TypeError.prototype,
    RangeError.prototype,
  ];
}

function allowOwn(prototype: object, name: string): void {
  const property = Object.getOwnPropertyDescriptor(prototype, name);
  if (!property?.configurable || !("value" in property)) return;
  const { value } = property;
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: property.enumerable ?? false,
    get: () => value,
    set(this: object, own: unknown) {
      if (this === prototype) throw new TypeError(`${name} is frozen`);
      Object.defineProperty(this, name, {
        value: own,
        configurable: true,
        enumerable: true,
        writable: true,
      });
    },
  });
}

/** Freezes them. */
export function freezePrototypes(): void {
  const { prototype } = Object;
  for (const name of Object.getOwnPropertyNames(prototype)) allowOwn(prototype, name);
  for (const one of frozen()) {
    for (const name of EVERYWHERE) allowOwn(one, name);
    Object.freeze(one);
  }
}

/** True if all of them are frozen; the window's tests ask. */
export function isFrozen(): boolean {
  return frozen().every((prototype) => Object.isFrozen(prototype));
}

/** Ends an exhaustive switch: a new union member fails to compile where this is called.
 * @throws always, should a value from outside the type system arrive here. */
export function unreachable(value: never): never {
  throw new TypeError(`unexpected value of type ${typeof value}`);
}

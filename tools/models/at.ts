/** The value at `index`.
 * @throws RangeError where there is none: weights of another shape than the converter expects. */
export function at(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no value at ${index} of ${values.length}`);
  return value;
}

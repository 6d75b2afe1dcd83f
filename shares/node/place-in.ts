/** Where a name is among ascending ones, or would be. */
export function placeIn(
  names: readonly string[],
  name: string,
): { readonly at: number; readonly isThere: boolean } {
  let [from, to] = [0, names.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((names[middle] ?? '') < name) from = middle + 1;
    else to = middle;
  }
  return { at: from, isThere: names[from] === name };
}

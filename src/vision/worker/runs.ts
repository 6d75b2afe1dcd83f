/** A set of a picture's pixels as runs of neighbours in a row: in pairs, the row-major index of a run's first pixel and of the
 * one behind its last, in order. Loops over a face see some hundred numbers instead of all pixels. */
export type Runs = readonly number[];

export function countOf(runs: Runs): number {
  let count = 0;
  eachRun(runs, (from, to) => {
    count += to - from;
  });
  return count;
}

export function eachRun(runs: Runs, take: (from: number, to: number) => void): void {
  for (let at = 0; at < runs.length; at += 2) take(runs[at] ?? 0, runs[at + 1] ?? 0);
}

/** What is in both. @param by - how many pixels the other ones are moved on before. */
export function common(one: Runs, other: Runs, by = 0): Runs {
  const both: number[] = [];
  let at = 0;
  for (let index = 0; index < one.length; index += 2) {
    const [from, to] = [one[index] ?? 0, one[index + 1] ?? 0];
    while (at < other.length && (other[at + 1] ?? 0) + by <= from) at += 2;
    for (let next = at; next < other.length && (other[next] ?? 0) + by < to; next += 2)
      both.push(Math.max(from, (other[next] ?? 0) + by), Math.min(to, (other[next + 1] ?? 0) + by));
  }
  return both;
}

/** What is in the one and not in the other. */
export function without(one: Runs, other: Runs): Runs {
  const rest: number[] = [];
  let at = 0;
  eachRun(one, (from, to) => {
    let start = from;
    while (at < other.length && (other[at + 1] ?? 0) <= from) at += 2;
    for (let next = at; next < other.length && (other[next] ?? 0) < to; next += 2) {
      if ((other[next] ?? 0) > start) rest.push(start, other[next] ?? 0);
      start = other[next + 1] ?? 0;
    }
    if (start < to) rest.push(start, to);
  });
  return rest;
}

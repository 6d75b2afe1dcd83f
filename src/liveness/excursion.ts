/** Finds where a measure leaves its rest, goes far enough, and comes back. */

export interface Sample {
  readonly atMs: number;
  /** Distance from the baseline towards what was asked. */
  readonly value: number;
}

/** In the measure's own unit: `onset` < `returned` < `reached`. */
export interface Levels {
  /** Above it, something has begun to move. */
  readonly onset: number;
  /** Below it, the person is back. */
  readonly returned: number;
  /** At and above it, the action was done. */
  readonly reached: number;
  /** Shortest time above `returned`, ms: what is shorter was not meant as an answer. */
  readonly minLastsMs: number;
}

/** Times on the clip's clock, ms, interpolated between frames. */
export interface Excursion {
  readonly onsetMs: number;
  readonly reachedMs: number;
  /** null: not back before the last frame. */
  readonly returnedMs: number | null;
}

/** One frame can be a slip of the landmarks. */
const MIN_SAMPLES = 2;

/** When the line from sample `index - 1` to sample `index` crosses `level`. */
function crossingMs(series: readonly Sample[], index: number, level: number): number {
  const to = series[index];
  const from = series[index - 1];
  if (to === undefined) return Number.NaN;
  if (from === undefined || from.value === to.value) return to.atMs;
  const share = (level - from.value) / (to.value - from.value);
  return from.atMs + Math.min(1, Math.max(0, share)) * (to.atMs - from.atMs);
}

/** When the movement began: the latest of two estimates, since a slow drift before it must not make it look early.
 * One follows the series back to the onset level, the other continues the rise from `returned` to `reached` backwards. */
function onsetMs(series: readonly Sample[], left: number, reachedMs: number, levels: Levels): number {
  const leftMs = crossingMs(series, left, levels.returned);
  const before = series.slice(0, left).findLastIndex((sample) => sample.value < levels.onset);
  const followedMs = crossingMs(series, before + 1, levels.onset);
  const steepness = levels.returned / (levels.reached - levels.returned);
  return Math.max(followedMs, leftMs - (reachedMs - leftMs) * steepness);
}

/** @param series - in order of time. */
export function excursions(series: readonly Sample[], levels: Levels): readonly Excursion[] {
  const found: Excursion[] = [];
  let left = series.findIndex((sample) => sample.value >= levels.returned);
  while (left !== -1) {
    const length = series.slice(left).findIndex((sample) => sample.value < levels.returned);
    const back = length === -1 ? series.length : left + length;
    const climb = series.slice(left, back).findIndex((sample) => sample.value >= levels.reached);
    const leftMs = crossingMs(series, left, levels.returned);
    const returnedMs = back === series.length ? null : crossingMs(series, back, levels.returned);
    const lastsMs = (returnedMs ?? series[back - 1]?.atMs ?? leftMs) - leftMs;
    if (climb !== -1 && back - left >= MIN_SAMPLES && lastsMs >= levels.minLastsMs) {
      const reachedMs = crossingMs(series, left + climb, levels.reached);
      found.push({ onsetMs: onsetMs(series, left, reachedMs, levels), reachedMs, returnedMs });
    }
    const next = series.slice(back).findIndex((sample) => sample.value >= levels.returned);
    left = next === -1 ? -1 : back + next;
  }
  return found;
}

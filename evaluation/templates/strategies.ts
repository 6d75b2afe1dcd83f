import type { EmbeddedFrame } from '../harness/in-page.js';

/** Ways to make a template from the good frames of a clip. What the widget does is the first; the others are there to be
 * compared with it on somebody's own clips (`npm run bench:templates -- --clips DIR`). */

/** One unit vector, or several of which the nearest counts. */
export type Template = readonly (readonly number[])[];

export interface Strategy {
  readonly id: string;
  readonly title: string;
  /** @param frames - in order; at least one from the front. */
  template(frames: readonly EmbeddedFrame[]): Template;
}

/** As src/flow/frame-selector.ts: one frame per window. */
const WINDOW_MS = 400;
const BEST = 3;

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/** Cosine similarity of the nearest pair, −1…1. */
export function similarity(a: Template, b: Template): number {
  return Math.max(...a.flatMap((one) => b.map((other) => dot(one, other))));
}

function weightedMean(
  frames: readonly EmbeddedFrame[],
  weightOf: (frame: EmbeddedFrame) => number,
): readonly number[] {
  const sum = new Float64Array(frames[0]?.embedding.length ?? 0);
  for (const frame of frames) {
    const weight = weightOf(frame);
    frame.embedding.forEach((value, index) => {
      sum[index] = (sum[index] ?? 0) + weight * value;
    });
  }
  const length = Math.hypot(...sum);
  return Array.from(sum, (value) => value / length);
}

const mean = (frames: readonly EmbeddedFrame[]): readonly number[] => weightedMean(frames, () => 1);

function byScore(frames: readonly EmbeddedFrame[]): readonly EmbeddedFrame[] {
  return frames.toSorted((a, b) => b.score - a.score);
}

function bestOfWindows(frames: readonly EmbeddedFrame[]): readonly EmbeddedFrame[] {
  const windows = new Map<number, EmbeddedFrame>();
  for (const frame of frames) {
    const window = Math.floor(frame.mediaTimeMs / WINDOW_MS);
    const best = windows.get(window);
    if (best === undefined || frame.score > best.score) windows.set(window, frame);
  }
  return [...windows.values()];
}

/** The mean, and the frame that is least like it among the better half. */
function meanAndOther(frames: readonly EmbeddedFrame[]): Template {
  const middle = mean(bestOfWindows(frames));
  const better = byScore(frames).slice(0, Math.ceil(frames.length / 2));
  const other = better.toSorted((a, b) => dot(a.embedding, middle) - dot(b.embedding, middle))[0];
  return other === undefined ? [middle] : [middle, other.embedding];
}

const front = (frames: readonly EmbeddedFrame[]): readonly EmbeddedFrame[] =>
  frames.filter(({ view }) => view === 'front');

const turned = (frames: readonly EmbeddedFrame[]): readonly EmbeddedFrame[] =>
  bestOfWindows(frames.filter(({ view }) => view === 'turned'));

/** The widget's mean, and that of the turned frames where the head was turned. */
function meanAndTurned(frames: readonly EmbeddedFrame[]): Template {
  const sideways = turned(frames);
  const middle = mean(bestOfWindows(front(frames)));
  return sideways.length === 0 ? [middle] : [middle, mean(sideways)];
}

export const STRATEGIES: readonly Strategy[] = [
  {
    id: 'windows',
    title: 'mean of one frame per 400 ms (the widget)',
    template: (frames) => [mean(bestOfWindows(front(frames)))],
  },
  { id: 'every', title: 'mean of every good frame', template: (frames) => [mean(front(frames))] },
  {
    id: 'weighted',
    title: 'the same, weighted by score',
    template: (frames) => [weightedMean(front(frames), ({ score }) => score)],
  },
  {
    id: 'best',
    title: 'mean of the three best',
    template: (frames) => [mean(byScore(front(frames)).slice(0, BEST))],
  },
  {
    id: 'two',
    title: 'the widget’s mean and the frame least like it',
    template: (frames) => meanAndOther(front(frames)),
  },
  {
    id: 'turned',
    title: 'mean of one frame per 400 ms from the front, and one turned by 20–40°',
    template: (frames) => [mean([...bestOfWindows(front(frames)), ...turned(frames)])],
  },
  {
    id: 'two-views',
    title: 'the widget’s mean and the mean of the frames turned by 20–40°',
    template: meanAndTurned,
  },
];

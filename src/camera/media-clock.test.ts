import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MediaClock } from './media-clock.js';

const FRAME_MS = 33;

/** What the clock makes of an engine's times for frames that arrive evenly. */
function timesOf(engineTimesMs: readonly number[], frameMs = FRAME_MS): readonly number[] {
  let pageMs = 500;
  const clock = new MediaClock(() => pageMs);
  return engineTimesMs.map((engineMs) => {
    const atMs = clock.at(engineMs);
    pageMs += frameMs;
    return atMs;
  });
}

const evenly = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i * FRAME_MS);

describe('MediaClock', () => {
  it('believes an engine that keeps time, to the millisecond of the picture rather than of its arrival', () => {
    expect(timesOf([71_000, 71_040, 71_060, 71_100])).toEqual([0, 40, 60, 100]);
  });

  const LIARS: readonly (readonly [string, (frame: number) => number])[] = [
    ['stands at 0, as mediaTime does in Firefox and Safari', () => 0],
    ['is not a number', () => Number.NaN],
    ['stops being a number', (frame) => (frame < 3 ? frame * FRAME_MS : Number.NaN)],
    ['is infinite', () => Number.POSITIVE_INFINITY],
    ['says each time twice', (frame) => Math.floor(frame / 2) * 2 * FRAME_MS],
    ['goes back', (frame) => (5 - frame) * FRAME_MS],
    ['jumps by an hour', (frame) => frame * FRAME_MS + (frame < 5 ? 0 : 3_600_000)],
    ['jumps back by an hour', (frame) => frame * FRAME_MS - (frame < 5 ? 0 : 3_600_000)],
    ['counts microseconds', (frame) => frame * FRAME_MS * 1_000],
  ];
  it.each(LIARS)('dates the frames by their arrival where the clock %s', (_what, engine) => {
    const times = timesOf(Array.from({ length: 12 }, (_, frame) => engine(frame)));
    for (const [frame, atMs] of times.entries())
      expect(Math.abs(atMs - frame * FRAME_MS)).toBeLessThanOrEqual(FRAME_MS);
  });

  it('does not follow a clock that counts seconds for longer than one', () => {
    const times = timesOf(evenly(100).map((ms) => ms / 1_000));
    expect(times.at(-1)).toBe(99 * FRAME_MS);
  });

  it('keeps frames apart where the page coarsens its clock too', () => {
    const coarse = [0, 0, 0, 100, 100, 100, 200];
    let frame = 0;
    const clock = new MediaClock(() => coarse[frame] ?? 0);
    const times = coarse.map((engineMs, index) => {
      frame = index;
      return clock.at(engineMs);
    });
    expect(times).toEqual([0, 1, 2, 100, 101, 102, 200]);
  });

  it('forgives a page that was busy for most of a second', () => {
    let pageMs = 0;
    const clock = new MediaClock(() => pageMs);
    const times = [];
    for (const [engineMs, arrivedMs] of [
      [0, 0],
      [33, 900],
      [900, 910],
      [933, 940],
    ] as const) {
      pageMs = arrivedMs;
      times.push(clock.at(engineMs));
    }
    expect(times).toEqual([0, 33, 900, 933]);
  });

  it('grows whatever an engine says', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double(), fc.nat({ max: 2_000 })), { maxLength: 40 }), (frames) => {
        let pageMs = 0;
        const clock = new MediaClock(() => pageMs);
        let before = -1;
        for (const [engineMs, stepMs] of frames) {
          pageMs += stepMs;
          const atMs = clock.at(engineMs);
          expect(atMs).toBeGreaterThan(before);
          before = atMs;
        }
      }),
    );
  });
});

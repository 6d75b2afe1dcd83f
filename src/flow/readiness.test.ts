import { describe, expect, it } from 'vitest';
import type { PositionHint } from '../core/verdict.js';
import { type Readiness, SHOWN_MS, STEADY_MS, STUCK_MS, Watchfulness } from './readiness.js';
import { observation } from './samples.fixture.js';

const EVERY_MS = 100;

/** What is said, frame by frame, of a camera of ten pictures a second. */
function watched(
  untilMs: number,
  defectAt: (atMs: number) => PositionHint | null,
  { profile = 'standard' as const, eyesAt = (_atMs: number): number | null => 320, modelsFromMs = 0 } = {},
): readonly (Readiness & { readonly atMs: number })[] {
  const watchfulness = new Watchfulness(profile);
  return Array.from({ length: untilMs / EVERY_MS + 1 }, (_, id) => {
    const atMs = id * EVERY_MS;
    const seen = observation(id, atMs);
    const eyesX = eyesAt(atMs);
    const face =
      eyesX === null || seen.face === null ? null : { ...seen.face, eyeMidpointPx: [eyesX, 200] as const };
    return { atMs, ...watchfulness.next({ ...seen, face }, defectAt(atMs), atMs >= modelsFromMs) };
  });
}

function changes(said: readonly Readiness[]): readonly string[] {
  return said.map(({ hint }) => hint).filter((hint, index, all) => hint !== all[index - 1]);
}

describe('Watchfulness', () => {
  it.each(['standard', 'no-gestures'] as const)('asks for its own time of the profile %s', (profile) => {
    const watchfulness = new Watchfulness(profile);
    const readyAtMs = Array.from({ length: 40 }, (_, id) => id * EVERY_MS).find(
      (atMs) => watchfulness.next(observation(atMs, atMs), null, true).ready,
    );
    expect(readyAtMs).toBe(STEADY_MS[profile]);
  });

  it('never says that the recording may start beside a button that is off, nor the other way round', () => {
    const random = [3, 7, 1, 9, 4, 4, 8, 2, 6, 5];
    const said = watched(20_000, (atMs) =>
      (random[(atMs / 100) % 10] ?? 0) > atMs / 2_500 ? 'face.too_far' : null,
    );
    expect(said.some(({ ready }) => ready)).toBe(true);
    for (const { hint, ready } of said) expect(ready).toBe(hint === 'ready');
  });

  it('keeps the button on over single bad frames, and for a moment over several', () => {
    const said = watched(6_000, (atMs) => (atMs > 2_000 && (atMs / 100) % 3 === 0 ? 'image.blurry' : null));
    expect(changes(said)).toEqual(['hold_still', 'ready']);
    expect(changes(watched(4_000, (atMs) => (atMs >= 2_000 && atMs < 2_500 ? 'face.none' : null)))).toEqual([
      'hold_still',
      'ready',
    ]);
  });

  it('takes the button back when the face is gone for most of a second', () => {
    const said = watched(4_000, (atMs) => (atMs >= 2_000 ? 'face.none' : null));
    expect(changes(said)).toEqual(['hold_still', 'ready', 'face.none']);
    expect(said.find(({ hint }) => hint === 'face.none')?.atMs).toBeLessThanOrEqual(2_800);
  });

  it('shows a hint for as long as it takes to read it', () => {
    const said = watched(10_000, (atMs) =>
      Math.floor(atMs / 500) % 2 === 0 ? 'face.too_far' : 'face.off_center',
    );
    const shownMs = said.filter(({ hint }, index) => hint !== said[index - 1]?.hint).map(({ atMs }) => atMs);
    const gapsMs = shownMs.slice(1).map((atMs, index) => atMs - (shownMs[index] ?? 0));
    expect(gapsMs.length).toBeGreaterThan(3);
    expect(Math.min(...gapsMs)).toBeGreaterThanOrEqual(SHOWN_MS);
  });

  it('lets a person sway, and start while they do, but not move across the picture', () => {
    const swaying = watched(8_000, () => null, { eyesAt: (atMs) => 320 + 14 * Math.sin(atMs / 700) });
    expect(changes(swaying)).toEqual(['hold_still', 'ready']);
    expect(watched(3_000, () => null, { eyesAt: (atMs) => 200 + atMs / 12 }).some(({ ready }) => ready)).toBe(
      false,
    );
  });

  it('takes a second face that comes and goes for a pattern behind the person', () => {
    const crowded = (every: number) =>
      watched(6_000, (atMs) => ((atMs / 100) % every === 0 ? 'face.multiple' : null));
    expect(changes(crowded(3))).toEqual(['face.multiple', 'ready']);
    expect(changes(crowded(1))).toEqual(['face.multiple']);
  });

  it('never starts on one and the same picture, however good and still its face', () => {
    const watchfulness = new Watchfulness('standard');
    const said = Array.from({ length: 40 }, (_, id) =>
      watchfulness.next({ ...observation(0, id * EVERY_MS), frameId: id }, null, true),
    );
    expect(changes(said)).toEqual(['hold_still']);
  });

  it('waits for the models, and says so', () => {
    const said = watched(5_000, () => null, { modelsFromMs: 3_000 });
    expect(changes(said)).toEqual(['hold_still', 'preparing', 'ready']);
  });

  it('says after eight seconds what stands in the way, also when it stops for a moment', () => {
    const said = watched(12_000, (atMs) => (atMs > 3_000 && atMs < 3_600 ? null : 'light.uneven'));
    expect(said.find(({ stuckFor }) => stuckFor !== null)).toMatchObject({
      atMs: STUCK_MS,
      stuckFor: 'light.uneven',
    });
  });

  it('is not stuck once the recording may start', () => {
    const said = watched(14_000, (atMs) => (atMs < 9_000 ? 'face.too_far' : null));
    expect(said.find(({ atMs }) => atMs === 8_500)?.stuckFor).toBe('face.too_far');
    expect(said.at(-1)).toMatchObject({ ready: true, stuckFor: null });
  });
});

describe('what may be recorded all the same', () => {
  const stuckIn = (hint: PositionHint, eyesAt?: (atMs: number) => number | null) =>
    watched(STUCK_MS, () => hint, eyesAt === undefined ? {} : { eyesAt }).at(-1);

  it('is what leaves a face to be seen', () => {
    expect(stuckIn('light.uneven')?.acceptable).toBe('light.uneven');
    expect(stuckIn('picture_too_small')?.acceptable).toBe('face.too_far');
    for (const hint of ['face.none', 'camera.too_slow', 'camera.no_frames', 'model.failed'] as const)
      expect(stuckIn(hint)).toMatchObject({ stuckFor: hint, acceptable: null });
  });

  it('is a hidden part of a face, for a beard, an eye patch or a veil that is taken for one', () => {
    for (const hint of ['face.eyes_covered', 'face.mouth_covered'] as const) {
      expect(stuckIn(hint)).toMatchObject({ stuckFor: hint, ready: false, acceptable: hint });
      expect(stuckIn(hint, () => null)?.acceptable).toBeNull();
    }
  });

  it('is nothing before it is said what else to try', () => {
    const said = watched(STUCK_MS, () => 'light.uneven');
    expect(said.slice(0, -1).filter(({ acceptable }) => acceptable !== null)).toEqual([]);
  });

  it('is nothing where no face is in the dark, or in the small picture', () => {
    for (const hint of ['light.too_dark', 'picture_too_small'] as const) {
      expect(stuckIn(hint, () => null)).toMatchObject({ stuckFor: hint, acceptable: null });
      // One that is found for a moment, or lost for one.
      expect(stuckIn(hint, (atMs) => (atMs % 500 === 0 ? 320 : null))?.acceptable).toBeNull();
      expect(stuckIn(hint, (atMs) => (atMs % 500 === 0 ? null : 320))?.acceptable).not.toBeNull();
    }
  });
});

import { describe, expect, it } from 'vitest';
import { type ClipScript, pictureAt } from '../../src/testing/clip/script.js';
import { genuine } from '../../src/testing/clip/scripts.js';
import { IDENTITIES } from '../../src/testing/person/identities.js';
import { createRenderer, type Picture } from '../../src/testing/person/render.js';
import { DEFAULT_LIGHT } from '../../src/testing/person/scene.js';
import { GENUINE_CONDITIONS } from '../clips/conditions.js';
import { halfLit, handOverLens, mirrored, tooBright } from './evasion.js';
import { paperMask } from './mask.js';
import { occluded } from './occlusion.js';
import { printBentTurned, printEyeCut, printNoise, printStill, printTurned } from './print.js';
import { glow, screenRelay, screenReplay } from './screen.js';
import {
  boomerang,
  early,
  freezeBeforeTurn,
  freezeMidway,
  late,
  loop,
  swap,
  swapDuringTurn,
} from './time.js';

const options = {
  identity: IDENTITIES.ada,
  startAtMs: 6_000,
  challenge: [
    { action: 'turn-left', cueAtMs: 1_100 },
    { action: 'turn-right', cueAtMs: 3_000 },
  ],
} as const;
/** While the first turn is held. */
const TURNED_MS = 8_100;
const renderer = createRenderer(640, 480);
const show = (script: ClipScript, timeMs: number): Picture => pictureAt(renderer, script, timeMs);

/** Much faster than comparing element by element. */
const isSame = (first: Picture, second: Picture): boolean =>
  Buffer.from(first.rgb.buffer).equals(Buffer.from(second.rgb.buffer));

function meanOf({ rgb }: Picture): number {
  return rgb.reduce((sum, value) => sum + value, 0) / rgb.length;
}

/** Share of colour values that differ by more than noise does. */
function difference(first: Picture, second: Picture): number {
  let differing = 0;
  for (let i = 0; i < first.rgb.length; i++)
    if (Math.abs((first.rgb[i] ?? 0) - (second.rgb[i] ?? 0)) > 20) differing += 1;
  return differing / first.rgb.length;
}

/** Columns of the middle row that show the margin of the print, bright and grey. */
function paperEdges({ width, rgb }: Picture, row: number): readonly [left: number, right: number] {
  const paper = Array.from({ length: width }, (_, x) => x).filter((x) => {
    const at = (row * width + x) * 3;
    return Math.min(rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0) > 195;
  });
  return [paper.at(0) ?? Number.NaN, paper.at(-1) ?? Number.NaN];
}

describe('prints', () => {
  it('still repeats its bytes, noise alone does not', () => {
    const still = printStill(options);
    expect(isSame(show(still, 0), show(still, TURNED_MS))).toBe(true);
    const noise = printNoise(options);
    const [first, later] = [show(noise, 0), show(noise, TURNED_MS)];
    expect(isSame(first, later)).toBe(false);
    expect(difference(first, later)).toBeLessThan(0.001);
  });

  it('is turned at the cue, and its width shrinks by more than a fifth', () => {
    const script = printTurned(options);
    const widthAt = (timeMs: number): number => {
      const [left, right] = paperEdges(show(script, timeMs), 200);
      return right - left;
    };
    expect(widthAt(TURNED_MS) / widthAt(6_500)).toBeLessThan(0.82);
    expect(widthAt(TURNED_MS) / widthAt(6_500)).toBeGreaterThan(0.7);
  });

  it('keeps the print and shuts its eyes only', () => {
    const script = printEyeCut(options);
    const acting = genuine(options);
    const times = Array.from({ length: 120 }, (_, frame) => frame * 33);
    const shutMs = times.find((timeMs) => (acting.sceneAt(timeMs).persons[0]?.blink ?? 0) > 0.9) ?? 0;
    const openMs = times.find((timeMs) => (acting.sceneAt(timeMs).persons[0]?.blink ?? 1) === 0) ?? 0;
    expect(shutMs).toBeGreaterThan(0);
    expect(difference(show(script, shutMs), show(script, openMs))).toBeLessThan(0.1);
    expect(script.developments?.map(({ name }) => name)).toEqual(['print-eye-cut-ada']);
  });
});

describe('screens', () => {
  it('glow has the period of the rows of pixels', () => {
    const pitchCm = 0.3;
    const at = glow({ pitchCm }, 1e9, 0);
    for (const v of [0, 0.11, 0.29]) expect(at(0, v + pitchCm)).toBeCloseTo(at(0, v), 6);
    expect(at(0, pitchCm / 4) - at(0, (3 * pitchCm) / 4)).toBeCloseTo(0.14 * 0.95, 3);
  });

  it('a replay shows the other turn, a relay the asked one', () => {
    const yawOf = (script: ClipScript): number => script.sceneAt(TURNED_MS).persons[0]?.yawDeg ?? 0;
    expect(yawOf(screenReplay(options))).toBeLessThan(-30);
    expect(yawOf(screenRelay(options))).toBeGreaterThan(30);
  });

  it('has a dark frame round the picture', () => {
    const { rgb } = show(screenRelay(options, 'tablet'), 6_000);
    const dark = rgb.filter((value) => value < 40).length / rgb.length;
    expect(dark).toBeGreaterThan(0.05);
  });
});

describe('time', () => {
  it('loop repeats its pictures to the byte after 1.5 s, at 10 and at 30 pictures a second', () => {
    for (const timeMs of [6_100, (200 * 1000) / 30]) {
      expect(isSame(show(loop(options), timeMs + 1_500), show(loop(options), timeMs))).toBe(true);
    }
  });

  it('boomerang shows the same pictures backwards', () => {
    const turningPointMs = 6_000 + 1_100 + 1_500;
    const script = boomerang(options);
    expect(isSame(show(script, turningPointMs + 400), show(script, turningPointMs - 400))).toBe(true);
  });

  it('freezes midway from the last cue on', () => {
    const script = freezeMidway(options);
    expect(script.sceneAt(9_900)).toEqual(script.sceneAt(9_000));
    expect(script.sceneAt(8_900)).not.toEqual(script.sceneAt(9_000));
  });

  it('freezes before the turn, then turns', () => {
    const script = freezeBeforeTurn(options);
    expect(script.sceneAt(7_500)).toEqual(script.sceneAt(6_000));
    expect(script.sceneAt(TURNED_MS)).toEqual(genuine(options).sceneAt(TURNED_MS));
  });

  it('early is under way at its cue, late is not before the next one', () => {
    const yawAt = (script: ClipScript, timeMs: number): number =>
      Math.abs(script.sceneAt(timeMs).persons[0]?.yawDeg ?? 0);
    expect(yawAt(early(options), 7_100)).toBeGreaterThan(30);
    expect(yawAt(late(options), 9_000)).toBeLessThan(3);
    expect(yawAt(late(options), 11_000)).toBeLessThan(3);
  });

  it('swap shows one person before and another after, and keeps the movement', () => {
    const script = swap(options, IDENTITIES.bao);
    const personAtMs = (timeMs: number) => script.sceneAt(timeMs).persons[0];
    expect(personAtMs(8_499)?.identity.name).toBe('ada');
    expect(personAtMs(8_501)?.identity.name).toBe('bao');
    expect(personAtMs(10_000)?.yawDeg).toBe(genuine(options).sceneAt(10_000).persons[0]?.yawDeg);
  });

  it('swapDuringTurn fades while the head is turned', () => {
    const script = swapDuringTurn(options, IDENTITIES.bao);
    const bao = genuine({ ...options, identity: IDENTITIES.bao });
    expect(difference(show(script, 8_240), show(genuine(options), 8_240))).toBeLessThan(
      difference(show(bao, 8_240), show(genuine(options), 8_240)),
    );
    expect(script.sceneAt(8_300).persons[0]?.identity.name).toBe('bao');
  });
});

describe('evasions', () => {
  it('mirrored shows each row backwards', () => {
    const once = show(mirrored(options), TURNED_MS);
    const original = show(genuine(options), TURNED_MS);
    const row = (picture: Picture): number[] => [...picture.rgb.subarray(0, 640 * 3)];
    const red = (picture: Picture): number[] => row(picture).filter((_, index) => index % 3 === 0);
    expect(red(once).toReversed()).toEqual(red(original));
  });

  it('tooBright overexposes dark skin as well', () => {
    const dark = { ...options, identity: IDENTITIES.chidi };
    const dim = { ...dark, scene: { light: { ...DEFAULT_LIGHT, level: 0.6 } } };
    const { rgb } = show(tooBright(dim), 0);
    expect(rgb[(240 * 640 + 320) * 3]).toBeGreaterThan(240);
  });

  it('halfLit leaves one side of the picture dark', () => {
    const { rgb } = show(halfLit(options), 0);
    expect(rgb[(100 * 640 + 20) * 3] ?? 255).toBeLessThan((rgb[(100 * 640 + 620) * 3] ?? 0) / 4);
  });

  it('handOverLens is dark and nearly uniform', () => {
    const picture = show(handOverLens(options), 6_000);
    const mean = meanOf(picture);
    expect(mean).toBeLessThan(50);
    expect(meanOf(show(handOverLens(options), 7_000))).toBeCloseTo(mean, 0);
  });

  it.each(['surgical-mask', 'sunglasses', 'hand'] as const)('%s hides a part of the face', (occluder) => {
    const share = difference(show(occluded(options, occluder), 6_000), show(genuine(options), 6_000));
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.2);
  });
});

describe('every clip', () => {
  const other = createRenderer(640, 480);

  it.each([
    printBentTurned(options),
    paperMask(options, IDENTITIES.bao),
    screenReplay(options, 'phone'),
    occluded(options, 'hand'),
    ...GENUINE_CONDITIONS.map(({ script }) => script(options)).filter(({ develop }) => develop !== undefined),
  ])('$name shows the same bytes again, whoever renders it', (script) => {
    expect(isSame(pictureAt(other, script, TURNED_MS), show(script, TURNED_MS))).toBe(true);
  });
});

describe('GENUINE_CONDITIONS', () => {
  it('holds at least nine, with names of their own', () => {
    const names = GENUINE_CONDITIONS.map(({ script }) => script(options).name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(9);
  });

  it.each(GENUINE_CONDITIONS)(
    '$name turns past 30° to the asked side and is back within 10° at the end',
    ({ script }) => {
      const latest = {
        ...options,
        challenge: [options.challenge[0], { action: 'turn-right', cueAtMs: 3_300 }],
      } as const;
      const clip = script(latest);
      const restDeg = clip.sceneAt(6_000).persons[0]?.yawDeg ?? 0;
      const yaws = Array.from({ length: 151 }, (_, frame) => 6_000 + frame * (1000 / 30)).map(
        (timeMs) => (clip.sceneAt(timeMs).persons[0]?.yawDeg ?? 0) - restDeg,
      );
      expect(Math.max(...yaws)).toBeGreaterThan(30);
      expect(Math.min(...yaws)).toBeLessThan(-30);
      expect(Math.abs(yaws.at(-1) ?? 90)).toBeLessThan(10);
    },
  );
});

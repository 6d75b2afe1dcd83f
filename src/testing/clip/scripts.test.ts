import { describe, expect, it } from 'vitest';
import type { Action } from '../../core/types.js';
import { IDENTITIES } from '../person/identities.js';
import type { Picture, SceneRenderer } from '../person/render.js';
import type { Person } from '../person/scene.js';
import { type ClipScript, changedPersons, developed, frameTimesMs, pictureAt, retimed } from './script.js';
import { far, genuine, neutralOnly, noFace, slow, still, twoFaces, wrongDirection } from './scripts.js';

const START_AT_MS = 6_000;
const challenge = [
  { action: 'turn-left', cueAtMs: 1_100 },
  { action: 'turn-right', cueAtMs: 3_000 },
] as const;
const options = { identity: IDENTITIES.ada, challenge };

/** The first person at a time of the recording. */
function at(script: ClipScript, elapsedMs: number): Person {
  const [person] = script.sceneAt(START_AT_MS + elapsedMs).persons;
  if (person === undefined) throw new Error('nobody there');
  return person;
}

const during = (fromMs: number, toMs: number): readonly number[] =>
  Array.from({ length: Math.floor((toMs - fromMs) / 33) }, (_, index) => fromMs + index * 33);
const yawsOf = (script: ClipScript, fromMs: number, toMs: number): readonly number[] =>
  during(fromMs, toMs).map((elapsedMs) => at(script, elapsedMs).yawDeg);

describe('genuine', () => {
  const script = genuine(options);

  it('looks ahead until 450 ms after the first cue', () => {
    for (const yawDeg of yawsOf(script, -START_AT_MS, 1_550)) expect(Math.abs(yawDeg)).toBeLessThan(3);
  });

  it('turns to the asked side by at least 32° after each cue', () => {
    expect(Math.max(...yawsOf(script, 1_100, 3_000))).toBeGreaterThan(32);
    expect(Math.min(...yawsOf(script, 3_000, 5_000))).toBeLessThan(-32);
  });

  it('is back within 10° before the next cue and before the end', () => {
    for (const elapsedMs of [2_900, 4_750, 5_000])
      expect(Math.abs(at(script, elapsedMs).yawDeg)).toBeLessThan(10);
  });

  it('starts and ends at rest, so that the looping file does not jump', () => {
    const [first, last] = [script.sceneAt(0).persons[0], script.sceneAt(script.durationMs).persons[0]];
    expect(last?.yawDeg).toBeCloseTo(first?.yawDeg ?? Number.NaN, 3);
    expect(last?.offsetPx[0]).toBeCloseTo(first?.offsetPx[0] ?? Number.NaN, 3);
  });

  it('blinks, and never shows two equal neighbouring pictures', () => {
    const scenes = frameTimesMs(script).map((timeMs) => script.sceneAt(timeMs));
    expect(Math.max(...scenes.map(({ persons }) => persons[0]?.blink ?? 0))).toBeGreaterThan(0.9);
    const equal = scenes
      .slice(1)
      .filter((scene, index) => JSON.stringify(scene) === JSON.stringify(scenes[index]));
    expect(equal).toEqual([]);
  });

  it.each<[Action, (rest: Person, acting: Person) => boolean]>([
    ['turn-left', (_, acting) => acting.yawDeg > 30],
    ['turn-right', (_, acting) => acting.yawDeg < -30],
    ['look-up', (_, acting) => acting.pitchDeg > 20],
    ['move-closer', (rest, acting) => rest.distanceCm / acting.distanceCm > 1.3],
    ['open-mouth', (_, acting) => acting.mouthOpen > 0.9],
  ])('answers %s', (action, isAnswer) => {
    const acting = genuine({ identity: IDENTITIES.ada, challenge: [{ action, cueAtMs: 1_000 }] });
    expect(isAnswer(at(acting, 0), at(acting, 2_050))).toBe(true);
  });

  it('moves differently in another take', () => {
    expect(at(genuine({ ...options, take: 2 }), 0)).not.toEqual(at(script, 0));
  });
});

describe('ready-made clips', () => {
  it('neutralOnly follows no cue', () => {
    for (const yawDeg of yawsOf(neutralOnly(IDENTITIES.ada), 0, 5_000))
      expect(Math.abs(yawDeg)).toBeLessThan(3);
  });

  it('wrongDirection turns to the other side', () => {
    expect(Math.min(...yawsOf(wrongDirection(options), 1_100, 3_000))).toBeLessThan(-32);
  });

  it('still shows one picture', () => {
    const script = still(IDENTITIES.ada);
    expect(script.sceneAt(4_321)).toEqual(script.sceneAt(0));
  });

  it('noFace is empty, twoFaces holds two identities', () => {
    expect(noFace(IDENTITIES.ada).sceneAt(0).persons).toEqual([]);
    const names = twoFaces(options, IDENTITIES.bao)
      .sceneAt(0)
      .persons.map(({ identity }) => identity.name);
    expect(names).toEqual(['ada', 'bao']);
  });

  it('far is twice as far', () => {
    expect(at(far(options), 0).distanceCm / at(genuine(options), 0).distanceCm).toBeCloseTo(2.1);
  });

  it('slow has four pictures a second, in a container that keeps the rate', () => {
    expect(frameTimesMs(slow(options)).slice(0, 3)).toEqual([0, 250, 500]);
    expect(slow(options).container).toBe('y4m');
  });
});

describe('changing a clip', () => {
  const black: SceneRenderer = {
    render: () => ({ width: 1, height: 1, rgb: new Uint8ClampedArray(3) }),
  };
  const pushing =
    (value: (timeMs: number) => number) =>
    (picture: Picture, timeMs: number): Picture => ({
      ...picture,
      rgb: new Uint8ClampedArray([...picture.rgb.slice(1), value(timeMs)]),
    });

  it('developed applies effects in the order in which they were added', () => {
    const once = developed(
      genuine(options),
      'once',
      pushing(() => 1),
    );
    const twice = developed(
      once,
      'twice',
      pushing(() => 2),
    );
    expect([...pictureAt(black, twice, 0).rgb]).toEqual([0, 1, 2]);
    expect(twice.developments?.map(({ name }) => name)).toEqual(['once', 'twice']);
  });

  it('retimed takes the effects to the other time as well', () => {
    const clock = developed(
      genuine(options),
      'clock',
      pushing((timeMs) => timeMs),
    );
    const loop = retimed(clock, 'loop', (timeMs) => timeMs % 100);
    expect(pictureAt(black, loop, 142)).toEqual(pictureAt(black, clock, 42));
  });

  it('retimed repeats pictures exactly', () => {
    const loop = retimed(genuine(options), 'loop', (timeMs) => timeMs % 1_000);
    expect(loop.sceneAt(2_300)).toEqual(loop.sceneAt(300));
  });

  it('changedPersons changes each person and nothing else', () => {
    const tipped = changedPersons(genuine(options), 'tipped', (person) => ({ ...person, rollDeg: 30 }));
    expect(at(tipped, 0)).toEqual({ ...at(genuine(options), 0), rollDeg: 30 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameObservation, LinearRgb } from '../core/observation.js';
import { linearRgb } from '../core/srgb.js';
import type { Challenge, LightStep } from '../core/types.js';
import { randomNumbers } from '../testing/person/random.js';
import { checkLight } from './light.js';
import { COLOURS, colourAt, generateColours } from './light-schedule.js';
import { seededBytes } from './random.fixture.js';
import { film, turns } from './series.fixture.js';

interface Sitting {
  /** What the screen shows; null = nothing. */
  readonly shown: readonly LightStep[] | null;
  /** Light of the screen on the face, over the room's. */
  readonly share: number;
  readonly lagMs: number;
  /** Linear light, 0…1. */
  readonly skin: LinearRgb;
  readonly seed: number;
}

const SITTING: Sitting = { shown: null, share: 0.1, lagMs: 120, skin: [0.3, 0.2, 0.15], seed: 1 };

function asked(seed: number): Challenge {
  return { id: 'c', steps: [], colours: generateColours(seededBytes(seed)) };
}

function under(
  light: LinearRgb,
  [red, green, blue]: readonly number[],
  share: number,
  gain: LinearRgb,
): LinearRgb {
  const add = (channel = 0): number => 1 + (share * channel) / 0.45;
  return [light[0] * add(red) * gain[0], light[1] * add(green) * gain[1], light[2] * add(blue) * gain[2]];
}

/** Five seconds of somebody who turns twice before a screen. Sensor noise as rendered clips have it (0.5 % of a mean over
 * some 150 pixels), white balance that wanders by some 10 %, and hair that comes into the face's bounds with a turn. */
function sit(change: Partial<Sitting>): FrameObservation[] {
  const { shown, share, lagMs, skin, seed } = { ...SITTING, ...change };
  const random = randomNumbers(seed);
  const noise = (sigma: number): number => 1 + sigma * (random() + random() + random() - 1.5) * 2;
  const challenge: Challenge = { id: 'c', steps: [], colours: shown ?? undefined };
  const yawAt = turns({ fromMs: 1_500, peakDeg: 32 }, { fromMs: 3_400, peakDeg: -32 });
  let gain: LinearRgb = [1, 1, 1];
  return film({
    yawAt,
    changeAt: (atMs) => {
      gain = [gain[0] * noise(0.01), gain[1] * noise(0.01), gain[2] * noise(0.01)];
      const rgb = colourAt(challenge, atMs - lagMs);
      const colour = rgb === null ? [0, 0, 0] : linearRgb(rgb);
      const hair = 1 - 0.002 * Math.abs(yawAt(atMs));
      const own: LinearRgb = [skin[0] * hair * noise(0.005), skin[1] * noise(0.005), skin[2] * noise(0.005)];
      return {
        backgroundRgb: under([0.2, 0.2, 0.2], colour, share / 8, gain),
        face: { meanRgb: under(own, colour, share, gain) },
      };
    },
  });
}

function bandsOf(results: readonly ReturnType<typeof checkLight>[]) {
  const share = (band: string): number =>
    results.filter((result) => result.band === band).length / results.length;
  return { pass: share('pass'), fail: share('fail'), absent: share('absent') };
}

const SEEDS = Array.from({ length: 150 }, (_, seed) => seed);
const RUNS = { numRuns: 40 };
const SEED = fc.integer({ min: 0, max: 2 ** 31 });

describe('checkLight', () => {
  it('passes a face that the screen adds a tenth or more to, turning or not, dark or light', () => {
    const skin = fc.constantFrom<LinearRgb>([0.7, 0.5, 0.42], [0.3, 0.2, 0.15], [0.06, 0.03, 0.02]);
    const share = fc.double({ min: 0.1, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(SEED, share, fc.integer({ min: 50, max: 250 }), skin, (seed, faceShare, lagMs, tone) => {
        const challenge = asked(seed);
        const observations = sit({
          shown: challenge.colours ?? null,
          share: faceShare,
          lagMs,
          skin: tone,
          seed,
        });
        expect(checkLight(observations, challenge)).toEqual({ id: 'light', band: 'pass' });
      }),
      RUNS,
    );
  });

  it('says nothing of a face that the screen is too weak to colour', () => {
    const results = SEEDS.map((seed) => checkLight(sit({ seed }), asked(seed)));
    expect(bandsOf(results)).toEqual({ pass: 0, fail: 0, absent: 1 });
    expect(new Set(results.map(({ reason }) => reason))).toEqual(new Set(['light.too_bright']));
  });

  it('fails most clips that were lit by the colours of another session, and passes next to none', () => {
    const results = SEEDS.map((seed) =>
      checkLight(sit({ shown: generateColours(seededBytes(seed + 1e6)), seed }), asked(seed)),
    );
    const { pass, fail } = bandsOf(results);
    expect(fail).toBeGreaterThan(0.6);
    expect(pass).toBeLessThan(0.03);
    expect(results.find(({ band }) => band === 'fail')?.reason).toBe('light.no_response');
  });

  it('fails an answer that is the opposite of what was asked', () => {
    fc.assert(
      fc.property(SEED, (seed) => {
        const challenge = asked(seed);
        const opposite = challenge.colours?.map(({ rgb, atMs }) => ({
          rgb: COLOURS[(COLOURS.indexOf(rgb) + 3) % COLOURS.length] ?? rgb,
          atMs,
        }));
        const observations = sit({ shown: opposite ?? null, share: 0.2, seed });
        expect(checkLight(observations, challenge).band).toBe('fail');
      }),
      RUNS,
    );
  });

  it('says the same whatever the white balance does to the whole picture', () => {
    const gain = fc.double({ min: 0.5, max: 2, noNaN: true });
    fc.assert(
      fc.property(SEED, fc.boolean(), gain, gain, gain, (seed, answers, red, green, blue) => {
        const challenge = asked(seed);
        const balanced = (light: LinearRgb): LinearRgb => under(light, [0, 0, 0], 0, [red, green, blue]);
        const plain = sit({ shown: answers ? (challenge.colours ?? null) : null, seed });
        const changed = plain.map((frame) => ({
          ...frame,
          backgroundRgb: balanced(frame.backgroundRgb),
          face: frame.face && { ...frame.face, meanRgb: balanced(frame.face.meanRgb) },
        }));
        expect(checkLight(changed, challenge)).toEqual(checkLight(plain, challenge));
      }),
      RUNS,
    );
  });

  const colours = asked(1).colours ?? [];
  const black = COLOURS.map((_, index) => ({ rgb: [0, 0, 0] as const, atMs: index * 600 }));
  const strobe = Array.from({ length: 50 }, (_, index) => ({
    rgb: index % 2 === 0 ? ([0, 0, 0] as const) : ([255, 255, 255] as const),
    atMs: index * 100,
  }));
  const broken = sit({}).map((frame) => ({ ...frame, sceneLuminance: Number.NaN }));
  const faceless = sit({}).map((frame, index) => (index < 24 ? frame : { ...frame, face: null }));
  it.each([
    ['no colours asked', sit({}), undefined, 'not_run'],
    ['no colours in the list', sit({}), [], 'not_run'],
    ['a schedule without a change', sit({}), black, 'not_run'],
    ['a schedule that flashes, which no page shows', sit({}), strobe, 'not_run'],
    ['measures that are no numbers', broken, colours, 'model.failed'],
    ['hardly any face', faceless, colours, 'frames.too_few'],
    ['nothing at all', [], colours, 'frames.too_few'],
    ['a picture without any change', film(), colours, 'light.too_bright'],
  ] as const)('is absent with %s', (_, observations, shown, reason) => {
    const challenge = { id: 'c', steps: [], colours: shown };
    expect(checkLight(observations, challenge)).toEqual({ id: 'light', band: 'absent', reason });
  });
});

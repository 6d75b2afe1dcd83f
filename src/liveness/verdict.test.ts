import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { linearRgb } from '../core/srgb.js';
import type { LightStep } from '../core/types.js';
import { CHECK_IDS, type CheckId, type CheckResult, type Verdict } from '../core/verdict.js';
import { afterVerdict } from './after-verdict.js';
import { parseTestChallenge } from './challenge.js';
import { colourAt, generateColours } from './light-schedule.js';
import { seededBytes } from './random.fixture.js';
import { type Change, evidenceOf, film, turns } from './series.fixture.js';
import { decide } from './verdict.js';

const CHALLENGE = parseTestChallenge('turn-left@1100,turn-right@3000');
const yawAt = turns({ fromMs: 1_450, peakDeg: 32 }, { fromMs: 3_350, peakDeg: -32 });

function reasonOf(verdict: Verdict, id: CheckId): string | undefined {
  return verdict.checks.find((check) => check.id === id)?.reason;
}

describe('decide', () => {
  it('finds a genuine person live, and says of every known check whether it ran', () => {
    const verdict = decide(evidenceOf(film({ yawAt })), CHALLENGE, 'standard');
    expect(verdict.verdict).toBe('live');
    expect(verdict.checks.map(({ id }) => id)).toEqual(CHECK_IDS);
    expect(verdict.checks.filter(({ band }) => band === 'pass').map(({ id }) => id)).toEqual([
      'one-face',
      'quality',
      'challenge',
      'parallax',
      'continuity',
      'repeat',
      'injection-class',
      'injection-enumeration',
      'injection-native',
      'injection-label',
    ]);
    expect(reasonOf(verdict, 'texture')).toBe('model.absent');
    expect(reasonOf(verdict, 'light')).toBe('not_run');
    expect(afterVerdict(verdict)).toEqual({ kind: 'send' });
  });

  it('stays live where the screen is too weak to colour the face, and does not where it answers other colours', () => {
    const colours = generateColours(seededBytes(1));
    const asked = { ...CHALLENGE, colours };
    const answering = (shown: readonly LightStep[]) => (mediaTimeMs: number) => {
      const [red, green, blue] = linearRgb(colourAt({ ...asked, colours: shown }, mediaTimeMs) ?? [0, 0, 0]);
      return { face: { meanRgb: [0.3 + 0.1 * red, 0.2 + 0.07 * green, 0.15 + 0.05 * blue] as const } };
    };
    const unlit = decide(evidenceOf(film({ yawAt })), asked, 'standard');
    expect([unlit.verdict, reasonOf(unlit, 'light')]).toEqual(['live', 'light.too_bright']);
    expect(afterVerdict(unlit)).toEqual({ kind: 'send' });

    const lit = decide(evidenceOf(film({ yawAt, changeAt: answering(colours) })), asked, 'standard');
    expect(lit.checks.find(({ id }) => id === 'light')?.band).toBe('pass');

    const backwards = colours.map(({ rgb, atMs }, index) => ({
      rgb: colours.at(-1 - index)?.rgb ?? rgb,
      atMs,
    }));
    const replay = decide(evidenceOf(film({ yawAt, changeAt: answering(backwards) })), asked, 'standard');
    expect([replay.verdict, reasonOf(replay, 'light')]).toEqual(['not-live', 'light.no_response']);
    expect(afterVerdict(replay)).toEqual({ kind: 'send-flagged', reasons: ['light.no_response'] });
  });

  it('has no number in it that a faker could climb', () => {
    const verdict = decide(evidenceOf(film({ yawAt })), CHALLENGE, 'standard');
    expect(JSON.stringify(verdict)).not.toMatch(/\d/);
    expectTypeOf<CheckResult[keyof CheckResult] & number>().toBeNever();
  });

  it.each<[string, Parameters<typeof film>[0], Verdict['verdict'], string, readonly string[]]>([
    ['someone who follows no cue', {}, 'not-live', 'redo', ['challenge.missing']],
    ['a mirrored stream', { yawAt: (atMs) => -yawAt(atMs) }, 'not-live', 'redo', ['challenge.wrong']],
    [
      'a card that seems to turn',
      { yawAt, subject: { shape: 'card' } },
      'not-live',
      'send-flagged',
      ['parallax.flat'],
    ],
    ['an empty chair', { changeAt: () => ({ face: null }) }, 'inconclusive', 'redo', ['face.none']],
    [
      'two people',
      { yawAt, changeAt: () => ({ secondFaceAreaRatio: 0.5 }) },
      'inconclusive',
      'redo',
      ['face.multiple'],
    ],
    [
      'a blurred camera',
      { yawAt, changeAt: () => ({ face: { sharpness: 0.1 } }) },
      'inconclusive',
      'redo',
      ['image.blurry'],
    ],
    [
      'a camera of four pictures a second',
      { yawAt, cameraFps: 4, every: 1 },
      'inconclusive',
      'redo',
      ['camera.too_slow'],
    ],
    [
      'a worker that took every tenth frame',
      { yawAt, every: 10 },
      'inconclusive',
      'send-by-choice',
      ['frames.too_few'],
    ],
    [
      'a model that answers NaN once',
      { yawAt, changeAt: (atMs) => (atMs > 4_900 ? { face: { pitchDeg: Number.NaN } } : {}) },
      'inconclusive',
      'send-by-choice',
      ['model.failed'],
    ],
  ])('%s', (_name, filmed, word, kind, reasons) => {
    const verdict = decide(evidenceOf(film(filmed)), CHALLENGE, 'standard');
    expect(verdict.verdict).toBe(word);
    expect(afterVerdict(verdict)).toMatchObject({ kind, reasons });
  });

  it('takes a camera of 7.5 pictures a second and more, jitter included', () => {
    for (const cameraFps of [6.7, 7.3, 7.5, 10, 15])
      expect(decide(evidenceOf(film({ yawAt, cameraFps, every: 1 })), CHALLENGE, 'standard').verdict).toBe(
        'live',
      );
  });

  it('leaves the profile without gestures to a person, even when gestures were made', () => {
    for (const challenge of [CHALLENGE, { id: 'c', steps: [] }]) {
      const verdict = decide(evidenceOf(film({ yawAt })), challenge, 'no-gestures');
      expect(verdict).toMatchObject({ verdict: 'inconclusive', profile: 'no-gestures' });
      expect(reasonOf(verdict, 'challenge')).toBe('challenge.not_asked');
      expect(reasonOf(verdict, 'parallax')).toBe('challenge.not_asked');
      expect(afterVerdict(verdict)).toEqual({ kind: 'send-by-choice', reasons: ['challenge.not_asked'] });
    }
  });

  it('does not take a page that stalls for a slow camera', () => {
    const stalled = film({ yawAt, every: 1 }).filter(({ frameId }) => frameId % 5 === 0 || frameId % 5 === 1);
    expect(decide(evidenceOf(stalled), CHALLENGE, 'standard').verdict).toBe('live');
  });

  it('judges nothing by nothing', () => {
    expect(afterVerdict(decide(evidenceOf([]), CHALLENGE, 'standard'))).toEqual({
      kind: 'send-by-choice',
      reasons: ['frames.too_few'],
    });
  });

  it('never throws and never finds broken observations live', () => {
    const change = fc.record<Change>(
      {
        mediaTimeMs: fc.double(),
        secondFaceAreaRatio: fc.double(),
        frameId: fc.integer(),
        face: fc.oneof(
          fc.constant(null),
          fc.record({ yawDeg: fc.double(), iedPx: fc.double(), rigidPointsPx: fc.array(fc.double()) }),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.infiniteStream(change), (changes) => {
        const series = film({ yawAt, changeAt: () => changes.next().value ?? {} });
        const verdict = decide(evidenceOf(series), CHALLENGE, 'standard');
        expect(verdict.checks.length).toBe(CHECK_IDS.length);
        expect(verdict.verdict).not.toBe('live');
        afterVerdict(verdict);
      }),
    );
  });
});

describe('afterVerdict', () => {
  const verdictWith = (...checks: readonly CheckResult[]): Verdict => ({
    verdict: checks.some(({ band }) => band === 'fail') ? 'not-live' : 'live',
    profile: 'standard',
    checks: CHECK_IDS.map((id) => checks.find((check) => check.id === id) ?? { id, band: 'pass' }),
  });

  it.each([
    'parallax',
    'texture',
    'continuity',
    'repeat',
    'injection-class',
    'injection-enumeration',
    'injection-native',
    'injection-label',
    'injection-timing',
    'light',
  ] as const)('sends a suspicion of %s flagged: a person decides', (id) => {
    const flagged = afterVerdict(verdictWith({ id, band: 'fail', reason: 'injection.suspected' }));
    expect(flagged).toEqual({ kind: 'send-flagged', reasons: ['injection.suspected'] });
  });

  it.each(['one-face', 'quality', 'challenge'] as const)(
    'asks to do it again when %s fails, whatever else is suspected',
    (id) => {
      const redo = afterVerdict(
        verdictWith(
          { id, band: 'fail', reason: 'face.gap' },
          { id: 'parallax', band: 'fail', reason: 'parallax.flat' },
        ),
      );
      expect(redo).toEqual({ kind: 'redo', reasons: ['face.gap'] });
    },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaptureEvidence } from '../core/observation.js';
import type { Profile } from '../core/types.js';
import { CHECK_IDS, type CheckResult, REASON_CODES, type VerdictWord } from '../core/verdict.js';
import { type AfterVerdict, afterVerdict } from './after-verdict.js';
import { parseTestChallenge } from './challenge.js';
import { CAMERA, type Change, evidenceOf, type Filmed, film, ONE_PERSON, turns } from './series.fixture.js';
import { decide, wordOf } from './verdict.js';

/** The table of what follows in liveness.md, from the evidence to what the widget does; a test for each row. */

const CHALLENGE = parseTestChallenge('turn-left@1100,turn-right@3000');
const yawAt = turns({ fromMs: 1_450, peakDeg: 32 }, { fromMs: 3_350, peakDeg: -32 });

interface Row {
  readonly filmed?: Filmed;
  readonly change?: Partial<CaptureEvidence>;
  readonly profile?: Profile;
  readonly word: VerdictWord;
  readonly kind: AfterVerdict['kind'];
  readonly reasons?: readonly string[];
}

function expectRow({ filmed, change, profile = 'standard', word, kind, reasons }: Row): void {
  const verdict = decide(evidenceOf(film({ yawAt, ...filmed }), change), CHALLENGE, profile);
  expect(verdict.verdict).toBe(word);
  expect(afterVerdict(verdict)).toEqual(reasons === undefined ? { kind } : { kind, reasons });
}

const always = (change: Change): Filmed => ({ changeAt: () => change });
const during = (fromMs: number, untilMs: number, change: Change): Filmed => ({
  changeAt: (atMs) => (atMs >= fromMs && atMs < untilMs ? change : {}),
});

const withTexture = (probability: number): Partial<CaptureEvidence> => ({
  embedded: {
    ...ONE_PERSON,
    texture: { kind: 'measured', liveProbabilities: Array.from({ length: 12 }, () => probability) },
  },
});

describe('correctable: nothing is sent, and it may be done again', () => {
  it.each<[string, Filmed, VerdictWord, string]>([
    ['nobody is there', always({ face: null }), 'inconclusive', 'face.none'],
    ['two people are there', always({ secondFaceAreaRatio: 0.5 }), 'inconclusive', 'face.multiple'],
    ['the face leaves for a while', during(2_200, 2_700, { face: null }), 'inconclusive', 'face.gap'],
    ['the face is too far', always({ face: { iedPx: 40 } }), 'inconclusive', 'face.too_far'],
    [
      'the face is cut off',
      always({ face: { boxPx: { x: -90, y: 100, width: 200, height: 250 } } }),
      'inconclusive',
      'face.off_center',
    ],
    ['the head is tilted', always({ face: { rollDeg: 35 } }), 'inconclusive', 'face.not_frontal'],
    ['the eyes are shut', always({ face: { lidGapRatio: 0 } }), 'inconclusive', 'face.eyes_closed'],
    ['it is dark', always({ face: { entropyBits: 3 } }), 'inconclusive', 'light.too_dark'],
    ['it is too bright', always({ face: { overExposedShare: 0.6 } }), 'inconclusive', 'light.too_bright'],
    ['it is blurred', always({ face: { sharpness: 0.1 } }), 'inconclusive', 'image.blurry'],
    ['the camera is slow', { cameraFps: 5, every: 1 }, 'inconclusive', 'camera.too_slow'],
    ['the camera is a little too slow', { cameraFps: 6.3, every: 1 }, 'inconclusive', 'camera.too_slow'],
    ['no cue is followed', { yawAt: () => 0 }, 'not-live', 'challenge.missing'],
    ['the other side is shown', { yawAt: (atMs) => -yawAt(atMs) }, 'not-live', 'challenge.wrong'],
    [
      'the answer is there before its cue',
      { yawAt: turns({ fromMs: 900, peakDeg: 32 }, { fromMs: 3_350, peakDeg: -32 }) },
      'not-live',
      'challenge.early',
    ],
    [
      'the answer comes in the time of the next',
      {
        yawAt: turns(
          { fromMs: 3_150, peakDeg: 32, riseMs: 300, holdMs: 0 },
          { fromMs: 4_000, peakDeg: -32, riseMs: 300, holdMs: 0 },
        ),
      },
      'not-live',
      'challenge.late',
    ],
    [
      'the head stays turned',
      { yawAt: turns({ fromMs: 1_450, peakDeg: 32 }, { fromMs: 3_350, peakDeg: -32, returns: false }) },
      'not-live',
      'challenge.no_return',
    ],
  ])('%s', (_name, filmed, word, reason) => {
    expectRow({ filmed, word, kind: 'redo', reasons: [reason] });
  });

  it('comes first: a suspicion beside it is not what the seller is told to put right', () => {
    const change = { embedded: { ...ONE_PERSON, lowestSimilarity: 0.4 } };
    const reasons = ['challenge.missing'];
    expectRow({ filmed: { yawAt: () => 0 }, change, word: 'not-live', kind: 'redo', reasons });
  });
});

describe('live: it is sent', () => {
  it('a person who does what is asked, with and without the texture models', () => {
    expectRow({ word: 'live', kind: 'send' });
    expectRow({ change: withTexture(0.97), word: 'live', kind: 'send' });
  });
});

describe('suspicion: it may be sent with the failed band, and a person looks', () => {
  it.each<[string, Omit<Row, 'kind' | 'reasons'>, string]>([
    [
      'frames that stand still',
      { filmed: { changeAt: (atMs) => ({ pixelHash: Math.floor(atMs / 200) }) }, word: 'not-live' },
      'repeat.frozen',
    ],
    [
      'a loop',
      { filmed: { changeAt: (atMs) => ({ pixelHash: Math.round(atMs % 1_000) }) }, word: 'not-live' },
      'repeat.recurring',
    ],
    ['a flat face', { filmed: { subject: { shape: 'card' } }, word: 'not-live' }, 'parallax.flat'],
    ['the texture of a screen', { change: withTexture(0.01), word: 'not-live' }, 'texture.replayed'],
    [
      'another person in between',
      { change: { embedded: { ...ONE_PERSON, lowestSimilarity: 0.2 } }, word: 'not-live' },
      'continuity.changed',
    ],
    [
      'a track that is a canvas',
      { change: { source: { ...CAMERA, track: 'canvas' } }, word: 'inconclusive' },
      'injection.suspected',
    ],
    [
      'a camera that the browser does not list',
      { change: { source: { ...CAMERA, isEnumerated: false } }, word: 'inconclusive' },
      'injection.suspected',
    ],
    [
      'a getUserMedia that is not the browser’s',
      { change: { source: { ...CAMERA, isNative: false } }, word: 'inconclusive' },
      'injection.suspected',
    ],
    [
      'the name of a virtual camera',
      { change: { source: { ...CAMERA, label: 'OBS Virtual Camera' } }, word: 'inconclusive' },
      'injection.suspected',
    ],
  ])('%s', (_name, row, reason) => {
    expectRow({ ...row, kind: 'send-flagged', reasons: [reason] });
  });
});

describe('inconclusive: it may be sent by choice, and a person looks', () => {
  it.each<[string, Omit<Row, 'kind' | 'word'>]>([
    ['no frame was embedded', { change: { embedded: null }, reasons: ['frames.too_few'] }],
    [
      'four frames were embedded',
      { change: { embedded: { ...ONE_PERSON, count: 4 } }, reasons: ['frames.too_few'] },
    ],
    [
      'the embedding is broken',
      { change: { embedded: { ...ONE_PERSON, lowestSimilarity: Number.NaN } }, reasons: ['model.failed'] },
    ],
    [
      'a measure is not a number',
      { filmed: during(4_900, 5_000, { face: { yawDeg: Number.NaN } }), reasons: ['model.failed'] },
    ],
    [
      'the texture model broke',
      { change: { embedded: { ...ONE_PERSON, texture: { kind: 'failed' } } }, reasons: ['model.failed'] },
    ],
    ['too few frames were analysed', { filmed: { every: 10 }, reasons: ['frames.too_few'] }],
    ['no gestures, by the seller’s choice', { profile: 'no-gestures', reasons: ['challenge.not_asked'] }],
  ])('%s', (_name, row) => {
    expectRow({ ...row, kind: 'send-by-choice', word: 'inconclusive' });
  });
});

describe('never a silent pass (requirement P-10)', () => {
  const NEEDED = ['one-face', 'quality', 'challenge', 'parallax', 'continuity', 'repeat'];
  const band = fc.constantFrom('pass', 'pass', 'pass', 'warn', 'fail', 'absent' as const);
  const reason = fc.constantFrom(...REASON_CODES);
  const checks: fc.Arbitrary<readonly CheckResult[]> = fc.tuple(
    ...CHECK_IDS.map((id) => fc.record({ id: fc.constant(id), band, reason })),
  );

  it('whatever the bands: live means that nothing failed and that nothing needed is absent', () => {
    fc.assert(
      fc.property(checks, (drawn) => {
        const verdict = wordOf(drawn);
        const failed = drawn.some(({ band }) => band === 'fail');
        const missing = drawn.some(({ id, band }) => band === 'absent' && NEEDED.includes(id));
        if (verdict === 'live') expect([failed, missing]).toEqual([false, false]);
        const { kind } = afterVerdict({ verdict, profile: 'standard', checks: drawn });
        expect(kind === 'send').toBe(verdict === 'live');
      }),
      { numRuns: 2_000 },
    );
  });

  it('a needed check that did not run is missed, even one that nobody wired', () => {
    for (const id of NEEDED) {
      const drawn = CHECK_IDS.map(
        (known): CheckResult =>
          known === id ? { id: known, band: 'absent', reason: 'not_run' } : { id: known, band: 'pass' },
      );
      expect(wordOf(drawn), id).toBe('inconclusive');
    }
  });
});

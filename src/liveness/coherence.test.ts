import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_IDS, type CheckResult, REASON_CODES, type Verdict } from '../core/verdict.js';
import { isCoherent, wordOf } from '../core/verdict-word.js';
import { parseTestChallenge } from './challenge.js';
import { type Change, evidenceOf, film, turns } from './series.fixture.js';
import { decide } from './verdict.js';

/** What a receiver refuses as a verdict is nothing that the widget gives. */

const CHALLENGE = parseTestChallenge('turn-left@1100,turn-right@3000');
const yawAt = turns({ fromMs: 1_450, peakDeg: 32 }, { fromMs: 3_350, peakDeg: -32 });
const LIVE = decide(evidenceOf(film({ yawAt })), CHALLENGE, 'standard');
const profiles = fc.constantFrom('standard' as const, 'no-gestures' as const);

describe('a verdict that the widget gives is coherent', () => {
  it('whatever was filmed, broken measures included', () => {
    const face = fc.record(
      { yawDeg: fc.double(), iedPx: fc.double(), sharpness: fc.double() },
      { requiredKeys: [] },
    );
    const change = fc.record<Change>(
      {
        mediaTimeMs: fc.double(),
        secondFaceAreaRatio: fc.double(),
        frameId: fc.integer(),
        face: fc.option(face),
      },
      { requiredKeys: [] },
    );
    const every = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.option(change, { freq: 1 })),
        every,
        profiles,
        fc.boolean(),
        (changes, step, profile, isBroken) => {
          const changeAt = (): Change => (isBroken ? (changes.next().value ?? {}) : {});
          const verdict = decide(evidenceOf(film({ yawAt, every: step, changeAt })), CHALLENGE, profile);
          expect(isCoherent(verdict), JSON.stringify(verdict)).toBe(true);
        },
      ),
    );
  });
});

describe('a verdict that no widget gives', () => {
  const withCheck = (check: CheckResult): Verdict => ({
    ...LIVE,
    checks: LIVE.checks.map((own) => (own.id === check.id ? check : own)),
  });

  it('is live with nothing checked, with a check left out, twice or elsewhere', () => {
    expect(isCoherent(LIVE)).toBe(true);
    const [first, ...others] = LIVE.checks;
    for (const checks of [[], others, [first, ...LIVE.checks], [...others, first]]) {
      expect(isCoherent({ ...LIVE, checks: checks as Verdict['checks'] })).toBe(false);
    }
  });

  it.each<[string, Verdict]>([
    ['live with a failed check', withCheck({ id: 'parallax', band: 'fail', reason: 'parallax.flat' })],
    ['live without the challenge', withCheck({ id: 'challenge', band: 'absent', reason: 'frames.too_few' })],
    ['live without movements', { ...LIVE, profile: 'no-gestures' }],
    ['not live for nothing', { ...LIVE, verdict: 'not-live' }],
    ['passed for a reason', withCheck({ id: 'quality', band: 'pass', reason: 'image.blurry' })],
    ['absent for none', withCheck({ id: 'light', band: 'absent' })],
    ['a warning', withCheck({ id: 'quality', band: 'warn', reason: 'image.blurry' })],
    ['another check’s reason', withCheck({ id: 'light', band: 'absent', reason: 'repeat.frozen' })],
  ])('%s', (_, verdict) => {
    expect(isCoherent(verdict)).toBe(false);
  });

  it('is any word but the one that follows, whatever the checks', () => {
    const check = fc.record({
      band: fc.constantFrom('pass', 'fail', 'absent'),
      reason: fc.constantFrom(...REASON_CODES),
    });
    const drawn = fc.tuple(
      ...CHECK_IDS.map((id) =>
        check.map(({ band, reason }) => (band === 'pass' ? { id, band } : { id, band, reason })),
      ),
    );
    fc.assert(
      fc.property(drawn, fc.constantFrom('live', 'not-live', 'inconclusive'), (checks, word) => {
        const verdict = { verdict: word, profile: 'standard', checks } as Verdict;
        if (word !== wordOf(verdict.checks)) expect(isCoherent(verdict)).toBe(false);
      }),
    );
  });
});

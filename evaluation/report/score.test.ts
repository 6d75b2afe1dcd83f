import { describe, expect, it } from 'vitest';
import type { CaptureEvidence, EmbeddingEvidence } from '../../src/core/observation.js';
import { parseTestChallenge } from '../../src/liveness/challenge.js';
import { film, ONE_PERSON, turns } from '../../src/liveness/series.fixture.js';
import { judgedTwice, scoreOf } from './score.js';

const CHALLENGE = parseTestChallenge('turn-left@1100,turn-right@3000');

function capture(): CaptureEvidence {
  const yawAt = turns({ fromMs: 1_450, peakDeg: 32 }, { fromMs: 3_350, peakDeg: -32 });
  return { observations: film({ yawAt }), embedded: ONE_PERSON, source: null };
}

describe('judgedTwice', () => {
  const withTexture = (embedded: EmbeddingEvidence) =>
    judgedTwice({ ...capture(), embedded }, CHALLENGE).withTexture?.verdict;

  it('leaves the verdict open where a model is there and fails, which is not the same as none', () => {
    expect(judgedTwice(capture(), CHALLENGE).verdict.verdict).toBe('live');
    expect(withTexture({ ...ONE_PERSON, texture: { kind: 'failed' } })).toBe('inconclusive');
    expect(withTexture({ ...ONE_PERSON, texture: { kind: 'absent' } })).toBeUndefined();
  });
});

describe('scoreOf', () => {
  it('is at least 1 for a live capture, and below it where a lock of the parallax check is shut', () => {
    expect(scoreOf(capture(), CHALLENGE)).toBeGreaterThanOrEqual(1);
    // Turns by 55° and is read as turning by 22°: only the foreshortening tells.
    const yawAt = turns({ fromMs: 1_450, peakDeg: 55 }, { fromMs: 3_350, peakDeg: -55 });
    const underread = { ...capture(), observations: film({ yawAt, subject: { reportedShare: 0.4 } }) };
    const score = scoreOf(underread, CHALLENGE);
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThan(0.9);
  });

  it('is 0 where too few frames were embedded: no threshold makes that a pass', () => {
    const few = { ...capture(), embedded: { ...ONE_PERSON, count: 4 } };
    expect(scoreOf(few, CHALLENGE)).toBe(0);
    expect(scoreOf({ ...capture(), embedded: null }, CHALLENGE)).toBe(0);
  });

  it('is 0 where a check without a scale refused it', () => {
    expect(scoreOf(capture(), parseTestChallenge('turn-right@1100,turn-left@3000'))).toBe(0);
  });
});

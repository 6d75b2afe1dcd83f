import { describe, expect, it } from 'vitest';
import type { EmbeddingEvidence } from '../core/observation.js';
import { parseTestChallenge } from './challenge.js';
import { evidenceOf, film, ONE_PERSON, turns } from './series.fixture.js';
import { checkTexture, MIN_LIVE_PROBABILITY, MIN_TEXTURE_FRAMES } from './texture.js';
import { decide } from './verdict.js';

function measured(...liveProbabilities: readonly number[]): EmbeddingEvidence {
  return { ...ONE_PERSON, texture: { kind: 'measured', liveProbabilities } };
}

/** As many frames as are needed, all alike. */
const alike = (probability: number): EmbeddingEvidence =>
  measured(...Array.from({ length: MIN_TEXTURE_FRAMES }, () => probability));

describe('checkTexture', () => {
  it('passes what reads as live, from the threshold on', () => {
    expect(checkTexture(alike(0.999))).toEqual({ id: 'texture', band: 'pass' });
    expect(checkTexture(alike(MIN_LIVE_PROBABILITY))).toEqual({ id: 'texture', band: 'pass' });
  });

  it('fails what upstream measured of photographed screens', () => {
    for (const probability of [0.142, 0.011, MIN_LIVE_PROBABILITY - 1e-6])
      expect(checkTexture(alike(probability))).toMatchObject({ band: 'fail', reason: 'texture.replayed' });
  });

  it('judges the mean: one bad frame of five is no replay, four are', () => {
    expect(checkTexture(measured(0.9, 0.9, 0.1, 0.9, 0.9)).band).toBe('pass');
    expect(checkTexture(measured(0.1, 0.1, 0.9, 0.1, 0.1)).band).toBe('fail');
  });

  it('says nothing with fewer frames than it needs', () => {
    const few = measured(...Array.from({ length: MIN_TEXTURE_FRAMES - 1 }, () => 0.001));
    expect(checkTexture(few)).toEqual({ id: 'texture', band: 'absent', reason: 'frames.too_few' });
    expect(checkTexture(null)).toEqual({ id: 'texture', band: 'absent', reason: 'frames.too_few' });
  });

  it('tells a model that is not there from one that failed', () => {
    const absent = { ...ONE_PERSON, texture: { kind: 'absent' } } as const;
    const failed = { ...ONE_PERSON, texture: { kind: 'failed' } } as const;
    expect(checkTexture(absent)).toEqual({ id: 'texture', band: 'absent', reason: 'model.absent' });
    expect(checkTexture(failed)).toEqual({ id: 'texture', band: 'absent', reason: 'model.failed' });
    expect(checkTexture(measured(1, 1, Number.NaN, 1, 1)).reason).toBe('model.failed');
  });
});

describe('the verdict', () => {
  const challenge = parseTestChallenge('turn-left@1100,turn-right@3000');
  const yawAt = turns({ fromMs: 1_450, peakDeg: 32 }, { fromMs: 3_350, peakDeg: -32 });
  const wordWith = (texture: EmbeddingEvidence['texture']): string => {
    const embedded = { ...ONE_PERSON, texture };
    return decide(evidenceOf(film({ yawAt }), { embedded }), challenge, 'standard').verdict;
  };

  it('can do without models that the build has not, and not without those that failed', () => {
    expect(wordWith({ kind: 'absent' })).toBe('live');
    expect(wordWith(alike(1).texture)).toBe('live');
    expect(wordWith({ kind: 'failed' })).toBe('inconclusive');
    expect(wordWith(measured(1, 1).texture)).toBe('inconclusive');
    expect(wordWith(alike(0.01).texture)).toBe('not-live');
  });
});

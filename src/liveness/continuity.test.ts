import { describe, expect, it } from 'vitest';
import type { EmbeddingEvidence } from '../core/observation.js';
import { checkContinuity, MIN_EMBEDDINGS } from './continuity.js';
import { ONE_PERSON } from './series.fixture.js';

function check(change: Partial<EmbeddingEvidence> | null) {
  return checkContinuity(change === null ? null : { ...ONE_PERSON, ...change });
}

describe('checkContinuity', () => {
  it('asks for five embeddings (requirement P-15)', () => {
    expect(MIN_EMBEDDINGS).toBe(5);
  });

  it("takes the model's own limit", () => {
    expect(check({ lowestSimilarity: 0.9, sameFaceSimilarity: 0.919 })).toMatchObject({ band: 'fail' });
    expect(check({ lowestSimilarity: 0.9, sameFaceSimilarity: 0.4 })).toMatchObject({ band: 'pass' });
  });

  it.each([
    [5, 1, 'pass', undefined],
    [5, 0.5, 'pass', undefined],
    [5, 0.4999, 'fail', 'continuity.changed'],
    [12, -1, 'fail', 'continuity.changed'],
    [4, 1, 'absent', 'frames.too_few'],
    // Too few say nothing, whatever they say.
    [4, 0.2, 'absent', 'frames.too_few'],
    [5, Number.NaN, 'absent', 'model.failed'],
  ])('%d embeddings, least alike %d: %s', (count, lowestSimilarity, band, reason) => {
    expect(check({ count, lowestSimilarity })).toEqual({
      id: 'continuity',
      band,
      ...(reason === undefined ? {} : { reason }),
    });
  });

  it.each<[string, Partial<EmbeddingEvidence>, string]>([
    ['the same face turned', { turnedSimilarities: [0.31, 0.5] }, 'pass'],
    ['one turned frame of several that was taken badly', { turnedSimilarities: [0.6, 0.29] }, 'pass'],
    ['another face in two of the turned frames', { turnedSimilarities: [0.6, 0.29, 0.7, 0.29] }, 'fail'],
    ['another face in the only turned frame', { turnedSimilarities: [0.29] }, 'fail'],
    ['no turned face that could be embedded', { turnedSimilarities: [] }, 'pass'],
    ['a model of which nobody knows', { turnedSimilarities: [-1], turnedFaceSimilarity: null }, 'pass'],
    ['a broken number', { turnedSimilarities: [Number.NaN] }, 'absent'],
  ])('%s: %s', (_, change, band) => {
    expect(check({ turnedFaceSimilarity: 0.3, ...change })).toMatchObject({ band });
  });

  it('is absent, not passed, when nothing was embedded', () => {
    expect(check(null)).toMatchObject({ band: 'absent', reason: 'frames.too_few' });
  });
});

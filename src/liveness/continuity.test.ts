import { describe, expect, it } from 'vitest';
import type { EmbeddingEvidence } from '../core/observation.js';
import { checkContinuity, MIN_EMBEDDINGS, SAME_PERSON } from './continuity.js';
import { ONE_PERSON } from './series.fixture.js';

function check(change: Partial<EmbeddingEvidence> | null) {
  return checkContinuity(change === null ? null : { ...ONE_PERSON, ...change });
}

describe('checkContinuity', () => {
  it('asks for the operating point and for five embeddings (requirement P-15)', () => {
    expect([SAME_PERSON, MIN_EMBEDDINGS]).toEqual([0.919, 5]);
  });

  it.each([
    [5, 1, 'pass', undefined],
    [5, 0.919, 'pass', undefined],
    [5, 0.9189, 'fail', 'continuity.changed'],
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

  it('is absent, not passed, when nothing was embedded', () => {
    expect(check(null)).toMatchObject({ band: 'absent', reason: 'frames.too_few' });
  });
});

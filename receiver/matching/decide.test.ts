import { describe, expect, it } from 'vitest';
import type { Payload } from '../../src/envelope/wire.js';
import { decide, type Searched } from './decide.js';

const VERDICTS = ['live', 'not-live', 'inconclusive'] as const;
const SEARCHED: readonly Searched[] = ['gallery', 'groups', 'none'];

function livenessOf(
  verdict: Payload['liveness']['verdict'],
  quality: 'pass' | 'fail' = 'pass',
): Payload['liveness'] {
  return { verdict, profile: 'standard', checks: [{ id: 'quality', band: quality }] };
}

describe('the decision', () => {
  it('is no_duplicate for one of all cases alone: live, compared, and nobody alike', () => {
    for (const verdict of VERDICTS)
      for (const searched of SEARCHED)
        for (const hits of [0, 1, 5]) {
          const { status } = decide({ liveness: livenessOf(verdict), searched, hits });
          const isFree = verdict === 'live' && searched !== 'none' && hits === 0;
          expect(status, `${verdict}, ${searched}, ${hits}`).toBe(isFree ? 'no_duplicate' : 'needs_review');
        }
  });

  it.each([
    ['not-live', 'pass', 'gallery', 1, 'hit'],
    ['not-live', 'pass', 'none', 0, 'not_live'],
    ['inconclusive', 'pass', 'gallery', 0, 'inconclusive'],
    ['inconclusive', 'fail', 'gallery', 0, 'started_anyway'],
    ['live', 'pass', 'none', 0, 'not_searched'],
    ['live', 'pass', 'groups', 0, 'no_hit'],
  ] as const)(
    'on %s, quality %s, searched %s, %i hits rests on %5$s',
    (verdict, quality, searched, hits, basis) => {
      expect(decide({ liveness: livenessOf(verdict, quality), searched, hits }).basis).toBe(basis);
    },
  );
});

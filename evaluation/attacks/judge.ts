import type { Challenge } from '../../src/core/types.js';
import { unreachable } from '../../src/core/unreachable.js';
import type { CheckId, Verdict } from '../../src/core/verdict.js';
import { afterVerdict } from '../../src/liveness/after-verdict.js';
import { decide } from '../../src/liveness/verdict.js';
import type { RecordedSeries } from '../harness/series.js';
import { withoutTexture } from '../report/score.js';
import type { Expected } from './species.js';

/** The widget's own verdict over a recorded series, in a build without the optional texture models. It came through no
 * camera, so nothing is known of its source. */
export function judge({ observations, embedded }: RecordedSeries, challenge: Challenge): Verdict {
  return decide({ observations, embedded: withoutTexture(embedded), source: null }, challenge, 'standard');
}

export function failedChecks({ checks }: Verdict): readonly CheckId[] {
  return checks.filter(({ band }) => band === 'fail').map(({ id }) => id);
}

function refusedFor(verdict: Verdict): readonly string[] {
  const after = afterVerdict(verdict);
  return after.kind === 'redo' ? after.reasons : [];
}

function isAsExpected(expected: Exclude<Expected, { kind: 'missed' }>, verdict: Verdict): boolean {
  if (verdict.verdict === 'live') return false;
  if (expected.kind === 'stopped') return true;
  if (expected.kind === 'refused') {
    const reasons = refusedFor(verdict);
    return expected.reasons.some((reason) => reasons.includes(reason));
  }
  const failed = failedChecks(verdict);
  return 'anyOf' in expected
    ? expected.anyOf.some((id) => failed.includes(id))
    : expected.allOf.every((id) => failed.includes(id));
}

/** Numbers of the presentations that came out otherwise than expected. */
export function surprises(expected: Expected, verdicts: readonly Verdict[]): readonly number[] {
  const numbers = [...verdicts.keys()];
  switch (expected.kind) {
    case 'missed':
      return verdicts.some(({ verdict }) => verdict === 'live') ? [] : numbers;
    case 'caught':
    case 'refused':
    case 'stopped':
      return numbers.filter((number) => {
        const verdict = verdicts[number];
        return verdict === undefined || !isAsExpected(expected, verdict);
      });
    default:
      return unreachable(expected);
  }
}

/** For a table. */
export function inWords(expected: Expected): string {
  switch (expected.kind) {
    case 'missed':
      return 'missed';
    case 'stopped':
      return 'never live';
    case 'refused':
      return `refused: ${expected.reasons.join(' or ')}`;
    case 'caught':
      return 'anyOf' in expected ? expected.anyOf.join(' or ') : expected.allOf.join(' and ');
    default:
      return unreachable(expected);
  }
}

import type { Presentation } from '../../bench/liveness/harness/series.js';
import { genuine } from '../../src/testing/index.js';
import { attemptOf } from './attempt.js';

/** A seller who does what is asked: must be live. @param number - from 0. */
export function genuinePresentation(number: number): Presentation {
  const { options, challenge } = attemptOf(number);
  const script = { ...genuine(options), name: `genuine-${number}` };
  return { script, challenge, startAtMs: options.startAtMs };
}

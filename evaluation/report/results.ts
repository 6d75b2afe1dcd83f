import type { Rate } from '../../src/calibration/rates.js';
import type { Verdict } from '../../src/core/verdict.js';
import type { Positioning } from './positioning.js';

/** What a report is made from, and the error rates in it (ISO/IEC 30107-3). */

/** One capture, judged. */
export interface Presentation {
  /** Without the optional texture models, as they are not part of a default build. */
  readonly verdict: Verdict;
  /** With them; absent where they were not built. */
  readonly withTexture?: Verdict | undefined;
  /** See score.ts. */
  readonly score: number;
}

export interface GenuinePresentation extends Presentation {
  readonly person: string;
  /** Light, distance, camera; or what is worn. */
  readonly condition: string;
  /** Which part of the people it stands for, for example a skin tone; null = not known. */
  readonly group: string | null;
}

/** Five seconds of somebody who was asked for something that they cannot have heard. */
export interface UnpromptedPresentation extends Presentation {
  readonly video: string;
  readonly fromMs: number;
  /** Reported yaw, from one end to the other, degrees. */
  readonly yawSpanDeg: number | null;
}

export interface SpeciesResult {
  readonly id: string;
  readonly title: string;
  /** Rows of the list of attacks, and why it is expected to pass where it is. */
  readonly expected: { readonly kind: 'caught' } | { readonly kind: 'missed'; readonly why: string };
  readonly presentations: readonly Presentation[];
}

export interface LivenessResults {
  readonly genuine: readonly GenuinePresentation[];
  /** Genuine captures too, as many for each thing that is worn; counted by themselves. */
  readonly worn: readonly GenuinePresentation[];
  readonly species: readonly SpeciesResult[];
  /** Real people who follow no cue: none of them should be found live, and only because of the challenge. */
  readonly unprompted: readonly UnpromptedPresentation[];
  /** How genuine videos do before the recording. */
  readonly positioning: readonly Positioning[];
  /** Where the captures come from, in a sentence. */
  readonly source: string;
  /** What could not be judged: a file that is no video, a video without a face. */
  readonly unjudged: readonly { readonly name: string; readonly why: string }[];
  readonly madeWith: Readonly<Record<string, string>>;
}

function rateOf(presentations: readonly Presentation[], isError: (verdict: Verdict) => boolean): Rate {
  return { errors: presentations.filter(({ verdict }) => isError(verdict)).length, n: presentations.length };
}

const isLive = ({ verdict }: Verdict): boolean => verdict === 'live';
const isUndecided = ({ verdict }: Verdict): boolean => verdict === 'inconclusive';

/** Attack presentation classification error rate: attacks found live. */
export function apcer(presentations: readonly Presentation[]): Rate {
  return rateOf(presentations, isLive);
}

/** Bona fide presentation classification error rate, counted against us: whatever was not found live at the first try,
 * with or without an answer. */
export function bpcer(presentations: readonly Presentation[]): Rate {
  return rateOf(presentations, (verdict) => !isLive(verdict));
}

/** Captures without an answer (ISO/IEC 30107-3: APNRR, BPNRR). */
export function nonResponse(presentations: readonly Presentation[]): Rate {
  return rateOf(presentations, isUndecided);
}

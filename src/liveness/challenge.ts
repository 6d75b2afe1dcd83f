import type { Action, Challenge, ChallengeStep, Profile } from '../core/types.js';
import { CLIP_DURATION_MS } from '../core/types.js';

/** The schedule of the five seconds (liveness.md). The receiver chooses the challenge, so it imports this file. */

/** Media time before which the person looks straight ahead, ms: the baseline of all relative measures. */
export const BASELINE_MS = 1_000;
/** Earliest media time of each cue, ms. */
const CUE_STARTS_MS: readonly [first: number, second: number] = [1_000, 2_900];
/** How much later than its earliest time a cue may come, ms. */
export const CUE_JITTER_MS = 400;
/** Shortest time for which a cue stays on screen, ms: then the person is asked back to the centre. */
const MIN_CUE_SHOWN_MS = 1_000;

const TURNS: readonly Action[] = ['turn-left', 'turn-right'];
/** Everything that a person may be asked to do.
 * @example
 * const turns = ACTIONS.filter((action) => action.startsWith('turn-')); */
export const ACTIONS: readonly Action[] = [...TURNS, 'look-up', 'move-closer', 'open-mouth'];

/** `count` bytes from a CSPRNG. */
export type RandomBytes = (count: number) => Uint8Array;

/** What {@link generateChallenge} chooses from. */
export interface ChallengeRequest {
  readonly id: string;
  readonly profile: Profile;
  /** What may be asked: at least two actions, one of them a turn. */
  readonly actions: readonly Action[];
  /** One cue in place of two, with the rest of the clip to answer it. Default false. */
  readonly moreTime?: boolean | undefined;
}

export function isTurn(action: Action): boolean {
  return TURNS.includes(action);
}

/** All ordered pairs of two different actions with at least one turn: log2 of their number is the entropy of the
 * order, in bits (two turns alone: 1 bit; all five actions: 14 pairs, 3.8 bits; requirement C-02). */
export function actionPairs(actions: readonly Action[]): readonly (readonly [Action, Action])[] {
  const distinct = [...new Set(actions)];
  return distinct
    .flatMap((first) => distinct.map((second) => [first, second] as const))
    .filter(([first, second]) => first !== second && (isTurn(first) || isTurn(second)));
}

/** Uniform in 0…`bound` − 1, without modulo bias: values beyond the last whole multiple of `bound` are drawn again. */
export function uniform(random: RandomBytes, bound: number): number {
  const limit = 2 ** 32 - (2 ** 32 % bound);
  for (;;) {
    const bytes = random(4);
    const drawn = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (drawn < limit) return drawn % bound;
  }
}

/** Every order of actions that may be asked. "More time" is a turn, so that parallax can be measured: 1 bit. */
export function actionOrders({
  actions,
  moreTime,
}: Pick<ChallengeRequest, 'actions' | 'moreTime'>): readonly (readonly Action[])[] {
  const pairs = actionPairs(actions);
  if (pairs.length === 0 || moreTime !== true) return pairs;
  return [...new Set(actions)].filter(isTurn).map((turn) => [turn] as const);
}

/** Chooses what one session is asked (requirements C-01, C-03): two different actions, at least one a turn, each at its
 * own random time; with "more time", one turn. The profile `no-gestures` is asked nothing.
 * @throws RangeError when `actions` allows no pair.
 * @example
 * const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
 * const challenge = generateChallenge(random, { id: crypto.randomUUID(), profile: 'standard', actions: ACTIONS }); */
export function generateChallenge(random: RandomBytes, request: ChallengeRequest): Challenge {
  if (request.profile === 'no-gestures') return { id: request.id, steps: [] };
  const orders = actionOrders(request);
  if (orders.length === 0) throw new RangeError('a challenge needs two actions, one of them a turn');
  const order: readonly Action[] = orders[uniform(random, orders.length)] ?? [];
  const steps = order.map((action, index) => ({
    action,
    cueAtMs: (CUE_STARTS_MS[index] ?? 0) + uniform(random, CUE_JITTER_MS + 1),
  }));
  return { id: request.id, steps };
}

/** Media time at which the time for step `index` is over: the next cue, or the end of the clip. */
export function stepEndMs(challenge: Challenge, index: number): number {
  return challenge.steps[index + 1]?.cueAtMs ?? CLIP_DURATION_MS;
}

/** Which action is asked at this moment of the clip, ms from its start; null = look straight ahead, which is also how
 * the person is asked back to the centre in the second half of each step. */
export function cueAt(challenge: Challenge, elapsedMs: number): Action | null {
  const index = challenge.steps.findLastIndex((step) => step.cueAtMs <= elapsedMs);
  const step = challenge.steps[index];
  if (step === undefined) return null;
  const shownMs = Math.max(MIN_CUE_SHOWN_MS, (stepEndMs(challenge, index) - step.cueAtMs) / 2);
  return elapsedMs < step.cueAtMs + shownMs ? step.action : null;
}

function isAction(text: string): text is Action {
  return (ACTIONS as readonly string[]).includes(text);
}

function parseStep(text: string): ChallengeStep {
  const [action = '', cueAt = '', ...rest] = text.trim().split('@');
  const cueAtMs = Number(cueAt);
  const valid = /^\d+$/.test(cueAt) && cueAtMs < CLIP_DURATION_MS && rest.length === 0;
  if (!isAction(action) || !valid) throw new RangeError(`not a challenge step: ${text}`);
  return { action, cueAtMs };
}

/** Reads `turn-left@1100,turn-right@3000` (action @ media time of its cue, ms), for tests whose fake camera plays a
 * clip made beforehand.
 * @throws RangeError on unknown actions, times beyond the clip, or cues out of order. */
export function parseTestChallenge(text: string, id = 'test-challenge'): Challenge {
  const steps = text.split(',').map(parseStep);
  const ordered = steps.every((step, index) => step.cueAtMs > (steps[index - 1]?.cueAtMs ?? -1));
  if (!ordered) throw new RangeError('the cues of a challenge must be in order');
  return { id, steps };
}

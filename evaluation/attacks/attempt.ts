import type { Action, Challenge } from '../../src/core/types.js';
import { ACTIONS, generateChallenge, type RandomBytes } from '../../src/liveness/challenge.js';
import { type GenuineOptions, IDENTITIES, type Identity, variantIdentity } from '../../src/testing/index.js';
import { randomNumbers } from '../../src/testing/person/random.js';

/** One try at the widget: who sits there and where, and what is asked of them. */
export interface Attempt {
  /** What a person who does as asked would do. */
  readonly options: GenuineOptions & { readonly startAtMs: number };
  readonly challenge: Challenge;
  /** Somebody else, in the same room. */
  readonly other: Identity;
  /** Two people whom the embedding tells apart, for those who swap: two that it does not are a false match, whose rate is
   * the threshold's and not this check's. The first 56 presentations have all ordered pairs of the test kit's named eight. */
  readonly pair: readonly [Identity, Identity];
  /** Another challenge than the one that is asked: what an earlier session may have asked. */
  readonly earlier: Challenge;
  /** The same numbers for the same presentation, 0 ≤ n < 1. */
  random(): number;
}

const START_AT_MS = 2_000;
const DURATION_MS = 9_000;
const NAMED = Object.values(IDENTITIES);
const LIGHTS = [
  { direction: [0.1, 0.5, 0.9], ambient: 0.5, level: 1, tint: [1, 1, 1] },
  { direction: [-0.6, 0.4, 0.7], ambient: 0.5, level: 0.8, tint: [1, 0.97, 0.9] },
  { direction: [0.5, 0.6, 0.8], ambient: 0.6, level: 1.1, tint: [0.95, 1, 1.05] },
] as const;

export function personOf(presentation: number): Identity {
  return NAMED[presentation] ?? variantIdentity(presentation);
}

/** In the place of a CSPRNG: a test that fails must fail again. */
function bytesOf(random: () => number): RandomBytes {
  return (count) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
}

function pairOf(presentation: number): readonly [Identity, Identity] {
  const first = presentation % NAMED.length;
  const step = 1 + (Math.floor(presentation / NAMED.length) % (NAMED.length - 1));
  const [one, other] = [NAMED[first], NAMED[(first + step) % NAMED.length]];
  if (one === undefined || other === undefined) throw new Error('the test kit names nobody');
  return [one, other];
}

function isSameOrder(a: Challenge, b: Challenge): boolean {
  return a.steps.every(({ action }, index) => action === b.steps[index]?.action);
}

/** @param presentation - which try, from 0: decides person, room, light, distance and challenge.
 * @param actions - what may be asked. */
export function attemptOf(presentation: number, actions: readonly Action[] = ACTIONS): Attempt {
  const random = randomNumbers(presentation + 1);
  const bytes = bytesOf(random);
  const draw = (id: string): Challenge => generateChallenge(bytes, { id, profile: 'standard', actions });
  const challenge = draw(`asked-${presentation}`);
  let earlier = draw(`earlier-${presentation}`);
  while (isSameOrder(earlier, challenge)) earlier = draw(`earlier-${presentation}`);
  const options = {
    identity: personOf(presentation),
    challenge: challenge.steps,
    startAtMs: START_AT_MS,
    durationMs: DURATION_MS,
    take: presentation + 1,
    person: { distanceCm: 38 + 8 * random(), offsetPx: [30 * random() - 15, 20 * random() - 10] },
    scene: { light: LIGHTS[presentation % LIGHTS.length] ?? LIGHTS[0] },
  } as const;
  return {
    options,
    challenge,
    other: NAMED[(presentation + 3) % NAMED.length] ?? personOf(presentation + 3),
    pair: pairOf(presentation),
    earlier,
    random,
  };
}

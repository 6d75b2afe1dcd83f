import type { Randomness } from './prss.js';
import type { Rounds } from './rounds.js';

/** What one party computes with, for one decision. All three must call the same functions in the same order. */
export interface Session {
  readonly rounds: Rounds;
  readonly randomness: Randomness;
}

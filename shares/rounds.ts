import { withDeadline } from '../src/core/abort.js';
import { ShareError } from './errors.js';
import { type Neighbour, opposite, type Party } from './party.js';
import { bytesOf, type Words, wordsOf } from './ring.js';
import type { Channels } from './transport.js';

/** Longest wait for one round, ms. */
const TIMEOUT_MS = 10_000;

export interface RoundsOptions {
  /** Longest wait for one round, ms. Default 10,000. */
  readonly timeoutMs?: number;
  readonly signal: AbortSignal;
}

/** One session's rounds, one after the other: in each, every party sends and receives messages of the same length, which all know
 * beforehand. A message of another round or length, one that does not come, or an abort ends the session for good, so that no
 * answer is ever made of half of one. Use one at a time: the next call after the last one has settled. */
export class Rounds {
  readonly #channels: Channels;
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal;
  #round = 0;
  #failure: { readonly cause: unknown } | null = null;

  constructor(channels: Channels, { timeoutMs = TIMEOUT_MS, signal }: RoundsOptions) {
    this.#channels = channels;
    this.#timeoutMs = timeoutMs;
    this.#signal = signal;
  }

  get party(): Party {
    return this.#channels.party;
  }

  /** Gives words to the previous party and takes as many from the next one.
   * @throws {@link ShareError} `shares.timeout`, `shares.wrong_round`, `shares.wrong_length`, `shares.ended`, or the signal's
   * reason; so do the two below. */
  passBack(words: Words): Promise<Words> {
    return this.#nextRound((round, signal) => this.#trade('previous', round, words, signal));
  }

  /** Gives words to the next party and takes as many from the previous one. */
  passOn(words: Words): Promise<Words> {
    return this.#nextRound((round, signal) => this.#trade('next', round, words, signal));
  }

  /** Gives words to both and takes as many from each. */
  passToBoth(words: Words): Promise<{ readonly fromNext: Words; readonly fromPrevious: Words }> {
    return this.#nextRound(async (round, signal) => {
      const [fromNext, fromPrevious] = await Promise.all([
        this.#trade('previous', round, words, signal),
        this.#trade('next', round, words, signal),
      ]);
      return { fromNext, fromPrevious };
    });
  }

  async #nextRound<T>(work: (round: number, signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#failure !== null) throw new ShareError('shares.ended', this.#failure);
    const round = this.#round;
    this.#round += 1;
    const late = (): Error =>
      new ShareError('shares.timeout', { detail: `round ${round}, ${this.#timeoutMs} ms` });
    try {
      return await withDeadline(this.#timeoutMs, this.#signal, late, (signal) => work(round, signal));
    } catch (cause) {
      this.#failure = { cause };
      throw cause;
    }
  }

  async #trade(to: Neighbour, round: number, words: Words, signal: AbortSignal): Promise<Words> {
    const [bytes] = await Promise.all([
      this.#channels.receive(opposite(to), round, signal),
      this.#channels.send(to, round, bytesOf(words), signal),
    ]);
    return wordsOf(bytes, words.length);
  }
}

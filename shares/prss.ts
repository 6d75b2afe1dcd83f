import type { Bytes } from '../src/core/bytes.js';
import { ShareError } from './errors.js';
import { bytesOf, randomWords, type Words } from './ring.js';
import type { Rounds } from './rounds.js';
import type { SharingKind } from './sharing.js';

/** Pseudorandom secret sharing (Araki et al. 2016, §2.2, "computational" variant): each pair of neighbours has a key, and draws
 * the same words of it without a message. The words are AES-256 in counter mode. */

const KEY_WORDS = 8;
const BLOCK_WORDS = 4;
const BLOCK_BYTES = 16;
/** Drawn at once where less is asked for: a call into WebCrypto costs more than a few blocks do. */
const BATCH_WORDS = 4_096;

/** Party i has the keys i, which the party before it has too, and i + 1, which the party after it has too. */
export interface PairwiseKeys {
  readonly own: CryptoKey;
  readonly next: CryptoKey;
}

/** @param raw - 32 bytes. */
export function importKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-CTR', false, ['encrypt']);
}

/** Each party draws a key and gives it to the party before it. One round. The keys live as long as what holds them: they are not
 * to be stored, because a stored key would have to come with the number of its last session. */
export async function agreeOnKeys(rounds: Rounds): Promise<PairwiseKeys> {
  const drawn = randomWords(KEY_WORDS);
  const received = await rounds.passBack(drawn);
  const [own, next] = await Promise.all([importKey(bytesOf(drawn)), importKey(bytesOf(received))]);
  drawn.fill(0);
  received.fill(0);
  return { own, next };
}

/** The keys of one party, for any number of sessions. */
export class Prss {
  readonly #keys: PairwiseKeys;
  #lastSession = -1;

  constructor(keys: PairwiseKeys) {
    this.#keys = keys;
  }

  /** @param session - the number that all three give this session, 0…2⁵³ − 1.
   * @throws {@link ShareError} `shares.session_reused` unless it is above all before it: words that are drawn twice would show
   * the difference of what they hide. */
  openSession(session: number): Randomness {
    if (!Number.isSafeInteger(session) || session <= this.#lastSession)
      throw new ShareError('shares.session_reused', { detail: `${session} after ${this.#lastSession}` });
    this.#lastSession = session;
    return new Randomness(new Keystream(this.#keys.own, session), new Keystream(this.#keys.next, session));
  }
}

/** What one party draws in one session. All three draw as much, in the same order. */
export class Randomness {
  readonly #own: Keystream;
  readonly #next: Keystream;

  constructor(own: Keystream, next: Keystream) {
    this.#own = own;
    this.#next = next;
  }

  /** Words of both keys: the party's part of a replicated sharing of random words that nobody knows. Views: not to be changed. */
  async draw(count: number): Promise<{ readonly own: Words; readonly next: Words }> {
    const [own, next] = await Promise.all([this.#own.take(count), this.#next.take(count)]);
    return { own, next };
  }

  /** Adds the party's part of a sharing of zeros among all three, each uniform to the other two together with what they hold.
   * @param words - hidden where they lie. */
  async hide(kind: SharingKind, words: Words): Promise<void> {
    const { own, next } = await this.draw(words.length);
    if (kind === 'arithmetic')
      for (let at = 0; at < words.length; at += 1)
        words[at] = (words[at] ?? 0) + (own[at] ?? 0) - (next[at] ?? 0);
    else
      for (let at = 0; at < words.length; at += 1)
        words[at] = (words[at] ?? 0) ^ (own[at] ?? 0) ^ (next[at] ?? 0);
  }
}

/** Kept: what is encrypted is nothing but zeros, and new ones for each of a decision's rounds would be megabytes. */
let zeros: Bytes = new Uint8Array(0);

function zerosOf(count: number): Bytes {
  if (zeros.length < count) zeros = new Uint8Array(count);
  return zeros.subarray(0, count);
}

/** The words of one key in one session. A counter is the session's number and, behind it, the block's, 64 bits each. */
class Keystream {
  readonly #key: CryptoKey;
  readonly #session: number;
  #block = 0;
  #left: Words = new Uint32Array(0);

  constructor(key: CryptoKey, session: number) {
    this.#key = key;
    this.#session = session;
  }

  async take(count: number): Promise<Words> {
    // What is left of the batch before is dropped, at both who have the key.
    if (count > this.#left.length) this.#left = await this.#batch(Math.max(count, BATCH_WORDS));
    const taken = this.#left.subarray(0, count);
    this.#left = this.#left.subarray(count);
    return taken;
  }

  async #batch(atLeast: number): Promise<Words> {
    const blocks = Math.ceil(atLeast / BLOCK_WORDS);
    const counter = this.#counter();
    // Before the call: should it fail, these counters are spent all the same.
    this.#block += blocks;
    const plaintext = zerosOf(blocks * BLOCK_BYTES);
    const stream = await crypto.subtle.encrypt(
      { name: 'AES-CTR', counter, length: 64 },
      this.#key,
      plaintext,
    );
    return new Uint32Array(stream);
  }

  #counter(): Bytes {
    const counter = new Uint8Array(BLOCK_BYTES);
    const view = new DataView(counter.buffer);
    view.setBigUint64(0, BigInt(this.#session));
    view.setBigUint64(8, BigInt(this.#block));
    return counter;
  }
}

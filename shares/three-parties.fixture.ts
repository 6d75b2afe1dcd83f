import type { Bytes } from '../src/core/bytes.js';
import { inProcessNetwork } from './in-process.js';
import { nextOf, PARTIES, type Party } from './party.js';
import { importKey, Prss } from './prss.js';
import type { Words } from './ring.js';
import { Rounds } from './rounds.js';
import type { Session } from './session.js';
import { reconstruct, type Shares, type SharingKind, type Three } from './sharing.js';
import type { Channels } from './transport.js';

/** How many comparisons and samples: `npm run test:shares` asks for a million of each. */
export const RUNS = process.env.CANDOR_SHARES_RUNS;
/** Beyond vitest's own limit where there are a million. */
export const TIMEOUT_MS = RUNS === undefined ? 30_000 : 7_200_000;

/** The two parties of whom each pair consists. */
export const PAIRS = PARTIES.map((party) => [party, nextOf(party)] as const);

export interface TrioOptions {
  readonly session?: number;
  readonly delayMs?: number;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** What stands between a party and its channels. */
  readonly through?: (channels: Channels) => Channels;
  /** The keys by number, of 32 bytes; fixed ones unless told, so that a run is the same each time. */
  readonly keys?: Three<Bytes>;
}

const keyOf = (value: number): Bytes => new Uint8Array(32).fill(value);
const FIXED_KEYS: Three<Bytes> = [keyOf(1), keyOf(2), keyOf(3)];

const imported = new Map<Bytes, Promise<CryptoKey>>();

/** Imported once: most of what a short session takes. */
function keyFrom(raw: Bytes): Promise<CryptoKey> {
  const key = imported.get(raw) ?? importKey(raw);
  imported.set(raw, key);
  return key;
}

/** Three parties of one session, in this process. */
export async function threeSessions(options: TrioOptions = {}): Promise<Three<Session>> {
  const { session = 1, delayMs = 0, timeoutMs = 10_000, through = (channels) => channels } = options;
  const signal = options.signal ?? new AbortController().signal;
  const raw = options.keys ?? FIXED_KEYS;
  const [first, second, third] = inProcessNetwork(delayMs);
  const sessionOf = async (channels: Channels): Promise<Session> => {
    const [own, next] = await Promise.all([
      keyFrom(raw[channels.party]),
      keyFrom(raw[nextOf(channels.party)]),
    ]);
    const randomness = new Prss({ own, next }).openSession(session);
    return { rounds: new Rounds(through(channels), { timeoutMs, signal }), randomness };
  };
  return Promise.all([sessionOf(first), sessionOf(second), sessionOf(third)]);
}

/** What each of the three computes, in a session of its own. */
export async function atThree<T>(
  work: (session: Session, party: Party) => Promise<T>,
  options: TrioOptions = {},
): Promise<Three<T>> {
  const [first, second, third] = await threeSessions(options);
  return Promise.all([work(first, 0), work(second, 1), work(third, 2)]);
}

/** What the shares of three parties are of. */
export function opened<Kind extends SharingKind>([first, second]: Three<Shares<Kind>>): Words {
  return reconstruct({ party: 0, shares: first }, { party: 1, shares: second });
}

/** The same channels but for what is given. */
export function changed(channels: Channels, change: Partial<Pick<Channels, 'send' | 'receive'>>): Channels {
  return {
    party: channels.party,
    get traffic() {
      return channels.traffic;
    },
    send: change.send ?? ((...given) => channels.send(...given)),
    receive: change.receive ?? ((...given) => channels.receive(...given)),
  };
}

/** Words that look random and are the same each time (sfc32; not for secrets). */
export function seededWords(seed: number): (count: number) => Words {
  let [a, b, c, counter] = [seed | 0, 0x9e37_79b9 | 0, 0x243f_6a88, 1];
  const word = (): number => {
    const drawn = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return drawn;
  };
  for (let skipped = 0; skipped < 12; skipped += 1) word();
  return (count) => {
    const words = new Uint32Array(count);
    for (let at = 0; at < count; at += 1) words[at] = word();
    return words;
  };
}

/** Two's complement. */
export function signed(words: Words): readonly number[] {
  return Array.from(words, (word) => word | 0);
}

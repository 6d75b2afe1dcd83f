import { describe, expect, it } from 'vitest';
import type { Bytes } from '../src/core/bytes.js';
import { decide } from './decide.js';
import { dotSummands } from './dot-product.js';
import { toFixedPoint } from './fixed-point.js';
import { PARTIES, type Party } from './party.js';
import { reshareSummands } from './products.js';
import { bytesOf, concatenate, WORD_BYTES, type Words } from './ring.js';
import { reconstruct, share, type Three } from './sharing.js';
import {
  atThree,
  changed,
  PAIRS,
  RUNS,
  seededWords,
  signed,
  TIMEOUT_MS,
  type TrioOptions,
} from './three-parties.fixture.js';
import type { Channels } from './transport.js';
import { directions, plainDot } from './vectors.fixture.js';

/** What one party alone sees of decisions, held against even chances; and what two see. Draws and keys are fixed, so that each
 * number here is the same in every run. That bytes are evenly spread is no proof of secrecy: that is the papers'. It finds what is
 * sent without its share of zero. */

const SAMPLES = Number(RUNS ?? 100_000);
const DIM = 16;
const ROWS = 1_024;
const THRESHOLD = 0.45;
/** Even bytes are above this once in 10,000 times (chi-square, 255 degrees of freedom). */
const MOST_CHI_SQUARE = 347.7;

/** How far the counts of 256 byte values are from even. */
function chiSquare(messages: readonly Bytes[]): number {
  const counts = new Uint32Array(256);
  let total = 0;
  for (const message of messages)
    for (const byte of message) {
      counts[byte] = (counts[byte] ?? 0) + 1;
      total += 1;
    }
  expect(total).toBeGreaterThanOrEqual(SAMPLES);
  const even = total / counts.length;
  return counts.reduce((sum, count) => sum + (count - even) ** 2 / even, 0);
}

interface Seen {
  readonly received: readonly Bytes[];
  /** Of each message that was received, its XOR with the one that was sent in the same round. */
  readonly joint: readonly Bytes[];
  /** Shares that came before any message. */
  readonly shares: readonly Bytes[];
}

/** What one party sees of decisions over many rows that are all `row`. */
async function watched(watcher: Party, probe: Words, row: Words, options: TrioOptions = {}): Promise<Seen> {
  const random = seededWords(11);
  const seen = { received: [] as Bytes[], joint: [] as Bytes[], shares: [] as Bytes[] };
  const sent = new Map<number, Bytes>();
  const through = (channels: Channels): Channels =>
    channels.party === watcher ? watching(channels, seen, sent) : channels;
  const rows = concatenate(Array<Words>(ROWS).fill(row));
  let bytes = 0;
  for (let session = 0; bytes < SAMPLES; session += 1) {
    const [ofProbe, ofRows] = [share('arithmetic', probe, random), share('arithmetic', rows, random)];
    const { own, next } = ofRows[watcher];
    seen.shares.push(bytesOf(own), bytesOf(next));
    await atThree((of, party) => decide(of, ofProbe[party], [ofRows[party]], THRESHOLD), {
      ...options,
      session,
      through,
    });
    bytes = seen.received.reduce((sum, { length }) => sum + length, 0);
  }
  return seen;
}

function watching(
  channels: Channels,
  seen: { readonly received: Bytes[]; readonly joint: Bytes[] },
  sent: Map<number, Bytes>,
): Channels {
  return changed(channels, {
    send: (to, round, bytes, signal) => {
      sent.set(round, bytes.slice());
      return channels.send(to, round, bytes, signal);
    },
    receive: async (from, round, signal) => {
      const bytes = await channels.receive(from, round, signal);
      const own = sent.get(round);
      seen.received.push(bytes);
      seen.joint.push(bytes.map((byte, at) => byte ^ (own?.[at] ?? 0)));
      return bytes;
    },
  });
}

const VECTOR = toFixedPoint(directions(12, DIM)());
const OPPOSITE = VECTOR.map((component) => -component);

describe('what one party alone sees', () => {
  it.each(
    PARTIES.flatMap((party) => [
      { party, says: 'every row is the probe', row: VECTOR },
      { party, says: 'no row is near', row: OPPOSITE },
    ]),
  )(
    'has evenly spread bytes at party $party where $says',
    async ({ party, row }) => {
      const { received, joint, shares } = await watched(party, VECTOR, row);
      expect(chiSquare(received)).toBeLessThan(MOST_CHI_SQUARE);
      expect(chiSquare(joint)).toBeLessThan(MOST_CHI_SQUARE);
      expect(chiSquare(shares)).toBeLessThan(MOST_CHI_SQUARE);
    },
    TIMEOUT_MS,
  );

  it.each(['arithmetic', 'binary'] as const)(
    'has evenly spread bytes in a round of %s products, also where all of them are made of zeros',
    async (kind) => {
      const zeros = (): Words => new Uint32Array(SAMPLES / WORD_BYTES);
      const shares = await atThree((session) => reshareSummands(session, kind, zeros()));
      for (const { own, next } of shares) {
        expect(chiSquare([bytesOf(own)])).toBeLessThan(MOST_CHI_SQUARE);
        expect(chiSquare([bytesOf(next)])).toBeLessThan(MOST_CHI_SQUARE);
      }
    },
    TIMEOUT_MS,
  );

  it(
    'would not pass without the shares of zero',
    async () => {
      // With one key for all, F(k) − F(k) hides nothing.
      const key = new Uint8Array(32).fill(1);
      const { received } = await watched(0, VECTOR, VECTOR, { keys: [key, key, key] });
      expect(chiSquare(received)).toBeGreaterThan(10 * MOST_CHI_SQUARE);
    },
    TIMEOUT_MS,
  );
});

describe('what any two parties see together', () => {
  it('is everything: probe, rows, and each similarity', async () => {
    const draw = directions(13, DIM);
    const probe = toFixedPoint(draw());
    const rows = Array.from({ length: 20 }, () => toFixedPoint(draw()));
    const shared = { probe: share('arithmetic', probe), rows: share('arithmetic', concatenate(rows)) };
    const products = await atThree(async (session, party) =>
      reshareSummands(
        session,
        'arithmetic',
        concatenate(await dotSummands(shared.probe[party], [shared.rows[party]])),
      ),
    );
    for (const [party, other] of PAIRS) {
      const both = (of: Three<(typeof products)[0]>): Words =>
        reconstruct({ party, shares: of[party] }, { party: other, shares: of[other] });
      expect(both(shared.probe)).toEqual(probe);
      expect(both(shared.rows)).toEqual(concatenate(rows));
      expect(signed(both(products))).toEqual(rows.map((row) => plainDot(probe, row)));
    }
  });
});

import { describe, expect, it } from 'vitest';
import { type Decision, decide, openRows } from './decide.js';
import { toFixedPoint, toFixedThreshold } from './fixed-point.js';
import { concatenate, type Words } from './ring.js';
import type { Session } from './session.js';
import { type ArithmeticShares, share, type Three } from './sharing.js';
import {
  atThree,
  changed,
  RUNS,
  seededWords,
  TIMEOUT_MS,
  type TrioOptions,
  threeSessions,
} from './three-parties.fixture.js';
import type { Channels } from './transport.js';
import { directions, near, plainDot, scaled } from './vectors.fixture.js';

const DIM = 512;
/** The threshold of the model that ships (docs/thresholds.md). */
const THRESHOLD = 0.45;
const COMPARISONS = Number(RUNS ?? 10_000);
const ROWS = 2_000;

type Opened = { readonly kind: Decision['kind']; readonly rows: readonly number[] };

/** A decision, and the rows of one that says `review`. */
async function decideAndOpen(
  session: Session,
  probe: ArithmeticShares,
  rows: ArithmeticShares,
  threshold: number,
): Promise<Opened> {
  const decision = await decide(session, probe, [rows], threshold);
  return { kind: decision.kind, rows: decision.kind === 'review' ? await openRows(session, decision) : [] };
}

async function decided(
  probe: Words,
  rows: readonly Words[],
  options: TrioOptions & { readonly threshold?: number } = {},
): Promise<Three<Opened>> {
  const ofProbe = share('arithmetic', probe);
  const ofRows = share('arithmetic', concatenate(rows));
  const { threshold = THRESHOLD, ...trio } = options;
  return atThree((session, party) => decideAndOpen(session, ofProbe[party], ofRows[party], threshold), trio);
}

/** A similarity of anything, or of the threshold give or take what fixed point can hardly tell. */
function similarities(seed: number): () => number {
  const random = seededWords(seed);
  return () => {
    const [choice = 0, word = 0] = random(2);
    const even = (word | 0) / 2 ** 31;
    return choice % 2 === 0 ? even : THRESHOLD + even * 1e-4;
  };
}

describe('a decision over shares', () => {
  it(
    `is that of plain fixed-point arithmetic, row by row, in ${COMPARISONS} comparisons`,
    async () => {
      const draw = directions(5, DIM);
      const similarity = similarities(6);
      let hits = 0;
      for (let session = 0; session * ROWS < COMPARISONS; session += 1) {
        const vector = draw();
        const probe = toFixedPoint(vector);
        const rows = Array.from({ length: ROWS }, () => toFixedPoint(near(vector, draw(), similarity())));
        const wanted = [...rows.entries()].filter(
          ([, row]) => plainDot(probe, row) >= toFixedThreshold(THRESHOLD),
        );
        hits += wanted.length;
        for (const { kind, rows: found } of await decided(probe, rows, { session })) {
          expect(kind).toBe('review');
          expect(found).toEqual(wanted.map(([row]) => row));
        }
      }
      expect(hits / COMPARISONS).toBeGreaterThan(0.3);
      expect(hits / COMPARISONS).toBeLessThan(0.5);
    },
    TIMEOUT_MS,
  );

  it('is exact at the threshold: one step of 2⁻²⁶ below is none, the threshold itself is a hit', async () => {
    const least = toFixedThreshold(THRESHOLD);
    const probe = padded(8_192, 1);
    // 8,192 · a + b is any whole number.
    const row = (product: number): Words => padded(Math.floor(product / 8_192), product % 8_192);
    for (const party of await decided(probe, [row(least - 1), row(least), row(least + 1)]))
      expect(party).toEqual({ kind: 'review', rows: [1, 2] });
    for (const party of await decided(probe, [row(least - 1)])) expect(party.kind).toBe('none');
  });

  it('has no hit behind the last row, also where the threshold is 0 or below', async () => {
    const draw = directions(7, DIM);
    const vector = draw();
    const away = toFixedPoint(scaled(vector, -1));
    for (const threshold of [0, -0.5])
      for (const party of await decided(toFixedPoint(vector), [away], { threshold }))
        expect(party.kind).toBe('none');
  });

  it('is none where there are no rows', async () => {
    for (const party of await decided(toFixedPoint(directions(8, DIM)()), []))
      expect(party).toEqual({ kind: 'none', rows: [] });
  });

  it('takes ten rounds, and one more for the rows', async () => {
    const vector = toFixedPoint(directions(9, DIM)());
    const { all, through } = counted();
    await decided(vector, Array<Words>(64).fill(vector), { through });
    expect(all.map(({ traffic }) => traffic.rounds)).toEqual([11, 11, 11]);
  });

  it('of what is no unit vector opens nothing but that, however near the rows would be', async () => {
    const twice = toFixedPoint(directions(11, DIM)()).map((component) => 2 * component);
    const { all, through } = counted();
    for (const party of await decided(twice, Array<Words>(64).fill(twice), { through }))
      expect(party).toEqual({ kind: 'rejected', rows: [] });
    // The tenth would have opened whether a row is near.
    expect(all.map(({ traffic }) => traffic.rounds)).toEqual([9, 9, 9]);
  });

  it('refuses a threshold that is no similarity, before anything is sent', async () => {
    const [session] = await threeSessions();
    const [probe] = share('arithmetic', padded(1, 0));
    await expect(decide(session, probe, [probe], 1.5)).rejects.toMatchObject({ code: 'shares.bad_input' });
  });

  it('is no answer at all where a party falls silent, in whichever round', async () => {
    const vector = toFixedPoint(directions(10, DIM)());
    const [ofProbe, ofRows] = [share('arithmetic', vector), share('arithmetic', vector)];
    const outcomesFrom = async (silentFrom: number) => {
      const through = (channels: Channels): Channels =>
        changed(channels, {
          send: async (to, round, bytes, signal) => {
            if (channels.party !== 0 || round < silentFrom) await channels.send(to, round, bytes, signal);
          },
        });
      const [first, second, third] = await threeSessions({ timeoutMs: 500, through });
      return Promise.allSettled([
        decideAndOpen(first, ofProbe[0], ofRows[0], THRESHOLD),
        decideAndOpen(second, ofProbe[1], ofRows[1], THRESHOLD),
        decideAndOpen(third, ofProbe[2], ofRows[2], THRESHOLD),
      ]);
    };
    const rounds = Array.from({ length: 11 }, (_, round) => round);
    const all = await Promise.all(rounds.map(outcomesFrom));
    for (const [round, outcomes] of all.entries()) {
      const answers = outcomes.filter(({ status }) => status === 'fulfilled');
      // In round 10 rows are opened: party 1 waits for party 0, and the others have all that they need.
      const waiting = round === 10 ? outcomes[1] : outcomes[2];
      expect({ round, ...waiting }).toMatchObject({
        round,
        status: 'rejected',
        reason: { code: 'shares.timeout' },
      });
      if (round < 10) expect({ round, answers }).toEqual({ round, answers: [] });
      for (const answer of answers) expect(answer).toMatchObject({ value: { kind: 'review', rows: [0] } });
    }
  });
});

/** Keeps each party's channels, for what they have counted. */
function counted() {
  const all: Channels[] = [];
  const through = (channels: Channels): Channels => {
    all.push(channels);
    return channels;
  };
  return { all, through };
}

function padded(first: number, second: number): Words {
  const vector = new Uint32Array(DIM);
  vector.set([first, second]);
  return vector;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotSummands, type RowBlocks } from './dot-product.js';
import { reshareSummands } from './products.js';
import { concatenate, type Words } from './ring.js';
import type { Session } from './session.js';
import { type ArithmeticShares, reconstruct, share } from './sharing.js';
import { atThree, changed, opened, PAIRS, threeSessions } from './three-parties.fixture.js';

async function dotProducts(
  session: Session,
  probe: ArithmeticShares,
  blocks: RowBlocks,
): Promise<ArithmeticShares> {
  return reshareSummands(session, 'arithmetic', concatenate(await dotSummands(probe, blocks)));
}

/** In whole numbers of any size, modulo 2³². */
function onPaper(probe: Words, rows: Words): readonly number[] {
  const width = probe.length;
  return Array.from({ length: rows.length / width }, (_, row) => {
    const products = Array.from(probe, (word, at) => BigInt(word) * BigInt(rows[row * width + at] ?? 0));
    return Number(
      BigInt.asUintN(
        32,
        products.reduce((sum, product) => sum + product, 0n),
      ),
    );
  });
}

function* cut(rows: ArithmeticShares, sizes: readonly number[], width: number): Generator<ArithmeticShares> {
  let at = 0;
  for (const size of [...sizes, Number.POSITIVE_INFINITY]) {
    const end = Math.min(at + size * width, rows.own.length);
    yield { kind: 'arithmetic', own: rows.own.subarray(at, end), next: rows.next.subarray(at, end) };
    at = end;
  }
}

const cases = fc.integer({ min: 1, max: 20 }).chain((width) =>
  fc.record({
    probe: fc.uint32Array({ minLength: width, maxLength: width }),
    rows: fc
      .integer({ min: 0, max: 12 })
      .chain((count) => fc.uint32Array({ minLength: count * width, maxLength: count * width })),
    sizes: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }),
  }),
);

describe('dot products', () => {
  it('are those on paper, for any words and in blocks of any size', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ probe, rows, sizes }) => {
        const secret = Uint32Array.from(rows);
        const sharedProbe = share('arithmetic', Uint32Array.from(probe));
        const sharedRows = share('arithmetic', secret);
        const products = await atThree((session, party) =>
          dotProducts(session, sharedProbe[party], cut(sharedRows[party], sizes, probe.length)),
        );
        for (const [party, other] of PAIRS) {
          const one = { party, shares: products[party] };
          const two = { party: other, shares: products[other] };
          expect([...reconstruct(one, two)]).toEqual(onPaper(Uint32Array.from(probe), secret));
        }
      }),
    );
  });

  it('take one round and one word for each row, however wide it is', async () => {
    const [probe] = share('arithmetic', new Uint32Array(512));
    const rows = share('arithmetic', new Uint32Array(512 * 100));
    const sent: number[] = [];
    await atThree((session, party) => dotProducts(session, probe, [rows[party]]), {
      through: (channels) =>
        changed(channels, {
          send: (to, round, bytes, signal) => {
            sent.push(round, bytes.length);
            return channels.send(to, round, bytes, signal);
          },
        }),
    });
    expect(sent).toEqual([0, 400, 0, 400, 0, 400]);
  });

  it('hold one block in memory at a time', async () => {
    let held = 0;
    let most = 0;
    const [probe] = share('arithmetic', new Uint32Array(4));
    async function* blocks(): AsyncGenerator<ArithmeticShares> {
      for (let block = 0; block < 10; block += 1) {
        held += 1;
        most = Math.max(most, held);
        yield share('arithmetic', new Uint32Array(8))[0];
        held -= 1; // asked for the next one: done with this one
      }
    }
    await atThree((session) => dotProducts(session, probe, blocks()));
    expect(most).toBeLessThanOrEqual(3); // one at each party
  });

  it('refuse rows of another width than the probe', async () => {
    const [probe] = share('arithmetic', new Uint32Array(4));
    const [rows] = share('arithmetic', new Uint32Array(6));
    const [session] = await threeSessions();
    await expect(dotProducts(session, probe, [rows])).rejects.toMatchObject({
      code: 'shares.bad_input',
    });
  });

  it('end when the parties do not have the same number of rows', async () => {
    const probe = share('arithmetic', new Uint32Array(4));
    const rows = share('arithmetic', new Uint32Array(8));
    const fewer = share('arithmetic', new Uint32Array(4));
    const outcomes = await Promise.allSettled(
      (await threeSessions()).map((session, party) =>
        dotProducts(session, probe[0], [party === 1 ? fewer[0] : rows[0]]),
      ),
    );
    expect(outcomes[0]).toMatchObject({ status: 'rejected', reason: { code: 'shares.wrong_length' } });
  });

  it('wrap as the ring does', async () => {
    const secret = Uint32Array.of(2 ** 31, 2 ** 32 - 1);
    const shared = share('arithmetic', secret);
    const products = await atThree((session, party) => dotProducts(session, shared[party], [shared[party]]));
    expect([...opened(products)]).toEqual([1]);
  });
});

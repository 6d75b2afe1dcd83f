import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase64, toBase64Url } from '../../src/core/bytes.js';
import { ONE, toFixedPoint, toFixedThreshold } from '../fixed-point.js';
import { PARTIES, type Party } from '../party.js';
import { bytesOf, type Words } from '../ring.js';
import { reconstruct, share, type Three } from '../sharing.js';
import { PAIRS, RUNS, seededWords } from '../three-parties.fixture.js';
import { directions, near, plainDot } from '../vectors.fixture.js';
import type { Enrolled } from './client.js';
import { newId } from './ids.js';
import { assertReceipt } from './receipts.js';
import type { Row } from './row-block.js';
import { storedRows } from './stored-rows.fixture.js';
import { enrolment, MODEL, probeOf, Trio } from './three-nodes.fixture.js';
import { untilAnswered } from './until-answered.fixture.js';

/** Three nodes over TLS, each with its database, in this process. */

const ROWS = 64;
/** Each compared with every row. */
const PROBES = RUNS === undefined ? 40 : 400;

let trio: Trio;
beforeAll(async () => {
  trio = await Trio.make({ timeoutMs: 10_000 });
  await trio.startAll();
});
afterAll(() => trio.remove());

const draw = directions(51, MODEL.dim);
const person = draw();
const others = Array.from({ length: ROWS - 1 }, () => near(person, draw(), -0.2));
const floats = [person, ...others];
const fixed: readonly Words[] = floats.map(toFixedPoint);
const enrolled: readonly Enrolled[] = fixed.map(enrolment);

/** The templates whose rows are near, as the review queue gets them. */
async function found(probe: Words, at: Trio = trio): Promise<readonly string[]> {
  const { kind, request } = await untilAnswered(() =>
    at.client('market').compare(share('arithmetic', probe)),
  );
  return kind === 'none' ? [] : at.client('queue').collect(request);
}

describe('three operators', () => {
  it('store a template at all three, and say of the same face that it is to be reviewed', async () => {
    const market = trio.client('market');
    await untilAnswered(() => market.enrol(enrolled.slice(0, 1)));
    await market.enrol(enrolled.slice(1));
    const again = await market.compare(probeOf(near(person, draw(), 0.9)));
    expect(again.kind).toBe('review');
    expect(await trio.client('queue').collect(again.request)).toEqual([enrolled[0]?.id]);
    expect((await market.compare(probeOf(near(person, draw(), 0)))).kind).toBe('none');
  });

  it('tell which row it was to the review queue alone', async () => {
    const market = trio.client('market');
    const { request } = await market.compare(probeOf(person));
    await expect(market.collect(request)).rejects.toMatchObject({ code: 'shares.not_allowed' });
    await expect(trio.client('queue').compare(probeOf(person))).rejects.toMatchObject({
      code: 'shares.not_allowed',
    });
    await expect(trio.client('stranger').compare(probeOf(person))).rejects.toMatchObject({
      code: 'shares.try_later',
    });
  });

  it(
    `find what plain arithmetic finds in ${ROWS * PROBES} pairs, half of them about the threshold`,
    async () => {
      const random = seededWords(52);
      let hits = 0;
      for (let at = 0; at < PROBES; at += 1) {
        const [choice = 0, word = 0] = random(2);
        const similarity = MODEL.threshold + ((word | 0) / 2 ** 31) * (at % 2 === 0 ? 1e-3 : 0.5);
        const probe = toFixedPoint(near(floats[choice % ROWS] ?? person, draw(), similarity));
        const wanted = enrolled.filter(
          (_, row) => plainDot(probe, fixed[row] ?? probe) >= toFixedThreshold(MODEL.threshold),
        );
        hits += wanted.length;
        expect(await found(probe)).toEqual(wanted.map(({ id }) => id).toSorted());
      }
      expect(hits).toBeGreaterThan(PROBES / 5);
    },
    RUNS === undefined ? 120_000 : 1_200_000,
  );

  it('are exact at the threshold: one step of 2⁻²⁶ below is none', async () => {
    const least = toFixedThreshold(MODEL.threshold);
    const probe = unit(ONE, 1);
    const rows = [least - 1, least, least + 1].map((product) => {
      const row = enrolment(unit(Math.floor(product / ONE), product % ONE));
      return { ...row, product };
    });
    for (const { id, shares, product } of rows) {
      await trio.client('market').enrol([{ id, shares }]);
      expect({ product, found: await found(probe) }).toEqual({ product, found: product < least ? [] : [id] });
      await trio.client('market').remove(id);
    }
  });

  it('reject what is no unit vector, or not the same at two of them, without seeing it', async () => {
    const market = trio.client('market');
    const double = fixed[0]?.map((word) => 2 * word) ?? new Uint32Array(MODEL.dim);
    await expect(market.compare(share('arithmetic', double))).rejects.toMatchObject({
      code: 'shares.rejected',
    });
    await expect(market.enrol([enrolment(double)])).rejects.toMatchObject({ code: 'shares.rejected' });
    const [first, second] = share('arithmetic', double);
    await expect(market.compare([first, second, first])).rejects.toMatchObject({ code: 'shares.mismatch' });
    expect(await found(fixed[0] ?? double)).toEqual([enrolled[0]?.id]);
  });

  it('refuse shares of another length, and a template twice', async () => {
    const market = trio.client('market');
    await expect(market.compare(share('arithmetic', new Uint32Array(5)))).rejects.toMatchObject({
      code: 'shares.bad_input',
    });
    await expect(market.enrol(enrolled.slice(0, 1))).rejects.toMatchObject({ code: 'shares.bad_input' });
  });
});

describe('what three operators are asked', () => {
  it('must be the same: one that is told another template refuses, and nothing is stored', async () => {
    const request = newId();
    const { id, shares } = enrolment(toFixedPoint(draw()));
    const asked = PARTIES.map((party) => {
      const { own, next } = shares[party];
      const words = { own: toBase64Url(bytesOf(own)), next: toBase64Url(bytesOf(next)) };
      const templates = [{ id: party === 2 ? newId() : id, shares: words }];
      return trio.ask(party, { kind: 'enrol', request, templates });
    });
    for (const answer of await Promise.allSettled(asked))
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'shares.bad_input' } });
    expect(await found(fixed[0] ?? new Uint32Array(0))).toEqual([enrolled[0]?.id]);
  });
});

describe('what lies on an operator’s disk', () => {
  it('is no template: neither as floats, nor in fixed point, nor as bytes, nor as base64 or hexadecimal digits of these', async () => {
    for (const party of PARTIES) {
      const content = await everythingBelow(join(trio.folder, `node-${party}`));
      // The looking is not blind: what is stored in plain is found.
      expect(content.includes(enrolled[5]?.id ?? '')).toBe(true);
      const present = floats
        .slice(0, 2)
        .flatMap((vector) => formsOf(vector))
        .filter((form) => content.includes(form));
      expect(present).toEqual([]);
    }
  });

  it('is no share either, without the keys', async () => {
    const stores = await holdingsOf(trio);
    for (const party of PARTIES) {
      const content = await everythingBelow(join(trio.folder, `node-${party}`, 'database'));
      for (const { shares } of stores[party].slice(0, 10))
        for (const words of [shares.own, shares.next])
          expect(content.includes(Buffer.from(bytesOf(words)).subarray(0, 64))).toBe(false);
    }
  });
});

describe('a deletion', () => {
  it('takes the shares of all three and gives three signed receipts, also a second time', async () => {
    const [, gone] = enrolled;
    if (gone === undefined) throw new TypeError('rows');
    const copies = await copied(trio, 'before-deletion');
    const first = await trio.client('market').remove(gone.id);
    for (const [party, removal] of first.entries()) {
      if (removal.kind !== 'deleted') throw removal.error;
      expect(removal.receipt).toMatchObject({ operator: party, template: gone.id, model: MODEL.id });
      const check = () => assertReceipt(removal, trio.receiptKeyOf(0), { operator: 0, template: gone.id });
      if (party === 0) check();
      else expect(check).toThrow(expect.objectContaining({ code: 'shares.bad_receipt' }));
    }
    expect(await trio.client('market').remove(gone.id)).toEqual(first);
    expect(await found(fixed[1] ?? new Uint32Array(0))).not.toContain(gone.id);
    await expect(untilAnswered(() => trio.client('market').enrol([gone]))).rejects.toMatchObject({
      code: 'shares.bad_input',
    });
    // In a copy of the database from before, the row is there, and no key of today opens it.
    await trio.stopAll();
    for (const party of PARTIES) {
      await cp(join(trio.folder, `node-${party}`, 'slots.bin'), join(copies, `node-${party}`, 'slots.bin'));
      await expect(rowsIn(copies, party)).rejects.toMatchObject({ code: 'shares.damaged' });
    }
    await trio.startAll();
  });
});

describe('a refresh', () => {
  it('makes an old backup of one operator and new ones of the others worthless together', async () => {
    const before = await copied(trio, 'before-refresh');
    const [expected] = enrolled;
    expect(await untilAnswered(() => trio.client('market').refresh())).toBe(1);
    expect(await found(fixed[0] ?? new Uint32Array(0))).toEqual([expected?.id]);
    const after = await copied(trio, 'after-refresh');
    const old = await Promise.all(PARTIES.map((party) => rowsIn(before, party)));
    const anew = await Promise.all(PARTIES.map((party) => rowsIn(after, party)));
    for (const [party, other] of PAIRS) {
      const of = (from: readonly (readonly Row[])[], whose: Party) => {
        const row = from[whose]?.find(({ id }) => id === expected?.id);
        if (row === undefined) throw new TypeError('the row is there');
        return { party: whose, shares: row.shares };
      };
      expect(reconstruct(of(old, party), of(old, other))).toEqual(fixed[0]);
      expect(reconstruct(of(anew, party), of(anew, other))).toEqual(fixed[0]);
      expect(() => reconstruct(of(old, party), of(anew, other))).toThrow(
        expect.objectContaining({ code: 'shares.mismatch' }),
      );
      expect(() => reconstruct(of(anew, party), of(old, other))).toThrow(
        expect.objectContaining({ code: 'shares.mismatch' }),
      );
    }
  });

  it('leaves no key of the old shares behind', async () => {
    const [before, after] = [join(trio.folder, 'before-refresh'), join(trio.folder, 'after-refresh')];
    for (const party of PARTIES) {
      const slots = (at: string) => readFile(join(at, `node-${party}`, 'slots.bin'));
      const [old, anew] = [await slots(before), await slots(after)];
      for (let at = 0; at < old.length; at += 32) {
        const key = old.subarray(at, at + 32);
        if (key.some((byte) => byte !== 0)) expect(anew.includes(key)).toBe(false);
      }
    }
  });

  it('gives no answer with one operator of an old backup, and no wrong one', async () => {
    await trio.stopAll();
    const config = trio.configs[2];
    await trio.start(0);
    await trio.start(1);
    await trio.start(2, { ...config, dataDir: join(trio.folder, 'before-refresh', 'node-2') });
    const market = trio.client('market');
    await expect(untilAnswered(() => market.compare(probeOf(person)), 3_000)).rejects.toMatchObject({
      code: 'shares.try_later',
    });
    await trio.stop(2);
    await trio.start(2);
    expect((await untilAnswered(() => market.compare(probeOf(person)))).kind).toBe('review');
  });
});

/** Of length 1 in fixed point, with these first two components. */
function unit(first: number, second: number): Words {
  const vector = new Uint32Array(MODEL.dim);
  vector.set([first, second, Math.round(Math.sqrt(Math.max(0, ONE ** 2 - first ** 2 - second ** 2)))]);
  return vector;
}

async function everythingBelow(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Buffer.concat(
    await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name)))),
  );
}

/** A template as it could lie about: the whole would do, a part of it is enough to be found. */
function formsOf(vector: Float32Array): readonly Buffer[] {
  const words = toFixedPoint(vector);
  const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
  const int8 = Uint8Array.from(vector, (component) => Math.round(component * 127));
  const int16 = new Uint8Array(Int16Array.from(words).buffer);
  const plain = [bytes, bytesOf(words), int8, int16].map((form) => Buffer.from(form.subarray(0, 48)));
  const texts = plain.flatMap((form) => [toBase64(form), toBase64Url(form), form.toString('hex')]);
  return [...plain, ...texts.map((text) => Buffer.from(text))];
}

/** Copies of all three, as a backup takes them: with the nodes stopped. */
async function copied(from: Trio, name: string): Promise<string> {
  await from.stopAll();
  const to = join(from.folder, name);
  for (const party of PARTIES)
    await cp(join(from.folder, `node-${party}`), join(to, `node-${party}`), { recursive: true });
  await from.startAll();
  return to;
}

function rowsIn(folder: string, party: Party): Promise<readonly Row[]> {
  return storedRows({ ...trio.configs[party], dataDir: join(folder, `node-${party}`) });
}

async function holdingsOf(from: Trio): Promise<Three<readonly Row[]>> {
  const folder = await copied(from, 'copy');
  return [await rowsIn(folder, 0), await rowsIn(folder, 1), await rowsIn(folder, 2)];
}

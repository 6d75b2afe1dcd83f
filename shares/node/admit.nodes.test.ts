import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AUDIENCE } from '../../src/envelope/wire.fixture.js';
import { toFixedPoint } from '../fixed-point.js';
import { PARTIES } from '../party.js';
import { directions, near } from '../vectors.fixture.js';
import { Detour } from './detour.fixture.js';
import type { Frame } from './frames.js';
import { enrolment, MODEL, Trio } from './three-nodes.fixture.js';
import { untilAnswered } from './until-answered.fixture.js';

/** Comparing and storing as one: what the marketplace asks for each newcomer. */

const WITHIN_MS = 60_000;
/** Keys, two that compare the components, nine for the length, nine for the decision, two of the commit. */
const ROUNDS = 15;

let trio: Trio;
let detour: Detour;
const draw = directions(81, MODEL.dim);
const newcomer = (vector: Float32Array = draw()) => enrolment(toFixedPoint(vector));

beforeAll(async () => {
  trio = await Trio.make({ timeoutMs: 4_000, hasDetour: true });
  detour = new Detour(trio);
  await detour.open();
  await trio.startAll();
});
afterAll(async () => {
  await trio.stopAll();
  await detour.close();
  await trio.remove();
});
beforeEach(() => detour.passUnchanged());

const isWords = ({ kind }: Frame): boolean => kind === 'words';

describe('a newcomer', () => {
  it('is compared with who was there before, not with itself, and then is there', async () => {
    const market = trio.client('market');
    const [first, second] = [newcomer(), newcomer()];
    // Nobody is there.
    expect((await untilAnswered(() => market.admit(first))).kind).toBe('none');
    const { kind, request } = await market.admit(second);
    expect(kind).toBe('none');
    expect(await rowCounts()).toEqual([2, 2, 2]);
    // Whoever asks which rows were near, asks with `none` too, and learns nothing.
    expect(await trio.client('queue').collect(request)).toEqual([]);
  });

  it('is found when it comes again: the queue gets the one before it alone', async () => {
    const market = trio.client('market');
    const person = draw();
    const [first, second] = [newcomer(person), newcomer(near(person, draw(), 0.9))];
    expect((await market.admit(first)).kind).toBe('none');
    const { kind, request } = await market.admit(second);
    expect(kind).toBe('review');
    expect(await trio.client('queue').collect(request)).toEqual([first.id]);
    // Who came and went since is told apart.
    await market.remove(first.id);
    await untilAnswered(() => market.admit(newcomer()));
    expect(await trio.client('queue').collect(request)).toEqual([first.id]);
  });

  it('that is like nobody gives the queue nothing, in as many words', async () => {
    const { kind, request } = await trio.client('market').admit(newcomer());
    expect(kind).toBe('none');
    expect(await trio.client('queue').collect(request)).toEqual([]);
  });

  it('that comes twice at the same moment is none once and to be reviewed once', async () => {
    for (let pair = 0; pair < 8; pair += 1) {
      const person = draw();
      const both = [trio.client('market'), trio.client('market')].map((market) =>
        untilAnswered(() => market.admit(newcomer(person)), WITHIN_MS),
      );
      const kinds = (await Promise.all(both)).map(({ kind }) => kind);
      expect(kinds.toSorted()).toEqual(['none', 'review']);
    }
  });

  it('of another length, or under an id that was there, is refused and not stored', async () => {
    const market = trio.client('market');
    const known = newcomer();
    await market.admit(known);
    await expect(market.admit({ ...newcomer(), id: known.id })).rejects.toMatchObject({
      code: 'shares.bad_input',
    });
    await market.remove(known.id);
    await expect(untilAnswered(() => market.admit(known))).rejects.toMatchObject({
      code: 'shares.bad_input',
    });
    const double = enrolment(toFixedPoint(draw()).map((word) => 2 * word));
    const rowsBefore = await rowCounts();
    await expect(market.admit(double)).rejects.toMatchObject({ code: 'shares.rejected' });
    expect(await rowCounts()).toEqual(rowsBefore);
  });

  it(`takes ${ROUNDS} rounds, whatever is said`, async () => {
    const person = draw();
    for (const kind of ['none', 'review']) {
      const rounds = new Set<number>();
      detour.tamper = (frame) => {
        if (isWords(frame)) rounds.add(frame.round);
        return [frame];
      };
      expect((await trio.client('market').admit(newcomer(person))).kind).toBe(kind);
      expect(rounds.size).toBe(ROUNDS);
    }
  });

  it.each([3, 8, 11, 12, 13, 14])(
    'whose round %i is cut off is at all three or at none, and is removed either way',
    async (round) => {
      const market = trio.client('market');
      const person = draw();
      const lost = newcomer(person);
      let isCut = false;
      detour.tamper = (frame) => {
        if (isCut || !isWords(frame) || frame.round !== round) return [frame];
        isCut = true;
        return [];
      };
      await expect(market.admit(lost)).rejects.toMatchObject({ code: 'shares.try_later' });
      detour.passUnchanged();
      // What the three say together is of one mind; what each has is the same number of rows.
      await untilAnswered(() => market.compare(newcomer().shares), WITHIN_MS);
      expect(new Set(await rowCounts()).size).toBe(1);
      await market.remove(lost.id);
      const { kind } = await untilAnswered(() => market.admit(newcomer(person)), WITHIN_MS);
      expect(kind).toBe('none');
    },
  );
});

describe('what the three say of themselves', () => {
  it('is the model, the rows and the keys of each, also while another is away', async () => {
    const market = trio.client('market', 3_000);
    const all = await vi.waitFor(async () => {
      const said = await market.describe();
      expect(said.every((one) => one.kind === 'described' && one.ready)).toBe(true);
      return said;
    }, WITHIN_MS);
    for (const [party, one] of all.entries())
      expect(one).toEqual({
        kind: 'described',
        model: MODEL,
        rows: expect.any(Number),
        receiptKey: trio.receiptKeyOf(PARTIES[party] ?? 0),
        sealingKey: null,
        audience: null,
        ready: true,
      });
    await trio.stop(1);
    const [first, second, third] = await market.describe();
    expect([first.kind, third.kind]).toEqual(['described', 'described']);
    expect(second).toMatchObject({ kind: 'failed', error: { code: 'shares.try_later' } });
    // Those who lack it say that they could not decide anything.
    await expect.poll(async () => (await market.describe())[0]).toMatchObject({ ready: false });
    await expect(trio.client('queue').describe()).resolves.toMatchObject([
      { kind: 'failed', error: { code: 'shares.not_allowed' } },
      { kind: 'failed' },
      { kind: 'failed' },
    ]);
    await trio.start(1, {
      ...trio.configs[1],
      sealing: { keysFile: `${trio.folder}/sealing-1/keys.json`, audience: AUDIENCE },
    });
    const [, sealing] = await market.describe();
    expect(sealing).toMatchObject({ sealingKey: trio.sealingKeyOf(1), audience: AUDIENCE });
  });
});

async function rowCounts(): Promise<readonly number[]> {
  const all = await trio.client('market').describe();
  return all.map((one) => (one.kind === 'described' ? one.rows : -1));
}

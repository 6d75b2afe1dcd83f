import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { toFixedPoint } from '../fixed-point.js';
import { PARTIES } from '../party.js';
import { directions, near } from '../vectors.fixture.js';
import { Detour, type Tamper } from './detour.fixture.js';
import type { Frame } from './frames.js';
import { enrolment, MODEL, probeOf, Trio } from './three-nodes.fixture.js';
import { untilAnswered } from './until-answered.fixture.js';

/** What happens where an operator is away, or what it sends does not arrive as it was. Never a wrong answer, and an answer again
 * once all is well. */

const TIMEOUT_MS = 4_000;

let trio: Trio;
let detour: Detour;
const draw = directions(61, MODEL.dim);
const person = draw();
const known = enrolment(toFixedPoint(person));

beforeAll(async () => {
  trio = await Trio.make({ timeoutMs: TIMEOUT_MS, hasDetour: true });
  detour = new Detour(trio);
  await detour.open();
  await trio.startAll();
  await untilAnswered(() => trio.client('market').enrol([known]), 60_000);
});
afterAll(async () => {
  await trio.stopAll();
  await detour.close();
  await trio.remove();
});
beforeEach(async () => {
  detour.passUnchanged();
  await untilAnswered(async () => {
    expect((await trio.client('market').compare(probeOf(person))).kind).toBe('review');
  }, 60_000);
});

const compare = () => trio.client('market').compare(probeOf(person));
const isWords = ({ kind }: Frame): boolean => kind === 'words';

/** Changes the frame of this round once, of the next session that comes so far. */
function once(round: number, change: (frame: Frame) => readonly Frame[] | Promise<readonly Frame[]>): Tamper {
  let isDone = false;
  return (frame) => {
    if (isDone || !isWords(frame) || frame.round !== round) return [frame];
    isDone = true;
    return change(frame);
  };
}

/** Of these two, the later one goes on first. */
function swapped(round: number): Tamper {
  let held: Frame | null = null;
  return (frame) => {
    if (held !== null) {
      const [first, second] = [held, frame];
      held = null;
      return [second, first];
    }
    if (!isWords(frame) || frame.round !== round) return [frame];
    held = frame;
    return [];
  };
}

describe('frames between two operators', () => {
  it.each([
    { fault: 'delayed beyond the timeout', tamper: () => once(5, (frame) => sleep(2 * TIMEOUT_MS, [frame])) },
    { fault: 'dropped', tamper: () => once(7, () => []) },
    { fault: 'doubled', tamper: () => once(5, (frame) => [frame, frame]) },
    {
      fault: 'replayed under the next number',
      tamper: () => once(5, (frame) => [frame, { ...frame, sequence: frame.sequence + 1 }]),
    },
    { fault: 'out of order', tamper: () => swapped(4) },
    {
      fault: 'of another version',
      tamper: () => once(3, (frame) => [{ ...frame, version: frame.version + 1 }]),
    },
    {
      fault: 'of another session',
      tamper: () => once(3, (frame) => [{ ...frame, session: 'f'.repeat(32) }]),
    },
    { fault: 'shorter', tamper: () => once(6, (frame) => [{ ...frame, payload: frame.payload.slice(4) }]) },
    {
      fault: 'of another round',
      tamper: () => once(6, (frame) => [{ ...frame, round: frame.round + 1 }]),
    },
  ])('that are $fault end the session without an answer, and the next one is right', async ({ tamper }) => {
    detour.tamper = tamper();
    await expect(compare()).rejects.toMatchObject({ code: 'shares.try_later' });
    detour.passUnchanged();
    await untilAnswered(async () => expect((await compare()).kind).toBe('review'), 60_000);
  });

  it('are of 13 rounds in a query, whatever it says', async () => {
    for (const probe of [person, near(person, draw(), -0.5)]) {
      const rounds = new Set<number>();
      detour.tamper = (frame) => {
        if (isWords(frame)) rounds.add(frame.round);
        return [frame];
      };
      await trio.client('market').compare(probeOf(probe));
      expect(rounds.size).toBe(13);
    }
  });

  it('that are delayed less than the timeout change nothing', async () => {
    detour.tamper = once(5, (frame) => sleep(300, [frame]));
    expect((await compare()).kind).toBe('review');
  });

  it('that are cut off while a template is stored leave it at all three or at none', async () => {
    // The last rounds of storing: the length, that it is staged, that operator 0 has committed.
    for (const round of [11, 12, 13]) {
      const other = draw();
      const fresh = enrolment(toFixedPoint(other));
      detour.tamper = once(round, () => []);
      const isStored = await trio
        .client('market')
        .enrol([fresh])
        .then(
          () => true,
          () => false,
        );
      detour.passUnchanged();
      const { kind } = await untilAnswered(() => trio.client('market').compare(probeOf(other)), 60_000);
      if (isStored) expect(kind).toBe('review');
      // Stored or not, the three are of one mind: else there would be no answer.
      const again = trio.client('market').enrol([fresh]);
      if (kind === 'review') await expect(again).rejects.toMatchObject({ code: 'shares.bad_input' });
      else await again;
    }
  });
});

describe('a refresh that is cut off', () => {
  it('goes on where all three have new shares, and nobody is stored before it is done', async () => {
    const market = trio.client('market');
    const rows = Array.from({ length: 300 }, () => enrolment(toFixedPoint(near(person, draw(), -0.2))));
    await market.enrol(rows.slice(0, 150));
    await market.enrol(rows.slice(150));
    // Rounds: keys, counts, keys of the refresh, two blocks, and two of the commit.
    detour.tamper = once(4, () => []);
    await expect(market.refresh()).rejects.toMatchObject({ code: 'shares.try_later' });
    detour.passUnchanged();
    await untilAnswered(compare, 60_000);
    await expect(market.enrol([enrolment(toFixedPoint(draw()))])).rejects.toMatchObject({
      code: 'shares.try_later',
    });
    const rounds: number[] = [];
    detour.tamper = (frame) => {
      if (isWords(frame)) rounds.push(frame.round);
      return [frame];
    };
    await untilAnswered(() => market.refresh(), 60_000);
    // One block less.
    expect(Math.max(...rounds)).toBe(5);
    expect((await compare()).kind).toBe('review');
  });

  it.each([5, 6])('at the end is done at all three or at none: round %i', async (round) => {
    const market = trio.client('market');
    detour.tamper = once(round, () => []);
    await market.refresh().catch(() => null);
    detour.passUnchanged();
    await untilAnswered(async () => expect((await compare()).kind).toBe('review'), 60_000);
    await untilAnswered(() => market.refresh(), 60_000);
    expect((await compare()).kind).toBe('review');
  });
});

describe('an operator that is away', () => {
  it.each(PARTIES)('leaves the others without an answer: operator %i', async (party) => {
    await trio.stop(party);
    await expect(compare()).rejects.toMatchObject({ code: 'shares.try_later' });
    await trio.start(party);
    await untilAnswered(async () => expect((await compare()).kind).toBe('review'), 60_000);
    const codes = trio.notices.flat().flatMap((notice) => ('code' in notice ? [notice.code] : []));
    expect(codes).toContain('shares.disconnected');
  });

  it('hears of deletions when it is back, and does not bring the row back', async () => {
    const other = draw();
    const gone = enrolment(toFixedPoint(other));
    await trio.client('market').enrol([gone]);
    await trio.stop(1);
    const removals = await trio.client('market', 3_000).remove(gone.id);
    expect(removals.map(({ kind }) => kind)).toEqual(['deleted', 'failed', 'deleted']);
    await trio.start(1);
    const { kind } = await untilAnswered(
      () => trio.client('market').compare(probeOf(near(other, draw(), 0.95))),
      60_000,
    );
    expect(kind).toBe('none');
    const again = await trio.client('market').remove(gone.id);
    expect(again.map((removal) => removal.kind)).toEqual(['deleted', 'deleted', 'deleted']);
  });

  it('is not replaced by one with another model, or by a stranger', async () => {
    const config = trio.configs[0];
    await trio.stop(0);
    await trio.start(0, { ...config, model: { ...config.model, threshold: 0.5 } });
    const other = expect.objectContaining({ code: 'shares.other_model' });
    await vi.waitFor(() => expect(trio.notices.flat()).toContainEqual(other), 20_000);
    await expect(compare()).rejects.toMatchObject({ code: 'shares.try_later' });
    await trio.stop(0);
    await trio.start(0);
    await expect(trio.client('stranger').compare(probeOf(person))).rejects.toMatchObject({
      code: 'shares.try_later',
    });
    const [notices] = trio.notices;
    expect(notices).toContainEqual({ event: 'stranger', code: 'shares.unknown_certificate' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUDIENCE } from '../../src/envelope/wire.fixture.js';
import { HEADER } from '../sealed/header.fixture.js';
import { type SealedShares, sealShares } from '../sealed/seal.js';
import { directions } from '../vectors.fixture.js';
import type { LogEntry } from './decision-log.js';
import { newId } from './ids.js';
import { readLog } from './read-log.js';
import { MODEL, Trio } from './three-nodes.fixture.js';
import { untilAnswered } from './until-answered.fixture.js';

/** What each operator counts and writes down of the decisions that it takes part in. */

let trio: Trio;
beforeAll(async () => {
  trio = await Trio.make({ timeoutMs: 10_000, audience: AUDIENCE });
  await trio.startAll();
});
afterAll(() => trio.remove());

const draw = directions(91, MODEL.dim);
const person = draw();

function sealed(embedding: Float32Array = draw()): Promise<SealedShares> {
  return sealShares({
    embedding,
    header: { ...HEADER, modelId: MODEL.id },
    operators: [trio.sealingKeyOf(0), trio.sealingKeyOf(1), trio.sealingKeyOf(2)],
    audience: AUDIENCE,
  });
}

async function logOf(party: 0 | 1 | 2): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = [];
  for await (const entry of readLog(trio.configs[party])) entries.push(entry);
  return entries;
}

describe('three operators', () => {
  it('compare what a device has sealed once, and again where it was removed', async () => {
    const market = trio.client('market');
    const shares = await sealed(person);
    const first = newId();
    expect((await untilAnswered(() => market.admit({ id: first, shares }))).kind).toBe('none');
    const repeated = { code: 'shares.repeated' };
    await expect(market.admit({ id: newId(), shares })).rejects.toMatchObject(repeated);
    await expect(market.compare(shares)).rejects.toMatchObject(repeated);
    // Refused before anything was computed: the next one is answered at once.
    const { kind, request } = await market.admit({ id: newId(), shares: await sealed(person) });
    expect(kind).toBe('review');
    expect(await trio.client('queue').collect(request)).toEqual([first]);
    await market.remove(first);
    expect((await untilAnswered(() => market.admit({ id: newId(), shares }))).kind).toBe('review');
  });

  it.each([0, 1, 2] as const)(
    'write down who asked, what was opened and of how many: operator %i, while it runs and after',
    async (party) => {
      const running = await logOf(party);
      const opened = running.flatMap((entry) => (entry.event === 'opened' ? [entry.opened] : []));
      expect(opened).toEqual(['none', 'review', 'review']);
      expect(running).toContainEqual(
        expect.objectContaining({ event: 'begun', caller: 'market', kind: 'admit', rows: 1 }),
      );
      expect(running).toContainEqual(expect.objectContaining({ event: 'collected', caller: 'queue' }));
      const told = trio.notices[party].flatMap((notice) =>
        notice.event === 'opened' ? [notice.opened] : [],
      );
      expect(told).toEqual(opened);
      await trio.stop(party);
      expect(await logOf(party)).toEqual(running);
      await trio.start(party);
    },
  );

  it('give nobody the log who may not read it', async () => {
    await expect(trio.ask(0, { kind: 'log', after: 0 })).rejects.toMatchObject({
      code: 'shares.not_allowed',
    });
  });

  it('tell whoever has had as many decisions as one hour allows to try later, and each says why', async () => {
    const [limited] = trio.configs;
    await trio.stop(0);
    const callers = limited.callers.map((caller) => ({ ...caller, decisionsPerHour: 5 }));
    await trio.start(0, { ...limited, callers });
    const market = trio.client('market');
    const admit = async () => market.admit({ id: newId(), shares: await sealed() });
    // Three were decided above.
    for (let at = 0; at < 2; at += 1) await untilAnswered(admit);
    await expect(admit()).rejects.toMatchObject({ code: 'shares.try_later' });
    expect(trio.notices[0]).toContainEqual(
      expect.objectContaining({ event: 'failed', caller: 'market', code: 'shares.too_many' }),
    );
  });
});

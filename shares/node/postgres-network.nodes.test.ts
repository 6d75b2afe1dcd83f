import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PostgresServer, startPostgresServer } from '../../receiver/testing/postgres-server.fixture.js';
import { toFixedPoint } from '../fixed-point.js';
import { PARTIES } from '../party.js';
import { directions } from '../vectors.fixture.js';
import { PostgresDetour } from './postgres-detour.fixture.js';
import { enrolment, MODEL, probeOf, Trio } from './three-nodes.fixture.js';
import { untilAnswered } from './until-answered.fixture.js';

const WITHIN_MS = 60_000;
const draw = directions(103, MODEL.dim);

describe('a network between a node and its PostgreSQL', () => {
  let server: PostgresServer;
  let trio: Trio;
  let detours: readonly PostgresDetour[];
  beforeAll(async () => {
    server = await startPostgresServer();
    detours = await Promise.all(PARTIES.map(async () => PostgresDetour.open(await server.database())));
    const [first, second, third] = detours.map(({ url }) => url);
    if (!first || !second || !third) throw new TypeError('three');
    trio = await Trio.make({ timeoutMs: 5_000, postgres: { 0: first, 1: second, 2: third } });
    await trio.startAll();
  });
  afterAll(async () => {
    await trio.remove();
    for (const detour of detours) await detour.close();
    await server.stop();
  });
  beforeEach(async () => {
    await untilAnswered(() => trio.client('market').compare(probeOf(draw())), WITHIN_MS);
  });

  it.each(PARTIES)(
    'that loses the answer to a commit leaves the three of one mind: operator %i',
    async (party) => {
      const newcomer = draw();
      const fresh = enrolment(toFixedPoint(newcomer));
      const detour = detours[party];
      if (detour === undefined) throw new TypeError('three');
      detour.cutAfter = 'commit';
      await trio
        .client('market')
        .admit(fresh)
        .catch((thrown: unknown) => expect(thrown).toMatchObject({ code: 'shares.try_later' }));
      expect(detour.cutAfter).toBeNull();
      // Operator 0 had committed, or was told that the others had it staged: so it counts, at all three.
      const { kind } = await untilAnswered(() => trio.client('market').compare(probeOf(newcomer)), WITHIN_MS);
      expect(kind).toBe('review');
      await trio.client('market').remove(fresh.id);
    },
  );

  it('that falls silent is noticed, before the server gives the lock to another', async () => {
    const [, detour] = detours;
    if (detour === undefined) throw new TypeError('three');
    trio.notices[1].length = 0;
    detour.isSilent = true;
    await vi.waitFor(
      () =>
        expect(trio.notices[1]).toContainEqual(
          expect.objectContaining({ event: 'paused', code: 'shares.database_failed' }),
        ),
      25_000,
    );
    detour.isSilent = false;
    await vi.waitFor(() => expect(trio.notices[1]).toContainEqual({ event: 'resumed' }), WITHIN_MS);
  });
});

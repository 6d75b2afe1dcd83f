import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgresServer } from '../../receiver/testing/postgres-server.fixture.js';
import { toFixedPoint } from '../fixed-point.js';
import { PARTIES, type Party } from '../party.js';
import { share } from '../sharing.js';
import { RUNS, seededWords } from '../three-parties.fixture.js';
import { directions, near } from '../vectors.fixture.js';
import { takeLock } from './postgres-administrator.fixture.js';
import { enrolment, MODEL, probeOf, Trio } from './three-nodes.fixture.js';
import { untilAnswered } from './until-answered.fixture.js';

/** Three processes, as three operators run them, of which one is killed again and again. Operator 1 has PostgreSQL. */

const KILLS = Number(process.env.CANDOR_SHARES_KILLS ?? (RUNS === undefined ? 4 : 20));
const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
const LOADER = import.meta.resolve('tsx');
const WITHIN_MS = 60_000;

let trio: Trio;
let server: PostgresServer;
let databaseUrl: string;
const processes = new Map<Party, ChildProcess>();

async function start(party: Party): Promise<void> {
  const config = join(trio.folder, `${party}.json`);
  await writeFile(config, JSON.stringify(trio.configs[party]));
  const child = spawn(process.execPath, ['--liftoff-only', '--import', LOADER, CLI, '--config', config], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.set(party, child);
  let printed = '';
  for await (const piece of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    printed += piece;
    const [, key] = /"listening".*"receiptKey":"([^"]+)"/.exec(printed) ?? [];
    if (key === undefined) continue;
    trio.knowReceiptKey(party, key);
    break;
  }
  child.stdout?.resume();
}

async function kill(party: Party): Promise<void> {
  const child = processes.get(party);
  if (child === undefined || child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

beforeAll(async () => {
  server = await startPostgresServer();
  databaseUrl = await server.database();
  trio = await Trio.make({ timeoutMs: 5_000, postgres: { 1: databaseUrl } });
  for (const party of PARTIES) await start(party);
});
afterAll(async () => {
  for (const party of PARTIES) await kill(party);
  await trio?.remove();
  await server.stop();
});

const draw = directions(71, MODEL.dim);
const people = Array.from({ length: 300 }, draw);
const rows = people.map((person) => enrolment(toFixedPoint(person)));

describe('three processes', () => {
  it(
    `of which one is killed ${KILLS} times under load say nothing wrong, and lose nothing that was accepted`,
    async () => {
      const market = trio.client('market');
      await untilAnswered(() => market.enrol(rows.slice(0, 200)), WITHIN_MS);
      await untilAnswered(() => market.enrol(rows.slice(200)), WITHIN_MS);
      const random = seededWords(72);
      const accepted = [...people];
      const seen = { answers: 0, later: 0 };
      for (let at = 0; at < KILLS; at += 1) {
        const [who = 0, when = 0] = random(2);
        const party = PARTIES[who % 3] ?? 0;
        const killing = sleep(when % 400).then(() => kill(party));
        const newcomer = draw();
        const enrolling = market.enrol([enrolment(toFixedPoint(newcomer))]).then(
          () => accepted.push(newcomer),
          () => {},
        );
        const asking = Array.from({ length: 4 }, async (_, place) => {
          const isKnown = place % 2 === 0;
          const person = people[place] ?? newcomer;
          const probe = isKnown ? person : near(person, draw(), -0.3);
          try {
            const { kind } = await market.compare(probeOf(probe));
            seen.answers += 1;
            expect(kind).toBe(isKnown ? 'review' : 'none');
          } catch (thrown) {
            expect(thrown).toMatchObject({ code: 'shares.try_later' });
            seen.later += 1;
          }
        });
        await Promise.all([killing, enrolling, ...asking]);
        await start(party);
      }
      expect(seen.later).toBeGreaterThan(0);
      for (const person of accepted.slice(295)) {
        const { kind } = await untilAnswered(() => market.compare(probeOf(person)), WITHIN_MS);
        expect(kind).toBe('review');
      }
    },
    WITHIN_MS * (KILLS + 5),
  );

  it.each(PARTIES)(
    'are of one mind about a newcomer during whose admission operator %i was killed',
    async (party) => {
      const market = trio.client('market', WITHIN_MS);
      const newcomer = draw();
      const lost = enrolment(toFixedPoint(newcomer));
      const admitting = market.admit(lost).catch(() => null);
      await sleep(40);
      await kill(party);
      await admitting;
      await start(party);
      await untilAnswered(() => market.compare(probeOf(draw())), WITHIN_MS);
      const said = await market.describe();
      expect(new Set(said.map((one) => (one.kind === 'described' ? one.rows : -1))).size).toBe(1);
      await market.remove(lost.id);
      const again = enrolment(toFixedPoint(newcomer));
      expect((await untilAnswered(() => market.admit(again), WITHIN_MS)).kind).toBe('none');
    },
    5 * WITHIN_MS,
  );

  it.each(PARTIES)(
    'go on with a refresh during which operator %i was killed',
    async (party) => {
      const market = trio.client('market', WITHIN_MS);
      const refreshing = market.refresh().catch(() => null);
      await sleep(150);
      await kill(party);
      await refreshing;
      await start(party);
      await untilAnswered(() => market.refresh(), WITHIN_MS);
      const [person = draw()] = people;
      const { kind, request } = await market.compare(share('arithmetic', toFixedPoint(person)));
      expect(kind).toBe('review');
      expect(await trio.client('queue').collect(request)).toEqual([rows[0]?.id]);
    },
    5 * WITHIN_MS,
  );

  it(
    'end with status 1 where another has taken the lock of the database',
    async () => {
      const child = processes.get(1);
      if (child === undefined) throw new TypeError('it runs');
      const ended = once(child, 'exit');
      const other = await takeLock(databaseUrl);
      expect(await ended).toEqual([1, null]);
      await other.end();
      await start(1);
      const market = trio.client('market', WITHIN_MS);
      expect((await untilAnswered(() => market.compare(probeOf(draw())), WITHIN_MS)).kind).toBe('none');
    },
    5 * WITHIN_MS,
  );
});

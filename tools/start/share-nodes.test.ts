import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { NodeLine } from './node-process.js';
import { bundleShareNode, prepareOperators } from './share-node.fixture.js';
import { PARTIES, type ShareNodes, type ShareNodesOptions, startShareNodes } from './share-nodes.js';

const WITHIN_MS = 180_000;
const program = await bundleShareNode();

let folder: string;
let nodes: ShareNodes;
let lines: (readonly [number, NodeLine])[];

const options = (): ShareNodesOptions => ({
  folder,
  program,
  audience: 'receiver.example',
  model: { id: 'test', dim: 128, threshold: 0.5 },
  onLine: (party, line) => lines.push([party, line]),
});
const eventsOf = (party: number): readonly string[] =>
  lines.filter(([of]) => of === party).map(([, { event }]) => event);
const isRunning = (pid: number | null): boolean => {
  try {
    return pid !== null && process.kill(pid, 0);
  } catch {
    return false;
  }
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-operators-'));
  await prepareOperators(program, folder);
  lines = [];
  nodes = await startShareNodes(options());
}, WITHIN_MS);
afterAll(async () => {
  await nodes.close();
  await rm(folder, { recursive: true });
});

describe('the three operators of the demo', () => {
  it('run in processes of their own, which find each other', async () => {
    expect(new Set([process.pid, ...PARTIES.map(nodes.pidOf)]).size).toBe(4);
    await vi.waitFor(
      () => {
        for (const party of PARTIES)
          expect(eventsOf(party).filter((event) => event === 'up')).toHaveLength(2);
      },
      { timeout: WITHIN_MS },
    );
  });

  it('are told to the receiver with everything that sellers and its connections need', () => {
    for (const operator of nodes.threeOperators.operators) {
      expect(operator).toMatchObject({ kem: 'x-wing', host: '127.0.0.1', port: expect.any(Number) });
      expect(operator.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    }
    const all = nodes.threeOperators.operators;
    for (const key of ['name', 'kid', 'publicKey', 'receiptKey', 'fingerprint', 'port'] as const)
      expect(new Set(all.map((operator) => operator[key])).size).toBe(3);
  });

  it(
    'come back when one is killed, and say so',
    async () => {
      const pid = nodes.pidOf(1) ?? 0;
      process.kill(pid, 'SIGKILL');
      await vi.waitFor(() => expect(eventsOf(1).filter((event) => event === 'listening')).toHaveLength(2), {
        timeout: WITHIN_MS,
      });
      expect(eventsOf(1)).toContain('ended');
      expect(nodes.pidOf(1)).not.toBe(pid);
    },
    WITHIN_MS,
  );

  it(
    'end together, and are the same three at the next start',
    async () => {
      const before = nodes.threeOperators.operators;
      const pids = PARTIES.map(nodes.pidOf);
      await nodes.close();
      expect(pids.filter(isRunning)).toEqual([]);
      nodes = await startShareNodes(options());
      const known = ({ name, kid, receiptKey, fingerprint }: (typeof before)[number]) => [
        name,
        kid,
        receiptKey,
        fingerprint,
      ];
      expect(nodes.threeOperators.operators.map(known)).toEqual(before.map(known));
    },
    2 * WITHIN_MS,
  );

  it(
    'do not start where one cannot, and leave none running',
    async () => {
      const dim = 0;
      const began = lines.length;
      const broken = { ...options(), folder: join(folder, 'broken'), model: { ...options().model, dim } };
      await expect(startShareNodes(broken)).rejects.toThrow(/a node did not start: .*dim/);
      expect(lines.slice(began).filter(([, { event }]) => event === 'listening')).toEqual([]);
    },
    WITHIN_MS,
  );
});

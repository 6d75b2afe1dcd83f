import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCliOptions } from '../../receiver/index.js';
import { DEMO_OPERATORS } from './demo-operators.js';
import { bundleShareNode, prepareOperators } from './share-node.fixture.js';
import { type RunningDemo, startDemo } from './start-demo.js';

const WITHIN_MS = 180_000;
const program = await bundleShareNode();
const NAMES = DEMO_OPERATORS.map(({ name }) => name);

let folder: string;
let demo: RunningDemo;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-start-three-'));
  await mkdir(join(folder, 'page'));
  await writeFile(join(folder, 'page/index.html'), '<!doctype html><html><head></head></html>');
  await prepareOperators(program, join(folder, 'receiver/operators'));
  const env = { DATABASE_URL: 'memory://', RECEIVER_PORT: '0', CANDOR_REVIEW_PORT: '0' };
  const receiver = await readCliOptions(['--data', join(folder, 'receiver')], env);
  if (receiver === null) throw new Error('these arguments do not ask for help');
  demo = await startDemo({
    port: 0,
    receiver,
    three: { program },
    folder: join(folder, 'page'),
    log: () => {},
  });
}, WITHIN_MS);
afterAll(async () => {
  await demo.close();
  await rm(folder, { recursive: true });
});

interface Told {
  readonly event: string;
  readonly names: readonly string[];
  readonly lines: readonly { readonly party: number; readonly line: { readonly event: string } }[];
}

/** The first event of the log, which has all that was kept. */
async function firstEvent(): Promise<Told> {
  const { body } = await fetch(`${demo.demoUrl}/operators`);
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of body ?? []) {
    text += decoder.decode(piece, { stream: true });
    const [, event = '', data = ''] = /^event: (.+)\ndata: (.+)\n\n/.exec(text) ?? [];
    if (data !== '') return { event, ...JSON.parse(data) };
  }
  throw new Error('the log ended');
}

describe('the demo with three operators', () => {
  it('has three operators named to sellers, and tells the page what they do', async () => {
    const discovery = await (await fetch(`${demo.receiverUrl}/.well-known/candor`)).json();
    expect(discovery.operators.map(({ name }: { name: string }) => name)).toEqual(NAMES);
    for (const name of NAMES) expect(discovery.notices.ja.recipients).toContain(name);
    expect(await (await fetch(demo.demoUrl)).text()).toContain(
      '<meta name="candor-operators" content="/operators" />',
    );
    const { event, names, lines } = await firstEvent();
    expect([event, names]).toEqual(['all', NAMES]);
    for (const party of [0, 1, 2]) {
      const said = lines.filter((each) => each.party === party).map(({ line }) => line.event);
      expect(said).toContain('listening');
      expect(said).toContain('holds');
    }
  });

  it('has no such page where the receiver is asked', async () => {
    expect((await fetch(`${demo.receiverUrl}/operators`)).status).toBe(404);
  });

  it('frees all ports when it is closed, while a page is still listening', async () => {
    const listening = await fetch(`${demo.demoUrl}/operators`);
    await demo.close();
    await listening.body?.cancel();
    await expect(fetch(demo.demoUrl)).rejects.toThrow();
    for (const party of [0, 1, 2] as const) expect(demo.nodes?.pidOf(party)).toBeNull();
  });
});

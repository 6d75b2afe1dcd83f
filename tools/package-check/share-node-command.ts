import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Ended, run } from './command.js';
import { linkNeighbours } from './consumer.js';

const DATABASE = '@electric-sql/pglite';

/** `npx candor-share-node` beside nothing but the package.
 * @throws when it does not help, or does not say what to install. */
export async function expectShareNodeHelp(folder: string): Promise<void> {
  const help = await run(folder, 'npx', 'candor-share-node', '--help');
  if (help.status !== 0 || !help.stdout.includes('candor-share-node init'))
    throw new Error(JSON.stringify(help));
  const bare = await run(folder, 'npx', 'candor-share-node', '--config', 'node.json');
  if (bare.status !== 1 || !bare.stderr.endsWith(`npm install ${DATABASE}\n`))
    throw new Error(JSON.stringify(bare));
}

/** Three operators' folders are made, what they tell of themselves is filled in, and one of them starts and stops.
 * @throws when one of these fails. */
export async function expectShareNode(folder: string): Promise<void> {
  await linkNeighbours(folder, [DATABASE]);
  const places = [];
  for (const party of [0, 1, 2]) {
    const model = [
      '--model',
      'm',
      '--dim',
      '8',
      '--threshold',
      '0.5',
      '--audience',
      'https://verify.example',
    ];
    const place = ['--dir', `operator-${party}`, '--host', '127.0.0.1', '--port', `${party}`];
    const told = await said(folder, 'init', '--party', `${party}`, ...place, ...model);
    places.push({ host: '127.0.0.1', port: 0, fingerprint: told.fingerprint });
  }
  const { fingerprint } = await said(folder, 'certificate', '--dir', 'marketplace');
  const path = join(folder, 'operator-0/node.json');
  const config = JSON.parse(await readFile(path, 'utf8'));
  config.callers[0].fingerprint = fingerprint;
  await writeFile(path, JSON.stringify({ ...config, operators: places }));
  await expectRunning(folder, 'operator-0/node.json');
}

async function said(folder: string, ...args: readonly string[]): Promise<{ readonly fingerprint: string }> {
  const ended: Ended = await run(folder, 'npx', 'candor-share-node', ...args);
  if (ended.status !== 0) throw new Error(JSON.stringify(ended));
  return JSON.parse(ended.stdout);
}

async function expectRunning(folder: string, config: string): Promise<void> {
  // Not through npx, which would get the signal in its place.
  const args = ['node_modules/candor/dist/share-node/bin.js', '--config', config];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  try {
    for await (const line of createInterface(child.stdout)) if (JSON.parse(line).event === 'listening') break;
  } finally {
    child.kill('SIGTERM');
  }
  const [status] = await ended;
  if (status !== 0) throw new Error(`SIGTERM ended it with ${status}`);
}

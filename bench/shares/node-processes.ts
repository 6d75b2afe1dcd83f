import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Three } from '../../shares/index.js';
import { DelayedPort } from './delayed-port.js';
import type { NodeFolders } from './node-folders.js';

const CLI = fileURLToPath(new URL('../../shares/node/cli.ts', import.meta.url));
const LOADER = import.meta.resolve('tsx');

export interface NodeProcesses {
  /** Resident memory of each, MB. Linux alone. */
  memoryMb(): Promise<Three<number>>;
  stop(): Promise<void>;
}

/** `candor-share-node` three times; resolves when all have read their rows and listen.
 * @param delayMs - of everything between two operators, in each direction. */
export async function startNodes(folders: NodeFolders, delayMs: number): Promise<NodeProcesses> {
  const ports = folders.introductions.map(({ port }) => port);
  const delayed =
    delayMs === 0 ? [] : await Promise.all(ports.map((port) => DelayedPort.open(port, delayMs)));
  const configs = await folders.configure((party) => delayed[party]?.port ?? ports[party] ?? 0);
  const children = configs.map((config) =>
    spawn(process.execPath, ['--import', LOADER, CLI, '--config', config], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(ended));
    await Promise.all(delayed.map((port) => port.close()));
  };
  try {
    await Promise.all(children.map(listening));
  } catch (thrown) {
    await stop();
    throw thrown;
  }
  return {
    memoryMb: async () => {
      const [first, second, third] = await Promise.all(children.map(residentMb));
      return [first ?? 0, second ?? 0, third ?? 0];
    },
    stop,
  };
}

async function listening(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new TypeError('no output');
  for await (const line of createInterface(child.stdout)) if (line.includes('"listening"')) break;
  if (child.exitCode !== null) throw new Error('a node did not start');
  child.stdout.resume();
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const end = once(child, 'exit');
  child.kill('SIGTERM');
  await end;
}

async function residentMb({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1_024;
}

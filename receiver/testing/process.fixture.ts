import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The command as somebody types it: a process of its own, from its sources. */

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));
/** By its place, since the process may start in any folder. */
const LOADER = import.meta.resolve('tsx');

export interface Typed {
  readonly args: readonly string[];
  /** The folder in which it is typed, where a configuration file may lie. */
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>> | undefined;
}

export function startCommand({ args, cwd, env }: Typed): ChildProcess {
  return spawn(process.execPath, ['--liftoff-only', '--import', LOADER, CLI, ...args], {
    cwd,
    env: {
      ...process.env,
      DATABASE_URL: '',
      NODE_ENV: 'test',
      RECEIVER_PORT: '0',
      CANDOR_OPENERS: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export interface EndedCommand {
  readonly status: number | string | null;
  readonly printed: string;
  readonly said: string;
}

/** Runs it to its end. */
export async function runCommand(typed: Typed): Promise<EndedCommand> {
  const child = startCommand(typed);
  const [status, printed, said] = await Promise.all([
    exitOf(child),
    readStream(child, 'stdout'),
    readStream(child, 'stderr'),
  ]);
  return { status, printed, said };
}

/** Collects a stream; resolves with the first match, or with everything at its end. */
export function readStream(child: ChildProcess, name: 'stdout' | 'stderr', until?: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const [match] = until?.exec(text) ?? [];
      if (match !== undefined) resolve(match);
    });
    child[name]?.on('end', () => resolve(text));
  });
}

export function exitOf(child: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
}

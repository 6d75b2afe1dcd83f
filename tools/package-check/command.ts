import { spawn } from 'node:child_process';
import { patient } from './patience.js';

const TIMEOUT_MS = patient(180_000);

export interface Ended {
  /** Null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, whatever that is, for at most three minutes. */
export async function run(cwd: string, name: string, ...args: readonly string[]): Promise<Ended> {
  const child = spawn(name, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: TIMEOUT_MS });
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      written[stream] += chunk;
    });
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { status, ...written };
}

/** Runs a command to its end.
 * @returns what it wrote to stdout.
 * @throws with what it wrote, when it fails or takes longer than three minutes. */
export async function command(cwd: string, name: string, ...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await run(cwd, name, ...args);
  if (status === 0) return stdout;
  throw new Error(`${name} ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`);
}

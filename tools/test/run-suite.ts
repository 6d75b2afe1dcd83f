import { type ChildProcess, spawn } from 'node:child_process';
import type { Place } from './lanes.js';
import { stepBack } from './step-back.js';
import type { Suite, SuiteRun } from './suites.js';

const SUITE_TIMEOUT_MS = 1_500_000;

/** Runs one script of package.json. Alone, its output goes to the terminal as it comes; beside another one, it takes the processor time
 * that the other leaves, and its output is kept for afterwards. The signal, or 25 minutes, end it together with all that it started. */
export async function runSuite({ script, env }: Suite, place: Place, signal: AbortSignal): Promise<SuiteRun> {
  const child = spawn('npm', ['run', '--silent', ...script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', place === 'alone' ? 'inherit' : 'pipe'],
    // A group of its own: npm, the tool and its browsers end together.
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  if (place === 'beside' && child.pid !== undefined) stepBack(child.pid);
  const stop = AbortSignal.any([signal, AbortSignal.timeout(SUITE_TIMEOUT_MS)]);
  const onStop = (): void => killGroup(child);
  stop.addEventListener('abort', onStop);
  try {
    return await finished(child, place);
  } finally {
    stop.removeEventListener('abort', onStop);
  }
}

function finished(child: ChildProcess, place: Place): Promise<SuiteRun> {
  return new Promise((resolve, reject) => {
    const printed: Buffer[] = [];
    const unshown: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => {
      printed.push(chunk);
      if (place === 'alone') process.stdout.write(chunk);
      else unshown.push(chunk);
    });
    child.stderr?.on('data', (chunk: Buffer) => unshown.push(chunk));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout: textOf(printed), unshown: textOf(unshown) }));
  });
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (thrown) {
    // ESRCH: it ended by itself meanwhile.
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')) throw thrown;
  }
}

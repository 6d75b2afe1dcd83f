import { type ChildProcess, spawn } from 'node:child_process';
import type { Suite, SuiteRun } from './suites.js';

const SUITE_TIMEOUT_MS = 1_500_000;

/** Runs one script of package.json; its output goes to the terminal as it comes. The signal, or 25 minutes, end it
 * together with all that it started. */
export async function runSuite({ script, env }: Suite, signal: AbortSignal): Promise<SuiteRun> {
  const child = spawn('npm', ['run', '--silent', ...script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own: npm, the tool and its browsers end together.
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  const stop = AbortSignal.any([signal, AbortSignal.timeout(SUITE_TIMEOUT_MS)]);
  const onStop = (): void => killGroup(child);
  stop.addEventListener('abort', onStop);
  try {
    return await finished(child);
  } finally {
    stop.removeEventListener('abort', onStop);
  }
}

function finished(child: ChildProcess): Promise<SuiteRun> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      process.stdout.write(chunk);
    });
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout: Buffer.concat(chunks).toString('utf8') }));
  });
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

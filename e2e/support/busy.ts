import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const LOOP = 'for (;;) {}';

/** Makes this machine about so many times slower for whatever runs on it: for each processor, as many programs that never pause less
 * one. A scheduler gives each the same share. */
export function makeSlower(times: number): { stop(): void } {
  const count = (times - 1) * availableParallelism();
  const programs: readonly ChildProcess[] = Array.from({ length: count }, () =>
    spawn(process.execPath, ['-e', LOOP], { stdio: 'ignore' }),
  );
  return {
    stop: () => {
      for (const program of programs) program.kill('SIGKILL');
    },
  };
}

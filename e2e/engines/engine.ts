import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { vi } from 'vitest';

/** A browser that Playwright does not drive, as far as these tests need one. */
export interface Engine {
  readonly version: string;
  goto(url: string): Promise<void>;
  /** @param body - of an asynchronous function in the page; what it returns comes back as JSON. */
  evaluate<T>(body: string): Promise<T>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** What an engine's tests need of the system. */
export interface Needed {
  /** A command, or a file's path. */
  readonly what: string;
  /** The Debian package that has it. */
  readonly from: string;
}

function isThere(what: string): boolean {
  return what.startsWith('/') ? existsSync(what) : spawnSync('which', [what]).status === 0;
}

/** @returns why the tests are skipped, to be shown; null where they run. */
export function reasonToSkip(needed: readonly Needed[]): string | null {
  const missing = needed.filter(({ what }) => !isThere(what));
  if (missing.length === 0) return null;
  return `skipped: apt-get install ${[...new Set(missing.map(({ from }) => from))].join(' ')}`;
}

/** Waits until `ask` answers something else than null.
 * @throws with `what` when it takes longer. */
export function eventually<T>(what: string, timeoutMs: number, ask: () => Promise<T | null>): Promise<T> {
  return vi.waitFor(
    async () => {
      const answer = await ask();
      if (answer === null) throw new Error(`${what}: not within ${timeoutMs} ms`);
      return answer;
    },
    { timeout: timeoutMs, interval: 100 },
  );
}

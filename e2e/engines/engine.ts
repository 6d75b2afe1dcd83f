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

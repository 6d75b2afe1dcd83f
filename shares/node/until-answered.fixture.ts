import { setTimeout as wait } from 'node:timers/promises';
import { ShareError } from '../errors.js';

/** Asks until there is an answer: after a start or a fault, the three find each other again. */
export async function untilAnswered<T>(ask: () => Promise<T>, withinMs = 20_000): Promise<T> {
  const until = performance.now() + withinMs;
  for (;;) {
    try {
      return await ask();
    } catch (thrown) {
      const isLater = thrown instanceof ShareError && thrown.code === 'shares.try_later';
      if (!isLater || performance.now() > until) throw thrown;
    }
    await wait(100);
  }
}

import type { DecisionLog } from './decision-log.js';

const DAY_MS = 86_400_000;

export interface LogRetention {
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** Shortens the decision log to the days that the configuration keeps: now, and once a day.
 * @param days - undefined: it is never shortened.
 * @param onFailure - gets what went wrong; it is tried again the next day. */
export function keepDays(
  log: DecisionLog,
  days: number | undefined,
  now: () => Date,
  onFailure: (thrown: unknown) => void,
): LogRetention {
  if (days === undefined) return { close: async () => {} };
  const shorten = async (): Promise<void> => {
    const at = now();
    await log.shorten(new Date(at.getTime() - days * DAY_MS), at).catch(onFailure);
  };
  let working = shorten();
  const timer = setInterval(() => {
    working = working.then(shorten);
  }, DAY_MS).unref();
  return {
    close: () => {
      clearInterval(timer);
      return working;
    },
  };
}

import { type CliOptions, readCliOptions, USAGE } from '../cli-options.js';
import { jsonLines, type Log } from '../log.js';
import { createMetrics, type Metrics } from '../metrics.js';
import { createReceiver, type Receiver } from '../receiver.js';
import { reviewAddress } from '../review/access.js';
import { type ServeOptions, type Serving, serve } from '../serve.js';
import type { Command, Invocation } from './command.js';

/** How long stopping may take, ms: a disk or a database that does not answer must not keep the process. */
const STOP_PATIENCE_MS = 8_000;
/** The same for a start that a signal comes into, ms: nothing was accepted yet, and a busy machine opens its database slowly. */
const START_PATIENCE_MS = 30_000;

function signalled(...signals: readonly NodeJS.Signals[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });
}

function lossOf({ lost }: Receiver): Promise<never> {
  return new Promise((_, reject) => {
    lost.addEventListener('abort', () => reject(lost.reason), { once: true });
  });
}

/** Ends the process unless it ends by itself before, or the signal aborts. */
function exitAfter(patienceMs: number, code: number, signal?: AbortSignal): void {
  const timer = setTimeout(() => process.exit(code), patienceMs).unref();
  signal?.addEventListener('abort', () => clearTimeout(timer), { once: true });
  if (signal?.aborted) clearTimeout(timer);
}

/** Empty where there are no pages for reviewers. */
function reviewLine({ reviewUrl }: Serving, { receiver: { review } }: CliOptions): string {
  return reviewUrl === null || review === undefined ? '' : `Review: ${reviewAddress(reviewUrl, review)}\n`;
}

function metricsLine({ metricsUrl }: Serving): string {
  return metricsUrl === null ? '' : `Metrics: ${metricsUrl}/metrics\n`;
}

function metricsOf(
  counting: Metrics | null,
  { metricsPort: port, metricsHost: host }: CliOptions,
): ServeOptions['metrics'] {
  return counting === null || port === null ? null : { app: counting.app, port, host };
}

/** `candor-receiver start`: prints `Receiver: URL` and, with pages for reviewers, `Review: URL`; serves until a signal comes or the data folder is lost. */
export const start: Command = {
  async run({ args, env, print, note }: Invocation): Promise<number> {
    const options = await readCliOptions(args, env);
    if (options === null) {
      print(USAGE);
      return 0;
    }
    const lines = jsonLines(note, () => new Date());
    const counting = options.metricsPort === null ? null : await createMetrics();
    const log: Log = (entry) => {
      lines(entry);
      counting?.observe(entry);
    };
    // From here on, so that a signal in the middle of starting leaves nothing half-open either.
    const stopped = signalled('SIGINT', 'SIGTERM');
    const starting = new AbortController();
    void stopped.then(() => exitAfter(START_PATIENCE_MS, 0, starting.signal));
    const receiver = await createReceiver({ ...options.receiver, log });
    const serving = await serve(receiver, { ...options, metrics: metricsOf(counting, options) }).catch(
      async (thrown: unknown) => {
        await receiver.close();
        throw thrown;
      },
    );
    starting.abort();
    void stopped.then(() => exitAfter(STOP_PATIENCE_MS, 1));
    print(`Receiver: ${serving.url}\n${reviewLine(serving, options)}${metricsLine(serving)}`);
    try {
      await Promise.race([stopped, lossOf(receiver)]);
    } finally {
      await serving.close();
    }
    return 0;
  },
};

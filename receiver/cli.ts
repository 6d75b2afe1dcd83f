#!/usr/bin/env node
import { readCliOptions, USAGE } from './cli-options.js';
import { jsonLines } from './log.js';
import { createReceiver, type Receiver } from './receiver.js';
import { serve } from './serve.js';
import { reasonOf } from './start-error.js';

/** How long starting or stopping may go on after a signal, ms. */
const PATIENCE_MS = 8_000;

const log = jsonLines(
  (line) => process.stderr.write(line),
  () => new Date(),
);

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

async function main(): Promise<void> {
  const options = await readCliOptions(process.argv.slice(2), process.env);
  if (options === null) {
    process.stdout.write(USAGE);
    return;
  }
  // From here on, so that a signal in the middle of starting leaves nothing half-open either.
  const stopped = signalled('SIGINT', 'SIGTERM');
  let isServing = false;
  // A disk or a database that does not answer must not keep the process. While it starts, nothing was accepted yet.
  void stopped.then(() => setTimeout(() => process.exit(isServing ? 1 : 0), PATIENCE_MS).unref());
  const receiver = await createReceiver({ ...options.receiver, log });
  const serving = await serve(receiver, options).catch(async (thrown: unknown) => {
    await receiver.close();
    throw thrown;
  });
  isServing = true;
  process.stdout.write(`Receiver: ${serving.url}\n`);
  try {
    await Promise.race([stopped, lossOf(receiver)]);
  } finally {
    await serving.close();
  }
}

main().catch((thrown: unknown) => {
  process.stderr.write(`candor-receiver: ${reasonOf(thrown)}\n`);
  process.exitCode = 1;
});

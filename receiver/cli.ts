#!/usr/bin/env node
import { readCliOptions, USAGE } from './cli-options.js';
import { jsonLines } from './log.js';
import { createReceiver, serve } from './receiver.js';

const log = jsonLines(
  (line) => process.stderr.write(line),
  () => new Date(),
);

function signalled(...signals: readonly NodeJS.Signals[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
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
  const receiver = await createReceiver({ ...options.receiver, log });
  const serving = await serve(receiver, options).catch(async (thrown: unknown) => {
    await receiver.close();
    throw thrown;
  });
  process.stdout.write(`Receiver: ${serving.url}\n`);
  await stopped;
  await serving.close();
}

main().catch((thrown: unknown) => {
  process.stderr.write(`candor-receiver: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
});

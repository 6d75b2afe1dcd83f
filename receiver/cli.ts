#!/usr/bin/env node
import { readCliOptions, USAGE } from './cli-options.js';
import { jsonLines, traceOf } from './log.js';
import { createReceiver, serve } from './receiver.js';

const log = jsonLines(
  (line) => process.stderr.write(line),
  () => new Date(),
);

async function main(): Promise<void> {
  const options = await readCliOptions(process.argv.slice(2), process.env);
  if (options === null) {
    process.stdout.write(USAGE);
    return;
  }
  const receiver = await createReceiver({ ...options.receiver, log });
  const serving = await serve(receiver, options).catch(async (thrown: unknown) => {
    await receiver.close();
    throw thrown;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      serving.close().catch((thrown: unknown) => {
        log({ event: 'failed', during: 'close', error: traceOf(thrown) });
        process.exitCode = 1;
      });
    });
  }
  process.stdout.write(`Receiver: ${serving.url}\n`);
}

main().catch((thrown: unknown) => {
  process.stderr.write(`candor-receiver: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
});

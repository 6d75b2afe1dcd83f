import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ShareNodeConfig } from './config.js';
import { readLog } from './read-log.js';
import type { Sample } from './sample.js';
import { startShareNode } from './start.js';

/** `candor-share-node --config FILE`: one operator, until it is stopped. The file is JSON (`CONFIG` in config.ts). It prints one line
 * of JSON for each notice; the first says where it listens. `--sample` prints besides how many parts it has and a few words of one.
 * With `--log` it prints what was decided, and ends. */

const say = (line: unknown): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

async function main(): Promise<void> {
  const options = {
    config: { type: 'string' },
    log: { type: 'boolean' },
    sample: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ options });
  if (values.config === undefined) throw new Error('candor-share-node --config FILE [--log | --sample]');
  const config = JSON.parse(await readFile(values.config, 'utf8'));
  if (values.log === true) for await (const entry of readLog(config)) say(entry);
  else await run(config, values.sample === true ? sayHeld : undefined);
}

const sayHeld = (sample: Sample): void => say({ event: 'holds', ...sample });

async function run(config: ShareNodeConfig, onSample?: (sample: Sample) => void): Promise<void> {
  const node = await startShareNode(config, say, onSample);
  const { port, receiptKey, sealingKey } = node;
  say({ event: 'listening', port, receiptKey, ...(sealingKey && { sealingKey }) });
  const stop = (): void => {
    node.close().catch(fail);
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

function fail(thrown: unknown): void {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : thrown}\n`);
  process.exitCode = 1;
}

main().catch(fail);

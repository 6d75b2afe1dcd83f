import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Sample } from './sample.js';
import { startShareNode } from './start.js';

/** `candor-share-node --config FILE`: one operator, until it is stopped. The file is JSON (`CONFIG` in config.ts). It prints one line
 * of JSON for each notice; the first says where it listens. `--sample` prints besides how many parts it has and a few words of one. */

const say = (line: unknown): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { config: { type: 'string' }, sample: { type: 'boolean' } } });
  if (values.config === undefined) throw new Error('candor-share-node --config FILE [--sample]');
  const onSample = (sample: Sample): void => say({ event: 'holds', ...sample });
  const node = await startShareNode(
    JSON.parse(await readFile(values.config, 'utf8')),
    say,
    values.sample === true ? onSample : undefined,
  );
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

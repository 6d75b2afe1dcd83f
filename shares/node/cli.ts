import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { PARTIES } from '../party.js';
import type { ShareNodeConfig } from './config.js';
import type { InitOptions } from './init.js';
import type { Notice } from './notice.js';
import { readLog } from './read-log.js';
import type { Sample } from './sample.js';
import { startShareNode } from './start.js';

/** The commands of `candor-share-node` (help.ts). Everything that it prints is one line of JSON: of a running node the first says where
 * it listens, and each other one is a notice. */

const text = { type: 'string' } as const;

async function main([command, ...args]: readonly string[]): Promise<void> {
  switch (command) {
    case 'init':
      say(await (await making()).initNode(initOptionsOf(args)));
      return;
    case 'certificate': {
      const { values } = parseArgs({ args, options: { dir: text, name: text } });
      say(await (await making()).initCaller(needed('dir', values.dir), values.name ?? 'marketplace'));
      return;
    }
    default:
      return runOrLog(command === undefined ? [] : [command, ...args]);
  }
}

/** By itself: a node that runs makes no certificate, and what does is larger than all else. */
const making = () => import('./init.js');

async function runOrLog(args: string[]): Promise<void> {
  const options = { config: text, log: { type: 'boolean' }, sample: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args, options });
  const config = JSON.parse(await readFile(needed('config', values.config), 'utf8'));
  if (values.log === true) for await (const entry of readLog(config)) say(entry);
  else await run(config, values.sample === true ? sayHeld : undefined);
}

const sayHeld = (sample: Sample): void => say({ event: 'holds', ...sample });

async function run(config: ShareNodeConfig, onSample?: (sample: Sample) => void): Promise<void> {
  const node = await startShareNode(config, sayNotice, onSample);
  const { port, receiptKey, sealingKey } = node;
  const stop = (): void => {
    node.close().catch(fail);
  };
  // Before it says that it runs: whoever hears that may end it at once.
  process.once('SIGTERM', stop).once('SIGINT', stop);
  say({ event: 'listening', port, receiptKey, ...(sealingKey && { sealingKey }) });
}

function sayNotice(notice: Notice): void {
  say(notice);
  if (notice.event === 'stopped') process.exitCode = 1;
}

function initOptionsOf(args: string[]): InitOptions {
  const { values } = parseArgs({
    args,
    options: {
      party: text,
      dir: text,
      host: text,
      port: text,
      listen: text,
      model: text,
      dim: text,
      threshold: text,
      audience: text,
    },
  });
  const party = PARTIES.find((one) => String(one) === values.party);
  if (party === undefined) throw new Error('--party is 0, 1 or 2');
  const host = needed('host', values.host);
  const port = numberIn('port', needed('port', values.port));
  const { listen, model, dim, threshold, audience } = values;
  return {
    party,
    dir: needed('dir', values.dir),
    host,
    port,
    listenHost: listen ?? host,
    model: {
      ...(model !== undefined && { id: model }),
      ...(dim !== undefined && { dim: numberIn('dim', dim) }),
      ...(threshold !== undefined && { threshold: numberIn('threshold', threshold) }),
    },
    ...(audience !== undefined && { audience }),
  };
}

function needed(flag: string, value: string | undefined): string {
  if (!value) throw new Error(`--${flag} is missing; see candor-share-node --help`);
  return value;
}

function numberIn(flag: string, value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) throw new Error(`--${flag} is a number`);
  return number;
}

function say(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function fail(thrown: unknown): void {
  process.stderr.write(`candor-share-node: ${thrown instanceof Error ? thrown.message : thrown}\n`);
  process.exitCode = 1;
}

main(process.argv.slice(2)).catch(fail);

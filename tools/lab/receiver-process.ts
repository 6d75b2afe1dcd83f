import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What is published, as `npm run build` made it. */
export const BUILT_CLI = fileURLToPath(new URL('../../dist/receiver/cli.js', import.meta.url));

const ADDRESS = /^Receiver: (http:\S+)$/m;
const REVIEW = /^Review: (http:\S+)$/m;

export interface ReceiverProcessOptions {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Default: {@link BUILT_CLI}. */
  readonly cli?: string | undefined;
  /** A command that starts Node, such as `unshare --pid --fork`. Default: none. */
  readonly through?: readonly string[] | undefined;
}

/** A receiver in a process of its own, as its users have it. */
export interface ReceiverProcess {
  readonly child: ChildProcess;
  /** Its address, or null when it ended without one. */
  readonly started: Promise<string | null>;
  /** Exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Where a reviewer begins. @throws when it has no pages for reviewers. */
  reviewUrl(): string;
  /** Everything on stderr so far. */
  said(): string;
  /** The names of the events of its log so far. */
  events(): readonly string[];
  /** SIGTERM, and waits for the end. */
  stop(): Promise<number | NodeJS.Signals | null>;
}

export function spawnReceiver({
  args,
  env = {},
  cli = BUILT_CLI,
  through = [],
}: ReceiverProcessOptions): ReceiverProcess {
  const [command = process.execPath, ...rest] = [
    ...through,
    process.execPath,
    '--liftoff-only',
    cli,
    ...args,
  ];
  const child = spawn(command, rest, {
    env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: '', RECEIVER_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout = collect(child, 'stdout');
  const stderr = collect(child, 'stderr');
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  const started = new Promise<string | null>((resolve) => {
    child.stdout?.on('data', () => {
      const url = ADDRESS.exec(stdout())?.[1];
      if (url !== undefined) resolve(url);
    });
    void ended.then(() => resolve(null));
  });
  return {
    child,
    started,
    ended,
    reviewUrl: () => {
      const url = REVIEW.exec(stdout())?.[1];
      if (url === undefined) throw new Error('this receiver has no pages for reviewers');
      return url;
    },
    said: stderr,
    events: () => eventsIn(stderr()),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function collect(child: ChildProcess, name: 'stdout' | 'stderr'): () => string {
  let text = '';
  child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

function eventsIn(log: string): string[] {
  const whole = log.slice(0, log.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line).event);
}

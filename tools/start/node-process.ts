import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Between an end that nobody asked for and the next start, ms. */
const RESTART_MS = 1_000;
const WITH_PARENT = new URL('./with-parent.mjs', import.meta.url).href;

/** One line of a node, JSON as it printed it; `ended` is said for it where it can say nothing any more. */
export type NodeLine = { readonly event: string } & Readonly<Record<string, unknown>>;

export interface NodeProcessOptions {
  /** What Node is given: its own options, the script and the script's arguments. */
  readonly args: readonly string[];
  readonly onLine: (line: NodeLine) => void;
}

/** A node in a process of its own, started again whenever it ends by itself. */
export class NodeProcess {
  readonly #options: NodeProcessOptions;
  readonly #stop = new AbortController();
  #child: ChildProcess | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(options: NodeProcessOptions) {
    this.#options = options;
  }

  /** Of the process that runs now; null between two. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** @returns its first line that says `listening`.
   * @throws what it says on stderr where it ends before. */
  start(): Promise<NodeLine> {
    return new Promise((resolve, reject) => {
      this.#running = this.#keepRunning(resolve, reject);
    });
  }

  /** SIGTERM, and waits for the end. Idempotent. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#child?.kill('SIGTERM');
    await this.#running;
  }

  async #keepRunning(
    onListening: (line: NodeLine) => void,
    onFailure: (reason: Error) => void,
  ): Promise<void> {
    const { signal } = this.#stop;
    let hasListened = false;
    const listening = (line: NodeLine): void => {
      hasListened = true;
      onListening(line);
    };
    for (;;) {
      const said = await this.#run(listening);
      if (!hasListened) onFailure(new Error(`a node did not start: ${said}`));
      if (!hasListened || signal.aborted) return;
      this.#options.onLine({ event: 'ended' });
      await sleep(RESTART_MS, null, { signal }).catch(() => {});
      if (signal.aborted) return;
    }
  }

  /** One process, until it ends.
   * @returns what it said on stderr last. */
  async #run(onListening: (line: NodeLine) => void): Promise<string> {
    const child = spawn(process.execPath, ['--import', WITH_PARENT, ...this.#options.args], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-2_000);
    });
    if (child.stdout !== null)
      createInterface(child.stdout).on('line', (text) => {
        const line = readLine(text);
        if (line === null) return;
        this.#options.onLine(line);
        if (line.event === 'listening') onListening(line);
      });
    await new Promise<void>((resolve) => {
      child.once('close', () => resolve()).once('error', () => resolve());
    });
    this.#child = null;
    return said.trim();
  }
}

/** Runs a command of Node that ends by itself.
 * @throws what it says on stderr where it fails. */
export async function runToEnd(args: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, args);
}

function readLine(text: string): NodeLine | null {
  try {
    const line: unknown = JSON.parse(text);
    return isNodeLine(line) ? line : null;
  } catch {
    return null;
  }
}

function isNodeLine(line: unknown): line is NodeLine {
  return typeof line === 'object' && line !== null && 'event' in line && typeof line.event === 'string';
}

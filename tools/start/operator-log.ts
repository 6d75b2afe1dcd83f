import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { NodeLine } from './node-process.js';
import type { Party } from './share-nodes.js';

/** Lines of a node that are kept for a page that is opened later. */
const MOST_LINES = 50;

/** A line of a node with the time at which it came. */
export interface LoggedLine {
  readonly party: Party;
  /** ISO 8601. */
  readonly at: string;
  readonly line: NodeLine;
}

/** What the three nodes print, for the demo's page: it is served to this machine alone, by whoever started them. */
export class OperatorLog {
  readonly #names: readonly string[];
  readonly #lines: LoggedLine[] = [];
  readonly #listeners = new Set<(line: LoggedLine) => void>();
  readonly #ends = new Set<() => void>();

  /** @param names - the operators', by number. */
  constructor(names: readonly string[]) {
    this.#names = names;
  }

  add(party: Party, line: NodeLine): void {
    const logged = { party, at: new Date().toISOString(), line };
    this.#lines.push(logged);
    const own = this.#lines.filter((each) => each.party === party);
    const oldest = own.length > MOST_LINES ? own[0] : undefined;
    if (oldest !== undefined) this.#lines.splice(this.#lines.indexOf(oldest), 1);
    for (const listener of this.#listeners) listener(logged);
  }

  /** Server-sent events: first `all`, with the names and what was kept, then a `line` for each that comes. */
  readonly serve = (context: Context): Response =>
    streamSSE(context, async (stream) => {
      const send = (event: 'all' | 'line', data: unknown): void => {
        void stream.writeSSE({ event, data: JSON.stringify(data) });
      };
      const listener = (line: LoggedLine): void => send('line', line);
      send('all', { names: this.#names, lines: this.#lines });
      this.#listeners.add(listener);
      await new Promise<void>((resolve) => {
        stream.onAbort(resolve);
        this.#ends.add(resolve);
      });
      this.#listeners.delete(listener);
    });

  /** Ends what is being served. */
  close(): void {
    for (const end of this.#ends) end();
    this.#ends.clear();
  }
}

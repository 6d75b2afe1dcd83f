import { traceOf } from '../log.js';
import type { ReceiverConfig } from '../options.js';
import type { Database } from '../store/database.js';
import { keepReceipts } from '../store/share-receipts.js';
import type { KeptReceipt } from '../store/shared-tables.js';
import { findSharedOf, leftOfSession, listRemovals, type SharedTemplate } from '../store/shared-templates.js';
import { type OperatorsClient, PLACES, type Place } from './client.js';
import type { CheckedThreeOperators } from './option.js';

/** Longest wait for one deletion, ms: whoever withdraws waits for the answer. */
const PATIENCE_MS = 3_000;
/** When what an operator did not delete is tried again, ms. */
const AGAIN_MS = 60_000;
/** Deletions that are asked for at once. */
const AT_ONCE = 16;

export interface ShareRemovalsOptions extends Pick<ReceiverConfig, 'now' | 'log'> {
  readonly client: OperatorsClient;
  readonly operators: CheckedThreeOperators['operators'];
  readonly database: Database;
}

/** Has the three delete what is queued for deletion, until each has signed that it did; their receipts are kept. */
export class ShareRemovals {
  readonly #options: ShareRemovalsOptions;
  readonly #closing = new AbortController();
  #working: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ShareRemovalsOptions) {
    this.#options = options;
  }

  /** Asks for the deletion of what was kept of one verification, where it is queued, and waits a few seconds at most. What is left goes on
   * by itself. */
  async attempt(verificationId: string): Promise<void> {
    const row = await findSharedOf(this.#options.database, verificationId);
    if (row?.state !== 'removing') return;
    const { isDone } = await this.#remove([row]);
    if (!isDone) this.soon();
  }

  /** Asks for the deletion of everything that was sent under a session, and waits a few seconds at most. What is left goes on by itself.
   * @returns whether nothing is left: of what is still being stored, that is not known yet. */
  async clearSession(sessionId: string): Promise<boolean> {
    const rows = await leftOfSession(this.#options.database, sessionId);
    const queued = rows.filter(({ state }) => state === 'removing');
    const { isDone } = await this.#remove(queued);
    if (!isDone) this.soon();
    return isDone && queued.length === rows.length;
  }

  /** Asks first for the deletion of what was left of tries that came to nothing: a seller must not be compared with their own.
   * @returns whether, of each, an operator has deleted its part: then no comparison sees it any more. */
  async clearNeverStored(): Promise<boolean> {
    const rows = await listRemovals(this.#options.database, 'never_stored', AT_ONCE);
    if (rows.length === 0) return true;
    await this.#remove(rows);
    return (await listRemovals(this.#options.database, 'never_stored', 1)).length === 0;
  }

  /** Asks for everything that is queued. Where that is going on, waits for it. */
  async work(): Promise<void> {
    this.#working ??= this.#workThrough().finally(() => {
      this.#working = null;
    });
    await this.#working;
  }

  /** As {@link work}, without anybody who waits. */
  soon(afterMs = 0): void {
    clearTimeout(this.#timer);
    if (this.#closing.signal.aborted) return;
    this.#timer = setTimeout(() => void this.#workQuietly(), afterMs).unref();
  }

  /** Ends what is going on; what is left stays queued. Idempotent. */
  async close(): Promise<void> {
    this.#closing.abort();
    clearTimeout(this.#timer);
    await this.#working?.catch(() => {});
  }

  async #workQuietly(): Promise<void> {
    try {
      await this.work();
    } catch (thrown) {
      this.#options.log({ event: 'failed', during: 'share removals', error: traceOf(thrown) });
    }
  }

  async #workThrough(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      const rows = await listRemovals(this.#options.database, 'all', AT_ONCE);
      if (rows.length === 0) return;
      const { isDone, gained } = await this.#remove(rows);
      if (!isDone && gained === 0) return this.soon(AGAIN_MS);
    }
  }

  /** @returns whether nothing is left of these, and how many receipts came. */
  async #remove(
    rows: readonly SharedTemplate[],
  ): Promise<{ readonly isDone: boolean; readonly gained: number }> {
    const silent = new Map<Place, string>();
    const outcomes = await Promise.all(rows.map((row) => this.#removeOne(row, silent)));
    for (const [operator, code] of silent)
      this.#options.log({ event: 'operator.unanswered', operator, during: 'remove', code });
    return {
      isDone: outcomes.every(({ isDone }) => isDone),
      gained: outcomes.reduce((sum, { gained }) => sum + gained, 0),
    };
  }

  async #removeOne(
    { verificationId, templateId, receipts }: SharedTemplate,
    silent: Map<Place, string>,
  ): Promise<{ readonly isDone: boolean; readonly gained: number }> {
    const { client, operators, database, now } = this.#options;
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(PATIENCE_MS)]);
    const answers = await client.remove(templateId, signal);
    const known = new Set(receipts.map(({ receipt }) => receipt.operator));
    const added: KeptReceipt[] = [];
    for (const place of PLACES) {
      const answer = answers[place];
      if (answer.kind === 'failed') silent.set(place, answer.error.code);
      else if (!known.has(place)) {
        const { receipt, signature } = answer;
        const { name, receiptKey } = operators[place];
        added.push({ name, receipt, signature, receiptKey });
      }
    }
    if (added.length === 0) return { isDone: false, gained: 0 };
    return { isDone: await keepReceipts(database, verificationId, added, now()), gained: added.length };
  }
}

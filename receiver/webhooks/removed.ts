import { overdueElsewhere, waitingElsewhere } from '../store/removed-endpoints.js';
import { settle } from '../store/webhook-deliveries.js';
import type { Delivery } from './delivery.js';
import { RETRIED_FOR_MS } from './schedule.js';

/** Messages that are given up at a time. */
const BATCH = 100;

export interface RemovedOptions extends Delivery {
  /** Hashes of the endpoints that there are; at least one. */
  readonly known: readonly string[];
}

/** Ends what waits for endpoints that were taken out of the settings: nobody sends it any more, and as long as it waits, its message is not
 * delivered, and not deleted with a withdrawal. By age, as with an endpoint that does not answer: another receiver may still have
 * the endpoint. */
export class RemovedEndpoints {
  readonly #options: RemovedOptions;
  readonly #told = new Set<string>();

  constructor(options: RemovedOptions) {
    this.#options = options;
  }

  async look(): Promise<void> {
    await this.#tell();
    await this.#giveUp();
  }

  /** Once for each endpoint. */
  async #tell(): Promise<void> {
    const { database, known, log } = this.#options;
    for (const { endpoint, messages } of await waitingElsewhere(database, known)) {
      if (this.#told.has(endpoint)) continue;
      this.#told.add(endpoint);
      log({ event: 'webhook.endpoint_removed', endpoint, messages });
    }
  }

  async #giveUp(): Promise<void> {
    const { database, known, now, log, mayGiveUp } = this.#options;
    if (!(await mayGiveUp())) return;
    const before = new Date(now().getTime() - RETRIED_FOR_MS);
    for (;;) {
      const overdue = await overdueElsewhere(database, known, before, BATCH);
      for (const { messageId, type, endpoint } of overdue) {
        await settle(database, messageId, endpoint, now());
        log({ event: 'webhook.given_up', messageId, type, endpoint });
      }
      if (overdue.length < BATCH) return;
    }
  }
}

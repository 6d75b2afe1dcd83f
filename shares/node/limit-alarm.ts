import { decisionsOfHour, HOUR_MS, type LimitedBy } from './decision-limits.js';
import type { Notice } from './notice.js';

/** What part of a caller's limit is worth a word, unless the configuration says another. */
const NOTICE_SHARE = 0.8;

/** Says when a caller's decisions within an hour come near its limit: about each caller once an hour at most. */
export class LimitAlarm {
  readonly #saidAtMs = new Map<string, number>();

  /** After a decision has begun.
   * @returns what there is to say, or null. */
  async look({ log, caller, now }: Pick<LimitedBy, 'log' | 'caller' | 'now'>): Promise<Notice | null> {
    const { name, decisionsPerHour: limit, noticeAt = NOTICE_SHARE } = caller;
    if (limit === undefined) return null;
    const at = now();
    if (at.getTime() - (this.#saidAtMs.get(name) ?? Number.NEGATIVE_INFINITY) < HOUR_MS) return null;
    const decisions = await decisionsOfHour({ log, caller, now });
    if (decisions < noticeAt * limit) return null;
    this.#saidAtMs.set(name, at.getTime());
    return { event: 'near_limit', at: at.toISOString(), caller: name, decisions, limit };
  }
}

import type { Search, Threshold } from '../../src/core/types.js';
import type { Database } from '../store/database.js';
import { exemptedWith } from '../store/exempted.js';
import type { DecisionRecord } from '../store/kinds.js';
import { lockTemplates } from '../store/template-log.js';
import { decisionRecord } from './decision-record.js';
import type { IndexFollower } from './follow.js';
import { chooseScope, type SearchPolicy, searchNow } from './search-policy.js';
import type { Found, Hit, Probe, Scope, TemplateIndex } from './template-index.js';

export interface Newcomer {
  /** Unit length, under the index's matrix. */
  readonly vector: Float32Array;
  readonly holder: string;
  readonly groups: readonly string[];
  readonly at: Date;
}

/** What a search found before the transaction that decides. */
export interface Look {
  readonly newcomer: Newcomer;
  readonly scope: Scope | null;
  readonly found: Found;
  /** The newest change that the search has seen for certain. */
  readonly seq: number;
}

export interface Conclusion {
  /** Verification ids. */
  readonly hits: readonly string[];
  readonly record: DecisionRecord;
}

export interface Matching {
  readonly index: TemplateIndex;
  readonly follower: IndexFollower;
  readonly policy: SearchPolicy;
  readonly threshold: Threshold;
  /** Told how many templates are searched, whenever that may have changed. */
  readonly noteGallery: (templates: number) => void;
}

const NOTHING: Found = { hits: [], scopeSize: 0 };

/** Searches in two steps, so that the long one holds up nobody: all there is, before the transaction; what came after it, inside,
 * where nobody else adds a template. Of two newcomers at once, on any number of receivers, the second sees the first. */
export class Matcher {
  readonly #matching: Matching;

  constructor(matching: Matching) {
    this.#matching = matching;
  }

  /** How many templates the index holds. */
  get gallerySize(): number {
    return this.#matching.index.size;
  }

  /** Of the templates that the index holds now. */
  get search(): Search {
    const { index, policy, threshold } = this.#matching;
    return searchNow(policy, threshold, index.size);
  }

  /** Brings the index up to date without a search. What came and went is remembered for days, not for ever: an index that nobody
   * searches must not fall behind it. */
  async keepUp(database: Database): Promise<void> {
    await this.#catchUp(database);
  }

  async look(database: Database, newcomer: Newcomer): Promise<Look> {
    const { index, follower, policy, threshold } = this.#matching;
    await this.#catchUp(database);
    const scope = chooseScope(policy, threshold, newcomer.groups, index.size);
    const { seq } = follower;
    const found =
      scope === null ? NOTHING : await index.search(probeOf(newcomer), threshold.value, scope, database);
    return { newcomer, scope, found, seq };
  }

  /** To be called in the transaction that stores the newcomer; keeps others from storing until it ends. The statements are the
   * same whatever was found, so that the time of the answer does not tell. */
  async conclude(transaction: Database, { newcomer, scope, found, seq }: Look): Promise<Conclusion> {
    const { index, follower, threshold } = this.#matching;
    await lockTemplates(transaction);
    const changes = await follower.catchUp(transaction, seq);
    const exempted = await exemptedWith(transaction, newcomer.holder, newcomer.at);
    const changed = new Set(changes.map(({ verificationId }) => verificationId));
    const late =
      scope === null
        ? NOTHING
        : await index.compare(probeOf(newcomer), threshold.value, scope, [...changed], transaction);
    const isStillHeld = ({ verificationId }: Hit): boolean => !changed.has(verificationId);
    const hits = [...found.hits.filter(isStillHeld), ...late.hits].filter(
      ({ holder }) => !exempted.has(holder),
    );
    const scopeSize = found.scopeSize + late.scopeSize;
    const searched = scope?.kind ?? 'none';
    const record = decisionRecord(threshold, { searched, gallerySize: index.size, scopeSize });
    return { hits: hits.map(({ verificationId }) => verificationId), record };
  }

  /** Lets go of what the index holds. Idempotent. */
  close(): Promise<void> {
    return this.#matching.index.close();
  }

  async #catchUp(database: Database): Promise<void> {
    const { index, follower, noteGallery } = this.#matching;
    await follower.catchUp(database);
    noteGallery(index.size);
  }
}

function probeOf({ vector, holder, at }: Newcomer): Probe {
  return { vector, never: new Set([holder]), atMs: at.getTime() };
}

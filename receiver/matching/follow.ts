import { wipe } from '../../src/core/bytes.js';
import type { Database } from '../store/database.js';
import {
  changesAfter,
  type Model,
  newestChange,
  type StoredTemplate,
  type TemplateChange,
  templatesAfter,
  templatesOf,
} from '../store/template-log.js';
import type { SealedTemplates } from './sealed-templates.js';
import type { TemplateIndex } from './template-index.js';

/** Templates that are decrypted at once when the index is filled. */
const BATCH = 1_000;

export interface Followed {
  readonly index: TemplateIndex;
  readonly model: Model;
  readonly sealed: SealedTemplates;
  /** Keyed hash of whose a template is. */
  readonly holderOf: (owner: Pick<StoredTemplate, 'subject' | 'verificationId'>) => string;
}

/** Keeps an index in memory in step with the stored templates of its model, whoever stores and deletes them. */
export class IndexFollower {
  readonly #followed: Followed;
  #seq = 0;

  constructor(followed: Followed) {
    this.#followed = followed;
  }

  /** The newest change that the index holds. */
  get seq(): number {
    return this.#seq;
  }

  /** Reads all there is, once, at a start. */
  async fill(database: Database): Promise<void> {
    // Before the templates: what changes meanwhile is read again, which does no harm.
    const seq = await newestChange(database);
    for (let after = ''; ; ) {
      const rows = await templatesAfter(database, this.#followed.model, after, BATCH);
      for (const insert of (await this.#prepared(database, rows)).values()) insert();
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.verificationId;
    }
    this.#seq = Math.max(this.#seq, seq);
    // A matrix that was made before that change is not told again.
    await this.#followed.sealed.refreshMatrices();
  }

  /** Brings the index up to the newest change that the database shows.
   * @param after - also tell what changed since then.
   * @returns the changes after it, the oldest first. */
  async catchUp(database: Database, after: number = this.#seq): Promise<readonly TemplateChange[]> {
    const seen: TemplateChange[] = [];
    for (let from = Math.min(after, this.#seq); ; ) {
      const changes = await changesAfter(database, from, BATCH);
      await this.#apply(database, changes);
      seen.push(...changes.filter(({ seq }) => seq > after));
      const last = changes.at(-1);
      if (last === undefined || changes.length < BATCH) return seen;
      from = last.seq;
    }
  }

  async #apply(database: Database, changes: readonly TemplateChange[]): Promise<void> {
    const isNew = ({ seq }: TemplateChange): boolean => seq > this.#seq;
    if (changes.some((change) => isNew(change) && change.kind === 'matrix'))
      await this.#followed.sealed.refreshMatrices();
    const ids = changes.filter((change) => isNew(change) && change.kind === 'insert');
    const rows = await templatesOf(
      database,
      this.#followed.model,
      ids.map(({ verificationId }) => verificationId),
    );
    const inserts = await this.#prepared(database, rows);
    // From here on without a pause: while we read, another call may have come further.
    for (const { seq, kind, verificationId } of changes.filter(isNew)) {
      if (kind === 'insert') inserts.get(verificationId)?.();
      if (kind === 'remove') this.#followed.index.remove(verificationId);
      this.#seq = seq;
    }
  }

  /** For each row what puts it into the index; nothing for one whose key is gone. */
  async #prepared(
    database: Database,
    rows: readonly StoredTemplate[],
  ): Promise<ReadonlyMap<string, () => void>> {
    const { index, holderOf } = this.#followed;
    const vectors = await this.#vectorsOf(database, rows);
    const inserts = new Map<string, () => void>();
    for (const row of rows) {
      const { verificationId, groups, deleteAfter } = row;
      const vector = vectors.get(verificationId);
      if (vector === undefined) continue;
      inserts.set(verificationId, () => {
        index.insert({
          verificationId,
          holder: holderOf(row),
          groups,
          expiresAtMs: deleteAfter.getTime(),
          vector,
        });
        wipe(vector);
      });
    }
    return inserts;
  }

  /** Opens them. One whose key is gone was deleted, or put under another key between the reading of its row and of its key. */
  async #vectorsOf(
    database: Database,
    rows: readonly StoredTemplate[],
  ): Promise<Map<string, Float32Array<ArrayBuffer>>> {
    const { sealed, model } = this.#followed;
    const vectors = await sealed.open(rows);
    const slotOf = new Map(rows.map(({ verificationId, slotId }) => [verificationId, slotId]));
    const closed = [...slotOf.keys()].filter((verificationId) => !vectors.has(verificationId));
    const again = await templatesOf(database, model, closed);
    const moved = again.filter(({ verificationId, slotId }) => slotOf.get(verificationId) !== slotId);
    if (moved.length === 0) return vectors;
    return new Map([...vectors, ...(await this.#vectorsOf(database, moved))]);
  }
}

import type { Database } from '../store/database.js';
import { type Model, type StoredTemplate, templatesAfter, templatesOf } from '../store/template-log.js';
import type { SealedTemplates } from './sealed-templates.js';
import type { IndexedTemplate } from './template-index.js';

export interface Opening {
  readonly model: Model;
  readonly sealed: SealedTemplates;
  /** Keyed hash of whose a template is. */
  readonly holderOf: (owner: Pick<StoredTemplate, 'subject' | 'verificationId'>) => string;
}

/** The stored templates of one model, decrypted; whoever gets a vector wipes it. One whose key is gone is left out. */
export class OpenedTemplates {
  readonly #opening: Opening;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  get model(): Model {
    return this.#opening.model;
  }

  /** Those of these verifications. */
  async of(database: Database, verificationIds: readonly string[]): Promise<readonly IndexedTemplate[]> {
    return this.#opened(database, await templatesOf(database, this.model, verificationIds));
  }

  /** The next ones by id.
   * @returns `last` null where there is none. */
  async after(
    database: Database,
    after: string,
    atMost: number,
  ): Promise<{ readonly templates: readonly IndexedTemplate[]; readonly last: string | null }> {
    const rows = await templatesAfter(database, this.model, after, atMost);
    return { templates: await this.#opened(database, rows), last: rows.at(-1)?.verificationId ?? null };
  }

  async #opened(database: Database, rows: readonly StoredTemplate[]): Promise<readonly IndexedTemplate[]> {
    const vectors = await this.#vectorsOf(database, rows);
    return rows.flatMap((row) => {
      const { verificationId, groups, deleteAfter } = row;
      const vector = vectors.get(verificationId);
      if (vector === undefined) return [];
      const holder = this.#opening.holderOf(row);
      return [{ verificationId, holder, groups, expiresAtMs: deleteAfter.getTime(), vector }];
    });
  }

  /** One whose key is gone was deleted, or put under another key between the reading of its row and of its key. */
  async #vectorsOf(
    database: Database,
    rows: readonly StoredTemplate[],
  ): Promise<Map<string, Float32Array<ArrayBuffer>>> {
    const { sealed, model } = this.#opening;
    const vectors = await sealed.open(rows);
    const slotOf = new Map(rows.map(({ verificationId, slotId }) => [verificationId, slotId]));
    const closed = [...slotOf.keys()].filter((verificationId) => !vectors.has(verificationId));
    const again = await templatesOf(database, model, closed);
    const moved = again.filter(({ verificationId, slotId }) => slotOf.get(verificationId) !== slotId);
    if (moved.length === 0) return vectors;
    return new Map([...vectors, ...(await this.#vectorsOf(database, moved))]);
  }
}

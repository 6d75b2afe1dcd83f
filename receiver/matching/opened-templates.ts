import { wipe } from '../../src/core/bytes.js';
import type { Database } from '../store/database.js';
import { type Model, type StoredTemplate, templatesAfter, templatesOf } from '../store/template-log.js';
import type { LeftOutCode } from './left-out.js';
import type { SealedTemplates } from './sealed-templates.js';
import { type IndexedTemplate, isIndexable } from './template-index.js';

export interface Opening {
  readonly model: Model;
  /** Numbers in a vector of the model. */
  readonly dim: number;
  readonly sealed: SealedTemplates;
  /** Keyed hash of whose a template is. */
  readonly holderOf: (owner: Pick<StoredTemplate, 'subject' | 'verificationId'>) => string;
  /** Told once of each template that is damaged. */
  readonly noteLeftOut: (verificationId: string, code: LeftOutCode) => void;
}

/** The stored templates of one model, decrypted; whoever gets a vector wipes it. One whose key is gone is left out, and one that is
 * damaged: it must not keep the others from being searched, nor what is due from being deleted. */
export class OpenedTemplates {
  readonly #opening: Opening;
  readonly #leftOut = new Set<string>();

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
      if (vector === undefined || !this.#isSound(verificationId, vector)) return [];
      const holder = this.#opening.holderOf(row);
      return [{ verificationId, holder, groups, expiresAtMs: deleteAfter.getTime(), vector }];
    });
  }

  #isSound(verificationId: string, vector: Float32Array): boolean {
    if (isIndexable(vector, this.#opening.dim)) return true;
    wipe(vector);
    this.#leaveOut(verificationId, 'template.no_direction');
    return false;
  }

  #leaveOut(verificationId: string, code: LeftOutCode): void {
    if (this.#leftOut.has(verificationId)) return;
    this.#leftOut.add(verificationId);
    this.#opening.noteLeftOut(verificationId, code);
  }

  /** One whose key is gone was deleted, or put under another key between the reading of its row and of its key. */
  async #vectorsOf(
    database: Database,
    rows: readonly StoredTemplate[],
  ): Promise<Map<string, Float32Array<ArrayBuffer>>> {
    const { sealed, model } = this.#opening;
    const vectors = await sealed.open(rows, (id) => this.#leaveOut(id, 'template.unopened'));
    const slotOf = new Map(rows.map(({ verificationId, slotId }) => [verificationId, slotId]));
    const closed = [...slotOf.keys()].filter((verificationId) => !vectors.has(verificationId));
    const again = await templatesOf(database, model, closed);
    const moved = again.filter(({ verificationId, slotId }) => slotOf.get(verificationId) !== slotId);
    if (moved.length === 0) return vectors;
    return new Map([...vectors, ...(await this.#vectorsOf(database, moved))]);
  }
}

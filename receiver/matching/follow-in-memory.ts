import { wipe } from '../../src/core/bytes.js';
import type { Database } from '../store/database.js';
import { insertedIn, newestChange, type TemplateChange } from '../store/template-log.js';
import type { ExactIndex } from './exact.js';
import type { FollowingIndex } from './follow.js';
import type { OpenedTemplates } from './opened-templates.js';
import type { IndexedTemplate } from './template-index.js';

/** Templates that are decrypted at once when the index is filled. */
const BATCH = 1_000;

/** An index in memory, which holds a copy of every template. */
export class InMemory implements FollowingIndex {
  readonly #index: Pick<ExactIndex, 'insert' | 'remove'>;
  readonly #opened: OpenedTemplates;

  constructor(index: Pick<ExactIndex, 'insert' | 'remove'>, opened: OpenedTemplates) {
    this.#index = index;
    this.#opened = opened;
  }

  async fill(database: Database): Promise<number> {
    // Before the templates: what changes meanwhile is read again, which does no harm.
    const seq = await newestChange(database);
    for (let after = ''; ; ) {
      const { templates, last } = await this.#opened.after(database, after, BATCH);
      for (const template of templates) this.#insert(template);
      if (last === null) return seq;
      after = last;
    }
  }

  async prepare(
    database: Database,
    changes: readonly TemplateChange[],
  ): Promise<(change: TemplateChange) => void> {
    const opened = await this.#opened.of(database, insertedIn(changes));
    const byId = new Map(opened.map((template) => [template.verificationId, template]));
    return ({ kind, verificationId }) => {
      if (kind === 'insert') this.#insert(byId.get(verificationId));
      if (kind === 'remove') this.#index.remove(verificationId);
    };
  }

  #insert(template: IndexedTemplate | undefined): void {
    if (template === undefined) return;
    this.#index.insert(template);
    wipe(template.vector);
  }
}

import type { Locale } from '../src/core/types.js';
import type { KeyRing } from './keys/key-ring.js';
import type { Transforms } from './keys/matrices.js';
import type { Secrets } from './keys/secrets.js';
import type { CountPost, PostLimit } from './limits.js';
import type { Matcher } from './matching/matcher.js';
import type { SealedTemplates } from './matching/sealed-templates.js';
import type { IndexedTemplate } from './matching/template-index.js';
import type { Openers } from './openers/openers.js';
import type { ReceiverConfig } from './options.js';
import type { Storage } from './storage.js';
import type { Database } from './store/database.js';
import type { Erasing } from './store/erasure.js';
import type { ThreeOperators } from './three-operators/three-operators.js';

/** What every route works with. */
export interface ReceiverContext {
  readonly config: ReceiverConfig;
  readonly keyRing: KeyRing;
  readonly openers: Openers;
  readonly secrets: Secrets;
  readonly storage: Storage;
  /** The storage's. */
  readonly database: Database;
  readonly posts: PostLimit;
  /** What {@link posts} counts with: in the database, where other receivers may share it. */
  readonly countPost: CountPost;
  readonly matcher: Matcher;
  readonly templates: SealedTemplates;
  /** Stores, in the transaction that stores a template, what an index in the database holds of it. */
  readonly enterIndex: (transaction: Database, template: IndexedTemplate) => Promise<void>;
  readonly transforms: Transforms;
  readonly erasing: Erasing;
  /** Who compares in this receiver's place; null: it does itself. */
  readonly three: ThreeOperators | null;
  /** Told how many templates a newcomer is compared with, whenever that may have changed. */
  readonly noteGallery: (templates: number) => void;
  /** Hash of the notice that is served now, by locale. */
  readonly noticeHashes: ReadonlyMap<Locale, string>;
}

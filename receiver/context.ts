import type { Locale } from '../src/core/types.js';
import type { KeyRing } from './keys/key-ring.js';
import type { Secrets } from './keys/secrets.js';
import type { PostLimit } from './limits.js';
import type { ReceiverConfig } from './options.js';
import type { Storage } from './storage.js';
import type { Database } from './store/database.js';

/** What every route works with. */
export interface ReceiverContext {
  readonly config: ReceiverConfig;
  readonly keyRing: KeyRing;
  readonly secrets: Secrets;
  readonly storage: Storage;
  /** The storage's. */
  readonly database: Database;
  readonly posts: PostLimit;
  /** Hash of the notice that is served now, by locale. */
  readonly noticeHashes: ReadonlyMap<Locale, string>;
}

import { sha256, toBase64Url, utf8 } from '../core/bytes.js';
import type { Database } from './schema.js';

/** Whose the things in this browser are: one seller's at one receiver. */
export interface Principal {
  /** Absolute address without a closing slash. */
  readonly endpoint: string;
  /** The marketplace's own id of the seller. Without one nobody can tell two sellers of this browser apart: then what is
   * kept belongs to this tab, until it is closed. */
  readonly subject: string | undefined;
}

const KEY = 'candor.tab';

/** Where even the tab's own storage is refused, or keeps nothing: the page, until it is reloaded. */
let page: string | undefined;

/** As much of the tab's own storage as is used. */
interface TabStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** The tab's own mark, a random id that survives a reload and ends with the tab. */
function tabMark(): string {
  try {
    const { sessionStorage } = globalThis as { readonly sessionStorage?: TabStorage };
    const mark = sessionStorage === undefined ? null : markIn(sessionStorage);
    if (mark !== null) return mark;
  } catch {
    // Refused: as in a worker, which has none.
  }
  page ??= crypto.randomUUID();
  return page;
}

/** Null where it says that it keeps the mark, and does not. */
function markIn(storage: TabStorage): string | null {
  if (storage.getItem(KEY) === null) storage.setItem(KEY, crypto.randomUUID());
  return storage.getItem(KEY);
}

/** The owner as the database knows it: SHA-256 over its own salt, so that it names nobody and matches nothing elsewhere. */
export async function ownerIn(database: Database, { endpoint, subject }: Principal): Promise<string> {
  const salt = await database.get('meta', 'salt');
  if (salt === undefined) throw new Error('the vault has no salt');
  const who = subject === undefined ? { tab: tabMark() } : { subject };
  const text = utf8(JSON.stringify([endpoint, who]));
  const salted = new Uint8Array(salt.length + text.length);
  salted.set(salt);
  salted.set(text, salt.length);
  return toBase64Url(await sha256(salted));
}

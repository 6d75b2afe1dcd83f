import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What the browser may keep for the seller, after consent only: nothing depends on it (requirement B-14). Records are
 * stored as they came: the vault does not look into a receipt or an envelope. */
export interface VaultSchema extends DBSchema {
  receipts: { key: string; value: unknown };
  outbox: { key: string; value: unknown };
  clips: { key: string; value: StoredClip };
}

export interface StoredClip {
  readonly blob: Blob;
  readonly mimeType: string;
  readonly durationMs: number;
}

export type Database = IDBPDatabase<VaultSchema>;

const NAME = 'candor';
const VERSION = 1;
/** Storage that does not answer (a blocked upgrade, a stuck private mode) must not hold up a verification, ms. */
const PATIENCE_MS = 3_000;

export interface Storage {
  /** Runs `work` on the database, which is opened on first use; `fallback` when storage is missing, refuses or hangs. */
  use<T>(work: (database: Database) => Promise<T>, fallback: T): Promise<T>;
}

export function openStorage(name: string = NAME): Storage {
  let opening: Promise<Database> | undefined;
  /** Lets go of a connection that is of no use any more; the next use opens a new one. */
  const letGo = (): void => {
    opening?.then((database) => database.close()).catch(() => {});
    opening = undefined;
  };
  const open = (): Promise<Database> => {
    opening ??= openDB<VaultSchema>(name, VERSION, {
      upgrade(database) {
        for (const store of ['receipts', 'outbox', 'clips'] as const) database.createObjectStore(store);
      },
      // Another tab has a newer version: it should not have to wait for this one.
      blocking: letGo,
      terminated: letGo,
    });
    return opening;
  };
  return {
    async use(work, fallback) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tooLate = new Promise<typeof fallback>((resolve) => {
        timer = setTimeout(resolve, PATIENCE_MS, fallback);
      });
      try {
        return await Promise.race([open().then(work), tooLate]);
      } catch {
        letGo();
        return fallback;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

import { type OpenDBCallbacks, openDB } from 'idb';
import { upgrade, VERSION } from './migrations.js';
import { VAULT_NAME } from './name.js';
import type { Database, VaultSchema } from './schema.js';
import { sealOlderClips } from './seal-older.js';

/** Storage that does not answer (a blocked upgrade, a stuck private mode) must not hold up a verification, ms. Nobody waits for it
 * twice: until it has answered, it refuses at once. */
const PATIENCE_MS = 3_000;

/** @param wanted - aborts when it took too long: nothing may be written after that. */
export type Work<T> = (database: Database, wanted: AbortSignal) => Promise<T>;

export interface Storage {
  /** Runs `work` on the database, which is made where there is none; `fallback` when storage is missing, refuses or hangs.
   * `work` runs again where another tab's upgrade closed the database under it. */
  use<T>(work: Work<T>, fallback: T): Promise<T>;
  /** As {@link use}, but makes nothing.
   * @param none - where there is no database: then there is nothing to look at.
   * @param unseen - where this page may see none. */
  look<T>(work: Work<T>, fallback: T, none?: T, unseen?: T): Promise<T>;
}

/** How long the list of databases is waited for, ms: some engines never give it. */
const LIST_PATIENCE_MS = 1_000;

/** Whether there is a database. An engine that cannot list them, or does not, is taken to have one. */
async function exists(name: string): Promise<boolean> {
  if (globalThis.indexedDB === undefined) return false;
  if (indexedDB.databases === undefined) return true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), LIST_PATIENCE_MS);
  });
  try {
    const listed = await Promise.race([indexedDB.databases(), tooLate]);
    return listed === null || listed.some((database) => database.name === name);
  } finally {
    clearTimeout(timer);
  }
}

type Opening = Promise<Database>;

interface Connections {
  open(): Opening;
  isOpen(): boolean;
  /** Lets go of a connection that is of no use any more; the next use opens a new one. */
  letGo(of: Opening): void;
}

function connections(name: string): Connections {
  let current: Opening | undefined;
  const letGo = (of: Opening): void => {
    of.then((database) => database.close()).catch(() => {});
    // Another one that met the same end may have opened the next already.
    if (current === of) current = undefined;
  };
  const start = (): Opening => {
    const lost = (): void => letGo(opening);
    // Another tab has a newer version: it should not have to wait for this one.
    const opening: Opening = openAny(name, { blocking: lost, terminated: lost });
    return opening;
  };
  return {
    open: () => {
      current ??= start();
      return current;
    },
    isOpen: () => current !== undefined,
    letGo,
  };
}

type Callbacks = Pick<OpenDBCallbacks<VaultSchema>, 'blocking' | 'terminated'>;

async function openAny(name: string, callbacks: Callbacks): Opening {
  try {
    const database = await openDB<VaultSchema>(name, VERSION, { ...callbacks, upgrade });
    // What cannot be read to be sealed is no reason to keep nothing: nobody is shown it.
    await sealOlderClips(database).catch(() => {});
    return database;
  } catch (thrown) {
    if (!isCalled(thrown, 'VersionError')) throw thrown;
    // Made by a newer script, in another tab: it has all that this one knows (migrations.ts).
    return openDB<VaultSchema>(name, undefined, callbacks);
  }
}

function isCalled(thrown: unknown, ...names: readonly string[]): boolean {
  return thrown instanceof DOMException && names.includes(thrown.name);
}

export function openStorage(name: string = VAULT_NAME): Storage {
  const connection = connections(name);
  const patiently = patience();
  const once = async <T>(work: Work<T>, wanted: AbortSignal): Promise<T> => {
    const opening = connection.open();
    try {
      const database = await opening;
      wanted.throwIfAborted();
      return await work(database, wanted);
    } catch (thrown) {
      connection.letGo(opening);
      throw thrown;
    }
  };
  const run = <T>(work: Work<T>, wanted: AbortSignal): Promise<T> =>
    once(work, wanted).catch((thrown: unknown) => {
      wanted.throwIfAborted();
      // The connection was closed while it was used: by an upgrade in another tab, or by the browser.
      if (isCalled(thrown, 'InvalidStateError', 'AbortError')) return once(work, wanted);
      throw thrown;
    });
  return {
    use: (work, fallback) => patiently((wanted) => run(work, wanted)).catch(() => fallback),
    look: (work, fallback, none = fallback, unseen = none) =>
      patiently(async (wanted) =>
        connection.isOpen() || (await exists(name)) ? run(work, wanted) : none,
      ).catch((thrown: unknown) => (isCalled(thrown, 'SecurityError') ? unseen : fallback)),
  };
}

type Patiently = <T>(work: (wanted: AbortSignal) => Promise<T>) => Promise<T>;

/** @returns what throws what the work throws, or that it took too long, or that what was asked before is still without an answer. */
function patience(): Patiently {
  let unanswered = 0;
  const giveUpOn = (running: Promise<unknown>): void => {
    unanswered += 1;
    const answered = (): void => {
      unanswered -= 1;
    };
    running.then(answered, answered);
  };
  return async (work) => {
    if (unanswered > 0) throw new Error('the storage has not answered yet');
    const waiting = new AbortController();
    const running = work(waiting.signal);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const reason = new Error(`the storage did not answer for ${PATIENCE_MS} ms`);
        waiting.abort(reason);
        giveUpOn(running);
        reject(reason);
      }, PATIENCE_MS);
    });
    try {
      return await Promise.race([running, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  };
}

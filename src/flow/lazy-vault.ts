import type { Vault } from '../vault/vault.js';

/** How long the first use waits for the storage's code, ms. Nothing depends on storage, so nobody waits for it twice. */
const PATIENCE_MS = 4_000;

/** Where there is nothing: no storage, or nothing kept in it. */
const NO_STORAGE: Vault = {
  keepEnvelope: async () => false,
  stateOf: async () => 'gone',
  dropEnvelope: async () => {},
  dropEnvelopes: async () => true,
  lookBack: async () => ({ waiting: null, sent: [] }),
  lookAt: async () => ({ waiting: null, sent: [], isReleased: false }),
  noteSent: async () => {},
  sent: async () => [],
  forgetSent: async () => {},
  keepReceipt: async () => false,
  receiptOf: async () => null,
  dropReceipt: async () => true,
  keepClip: async () => false,
  dropClip: async () => true,
  isReadable: async () => true,
  kept: async () => ({ receipts: [], clips: [] }),
  alone: (_sessionId, _signal, work) => work(),
};

/** Where something may be kept, and the code that would delete it has not arrived. */
const OUT_OF_REACH: Vault = {
  ...NO_STORAGE,
  stateOf: async () => 'unknown',
  dropEnvelopes: async () => false,
  dropClip: async () => false,
  dropReceipt: async () => false,
  isReadable: async () => false,
};

/** Whether this origin has the database. An engine that cannot tell may have it. */
async function exists(name: string): Promise<boolean> {
  // Where storage is blocked, some browsers throw at its very name.
  try {
    if (globalThis.indexedDB === undefined) return false;
    if (indexedDB.databases === undefined) return true;
    return (await indexedDB.databases()).some((database) => database.name === name);
  } catch {
    return false;
  }
}

/** The same where it takes its time. One that never answers may have it. */
async function mayExist(name: string): Promise<boolean> {
  let found = true;
  await patiently(
    exists(name).then((answer) => {
      found = answer;
    }),
  );
  return found;
}

/** Resolves when `work` has come to an end, whichever, or has taken too long. */
async function patiently(work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([work.catch(() => {}), tooLate]);
  clearTimeout(timer);
}

export interface LazyVault extends Vault {
  /** Resolves when its code is there, or is not waited for any more. */
  ready(): Promise<void>;
}

/** A vault whose code is fetched with its first use; for looking and deleting, only where there is something. It is fetched
 * once, and waited for once: whoever comes after that has it if it has arrived meanwhile, and else goes on without. */
export function lazyVault(load: () => Promise<Vault>, name: string): LazyVault {
  let arrived: Vault | undefined;
  let first: Promise<void> | undefined;
  const ready = (): Promise<void> => {
    first ??= patiently(
      load().then((vault) => {
        arrived = vault;
      }),
    );
    return first;
  };
  const open = async (): Promise<Vault> => {
    await ready();
    return arrived ?? OUT_OF_REACH;
  };
  const look = async (): Promise<Vault> =>
    first !== undefined || (await mayExist(name)) ? open() : NO_STORAGE;
  return {
    ready,
    keepEnvelope: async (waiting) => (await open()).keepEnvelope(waiting),
    stateOf: async (sessionId) => (await look()).stateOf(sessionId),
    dropEnvelope: async (sessionId) => (await look()).dropEnvelope(sessionId),
    dropEnvelopes: async () => (await look()).dropEnvelopes(),
    lookBack: async (stated) => (await look()).lookBack(stated),
    lookAt: async (stated) => (await look()).lookAt(stated),
    noteSent: async (sent, submitBy) => (await open()).noteSent(sent, submitBy),
    sent: async () => (await look()).sent(),
    forgetSent: async (sessionId) => (await look()).forgetSent(sessionId),
    keepReceipt: async (sessionId, receipt) => (await open()).keepReceipt(sessionId, receipt),
    receiptOf: async (sessionId) => (await look()).receiptOf(sessionId),
    dropReceipt: async (receipt, sessions) => (await look()).dropReceipt(receipt, sessions),
    keepClip: async (of, clip, now) => (await open()).keepClip(of, clip, now),
    dropClip: async (sessionId) => (await look()).dropClip(sessionId),
    isReadable: async () => (await look()).isReadable(),
    kept: async (stated) => (await look()).kept(stated),
    alone: async (sessionId, signal, work) => (await open()).alone(sessionId, signal, work),
  };
}

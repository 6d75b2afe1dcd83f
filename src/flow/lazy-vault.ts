import type { Vault } from '../vault/vault.js';

/** Where even the storage's code does not arrive. */
const NO_STORAGE: Vault = {
  keepEnvelope: async () => false,
  isReleased: async () => false,
  hasEnvelope: async () => false,
  dropEnvelope: async () => {},
  dropEnvelopes: async () => {},
  lookBack: async () => ({ waiting: null, sent: [] }),
  lookAt: async () => ({ waiting: null, sent: [], isReleased: false }),
  noteSent: async () => {},
  sent: async () => [],
  forgetSent: async () => {},
  keepReceipt: async () => false,
  receiptOf: async () => null,
  dropReceipt: async () => {},
  keepClip: async () => false,
  dropClip: async () => true,
  dropClips: async () => true,
  kept: async () => ({ receipts: [], clips: [] }),
  alone: (_sessionId, _signal, work) => work(),
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

/** A vault whose code is fetched with its first use; for looking and deleting, only where there is something. */
export function lazyVault(load: () => Promise<Vault>, name: string): Vault {
  let loading: Promise<Vault> | undefined;
  const open = (): Promise<Vault> => {
    loading ??= load().catch(() => {
      // Whoever asks next may be luckier.
      loading = undefined;
      return NO_STORAGE;
    });
    return loading;
  };
  const look = async (): Promise<Vault> =>
    loading !== undefined || (await exists(name)) ? open() : NO_STORAGE;
  return {
    keepEnvelope: async (waiting) => (await open()).keepEnvelope(waiting),
    isReleased: async (sessionId) => (await look()).isReleased(sessionId),
    hasEnvelope: async (sessionId) => (await look()).hasEnvelope(sessionId),
    dropEnvelope: async (sessionId) => (await look()).dropEnvelope(sessionId),
    dropEnvelopes: async () => (await look()).dropEnvelopes(),
    lookBack: async (stated) => (await look()).lookBack(stated),
    lookAt: async (stated) => (await look()).lookAt(stated),
    noteSent: async (sent, submitBy) => (await open()).noteSent(sent, submitBy),
    sent: async () => (await look()).sent(),
    forgetSent: async (sessionId) => (await look()).forgetSent(sessionId),
    keepReceipt: async (sessionId, receipt) => (await open()).keepReceipt(sessionId, receipt),
    receiptOf: async (sessionId) => (await look()).receiptOf(sessionId),
    dropReceipt: async (verificationId) => (await look()).dropReceipt(verificationId),
    keepClip: async (sessionId, clip, now) => (await open()).keepClip(sessionId, clip, now),
    dropClip: async (sessionId) => (await look()).dropClip(sessionId),
    dropClips: async () => (await look()).dropClips(),
    kept: async (stated) => (await look()).kept(stated),
    alone: async (sessionId, signal, work) => (await open()).alone(sessionId, signal, work),
  };
}

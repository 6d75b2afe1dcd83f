import type { Clip } from '../core/capture.js';
import type { Receipt } from '../envelope/receipt.js';
import { keepSealed, keptClip } from './clips.js';
import { openStorage, type Storage } from './idb.js';
import { ownedBy, sweep } from './owned.js';
import { ownerIn, type Principal } from './owner.js';
import type { Owned, StoredEnvelope } from './schema.js';
import type {
  ClipOf,
  EnvelopeState,
  KeptThings,
  LeftBehind,
  LookedAt,
  SentSession,
  WaitingEnvelope,
} from './things.js';
import type { WithdrawnReceipt } from './with-receipt.js';

export type * from './things.js';

/** What one seller keeps in this browser. Storage may be missing or refuse: every method resolves, at worst with
 * nothing. Nothing of another owner is given, changed or deleted, except what is past its time, and what a receipt
 * proves to be its holder's. */
export interface Vault {
  /** The seller has pressed send. False when the browser would not keep it. */
  keepEnvelope(waiting: WaitingEnvelope): Promise<boolean>;
  stateOf(sessionId: string): Promise<EnvelopeState>;
  /** Deletes every envelope of this owner. False when one may still be there. */
  dropEnvelopes(): Promise<boolean>;
  dropEnvelope(sessionId: string): Promise<void>;
  /** What is left of earlier visits; from now on none of it goes out without another press. Deletes whatever is past its
   * time, whoever's it is.
   * @param stated - the receiver's time; null where it has stated none, and then nothing is past its time. */
  lookBack(stated: Date | null): Promise<LeftBehind>;
  /** As {@link lookBack}, but takes no press back: whoever only looks has not said that nothing goes out. */
  lookAt(stated: Date | null): Promise<LookedAt>;
  /** Before the first delivery: from now on it may have arrived.
   * @param submitBy - in the receiver's time, whatever the device believes: the note's end goes by it. */
  noteSent(sent: SentSession, submitBy: string): Promise<void>;
  sent(): Promise<readonly SentSession[]>;
  forgetSent(sessionId: string): Promise<void>;
  /** The answer has come: the receipt takes the place of the envelope. False when the browser would not keep it. */
  keepReceipt(sessionId: string, receipt: Receipt): Promise<boolean>;
  receiptOf(sessionId: string): Promise<Receipt | null>;
  /** With all clips of its agreement, whoever's they are in this browser: the receipt proves that they are its holder's.
   * False when something of it may still be there.
   * @param sessions - of this owner, whose clips go too. */
  dropReceipt(receipt: WithdrawnReceipt, sessions?: readonly string[]): Promise<boolean>;
  /** Encrypted, for 30 days; without a subject, for one. False when the browser would not keep it.
   * @param now - in the receiver's time. */
  keepClip(of: ClipOf, clip: Clip, now: Date): Promise<boolean>;
  /** False when it may still be there: then nobody may say that it is gone. */
  dropClip(sessionId: string): Promise<boolean>;
  /** False where there is storage and it does not answer: then "nothing" from any other method may be something all the same. */
  isReadable(): Promise<boolean>;
  /** Deletes whatever is past its time, as {@link lookBack} does. */
  kept(stated: Date | null): Promise<KeptThings>;
  /** One tab at a time, where the browser has locks and gives them. @throws what `work` throws, or the signal's reason. */
  alone<T>(sessionId: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
}

/** As a service worker sees it. */
export interface WorkerVault extends Vault {
  /** The envelopes that are `released`. */
  released(): Promise<readonly WaitingEnvelope[]>;
}

const DAY_MS = 86_400_000;
/** How long it is remembered that something may have arrived: longer than a receiver keeps a session. */
const SENT_DAYS = 365;

/** The vault of one seller at one receiver. Nothing is opened before the first call. */
export function createVault(principal: Principal, storage: Storage = openStorage()): WorkerVault {
  const own = ownedBy(principal, storage);
  const tidy = async (stated: Date | null): Promise<void> => {
    if (stated !== null) await storage.look((database) => sweep(database, principal, stated), undefined);
  };
  const outbox = async (): Promise<readonly StoredEnvelope[]> =>
    (await own.all('outbox')).map(({ value }) => value).sort((a, b) => b.submitBy.localeCompare(a.submitBy));
  const lookAt = async (stated: Date | null): Promise<LookedAt> => {
    await tidy(stated);
    const waiting = await outbox();
    const [newest] = waiting;
    return {
      waiting: newest === undefined ? null : unmarked(newest),
      isReleased: waiting.some(({ released }) => released === true),
      sent: (await own.all('sent')).map(({ value }) => value),
    };
  };
  return {
    keepEnvelope: (waiting) =>
      own.put('outbox', waiting.envelope.header.sessionId, Date.parse(waiting.submitBy), {
        ...waiting,
        released: true,
      }),
    stateOf: async (sessionId) => stateOf(await own.find('outbox', sessionId)),
    released: async () =>
      (await own.all('outbox')).flatMap(({ value }) => (value.released === true ? [unmarked(value)] : [])),
    dropEnvelopes: () => own.clear('outbox'),
    dropEnvelope: async (sessionId) => void (await own.drop('outbox', sessionId)),
    lookBack: async (stated) => {
      const { waiting, sent } = await lookAt(stated);
      for (const one of await outbox()) {
        const { sessionId } = one.envelope.header;
        await own.put('outbox', sessionId, Date.parse(one.submitBy), unmarked(one));
      }
      return { waiting, sent };
    },
    lookAt,
    noteSent: async (sent, submitBy) => {
      await own.put('sent', sent.sessionId, Date.parse(submitBy) + SENT_DAYS * DAY_MS, sent);
    },
    sent: async () => (await own.all('sent')).map(({ value }) => value),
    forgetSent: async (sessionId) => void (await own.drop('sent', sessionId)),
    keepReceipt: async (sessionId, receipt) => {
      const { verificationId, deleteAfter } = receipt.outcome;
      const until = Date.parse(deleteAfter);
      const replaced = { stores: ['sent', 'outbox'], key: sessionId } as const;
      if (await own.put('receipts', verificationId, until, { receipt, sessionId }, replaced)) return true;
      // It stays in this page. What it answers does not wait for an answer any more.
      for (const store of replaced.stores) await own.drop(store, sessionId);
      return false;
    },
    receiptOf: async (sessionId) =>
      (await own.all('receipts')).find(({ value }) => value.sessionId === sessionId)?.value.receipt ?? null,
    dropReceipt: (receipt, sessions = []) => own.dropWith(receipt, sessions),
    keepClip: (of, clip, now) => own.inTurn(() => keepSealed(principal, storage, { ...of, clip, now })),
    dropClip: (sessionId) => own.drop('clips', sessionId),
    isReadable: () =>
      storage.look(async (database) => (await ownerIn(database, principal)) !== '', false, true),
    kept: async (stated) => {
      await tidy(stated);
      const receipts = (await own.all('receipts')).map(({ value }) => value);
      const clips = (await own.all('clips')).map(async (owned) => {
        const key = await own.get('clipKeys', owned.value.sessionId);
        return keptClip(owned, key?.value ?? null);
      });
      return { receipts, clips: await Promise.all(clips) };
    },
    alone,
  };
}

function stateOf(found: Owned<StoredEnvelope> | null | 'unknown'): EnvelopeState {
  if (found === 'unknown') return 'unknown';
  if (found === null) return 'gone';
  return found.value.released === true ? 'released' : 'held';
}

function unmarked({ released: _, ...waiting }: StoredEnvelope): WaitingEnvelope {
  return waiting;
}

async function alone<T>(sessionId: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  if (locks === undefined) return work();
  let begun = false;
  const once = (): Promise<T> => {
    begun = true;
    return work();
  };
  try {
    // Under the session's random id, which other owners' pages do not know.
    return await locks.request(`candor.${sessionId}`, { signal }, once);
  } catch (thrown) {
    if (begun || signal.aborted) throw thrown;
    // The lock itself was refused: site data is blocked, the origin is opaque, the document no longer active.
    return work();
  }
}

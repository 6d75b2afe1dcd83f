import { asCandorError, CandorError } from '../core/errors.js';
import { callHost } from '../core/host-call.js';
import type { Receipt } from '../core/record.js';
import { unreachable } from '../core/unreachable.js';
import type { DeskPorts } from './desk-ports.js';
import type { Desk, DeskCommand, DeskState, HeldThere, KeptHere } from './desk-state.js';
import { contest, deleteKept, type OpenDesk, read, withdraw } from './desk-work.js';
import { settle, undeliveredOf } from './left-behind.js';
import type { Aftermath } from './state.js';
import { takeOut } from './take-out.js';

/** Opens a desk. Without `asksAtOnce`, nothing is asked of a receiver before the seller asks for it. */
export function startDesk(ports: DeskPorts): Desk {
  const room = openRoom(ports);
  void list(room);
  return {
    getState: room.get,
    subscribe: room.subscribe,
    // While the receiver is asked there is nothing else to do: a second press is not a second request.
    send: (command) => {
      if (!isBusy(room.get())) void work(room, command);
    },
    takeOut: () => takeOut(ports, room.signal),
    destroy: room.close,
  };
}

/** What the desk remembers beside its state. */
interface Room {
  readonly ports: DeskPorts;
  readonly signal: AbortSignal;
  /** What became of what could not be delivered. */
  aftermath: Aftermath;
  held: Readonly<Record<string, HeldThere>>;
  get(): DeskState;
  set(next: DeskState): void;
  subscribe(listener: () => void): () => void;
  close(): void;
}

const EMPTY: DeskState = {
  kind: 'list',
  looking: true,
  kept: { receipts: [], clips: [], undelivered: null, readable: true },
  held: {},
  problem: null,
};

function openRoom(ports: DeskPorts): Room {
  let state: DeskState = EMPTY;
  const listeners = new Set<() => void>();
  const closed = new AbortController();
  return {
    ports,
    signal: closed.signal,
    aftermath: { kind: 'nothing-sent' },
    held: {},
    get: () => state,
    set: (next) => {
      if (closed.signal.aborted) return;
      state = next;
      for (const listener of [...listeners]) {
        // An earlier one may have taken it away, or ended the desk.
        if (listeners.has(listener)) callHost(listener);
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closed.abort(new DOMException('stopped', 'AbortError'));
      listeners.clear();
    },
  };
}

function isBusy(state: DeskState): boolean {
  if (state.kind !== 'open') return false;
  return state.step === 'reading' || state.step === 'withdrawing' || state.contest.kind === 'sending';
}

function work(room: Room, command: DeskCommand): Promise<void> | void {
  switch (command.type) {
    case 'open-file':
      return openFile(room, command.file);
    case 'open-kept':
      return openKept(room, command.verificationId);
    case 'delete-clip':
      return deleteClip(room, command.sessionId);
    case 'discard':
      return discard(room);
    case 'back':
      return back(room);
    case 'my-data':
    case 'contest':
    case 'withdraw':
    case 'confirm': {
      const state = room.get();
      if (state.kind === 'withdrawn' && command.type === 'withdraw')
        return deleteKept(room.ports, state, room.set);
      return state.kind === 'open' ? workOnOpen(room, state, command) : undefined;
    }
    default:
      return unreachable(command);
  }
}

type OpenCommand = Extract<DeskCommand, { readonly type: 'my-data' | 'contest' | 'withdraw' | 'confirm' }>;

function workOnOpen(room: Room, open: OpenDesk, command: OpenCommand): Promise<void> | void {
  const { ports, signal } = room;
  const set = (next: DeskState): void => {
    if (next.kind === 'open' && next.record !== null) remember(room, next.receipt, next.record);
    room.set(next);
  };
  switch (command.type) {
    case 'my-data':
      return read(ports, open, set, signal);
    case 'contest':
      return contest(ports, open, command.text, set, signal);
    case 'withdraw':
      return room.set({ ...open, step: 'confirming', problem: null });
    case 'confirm':
      return open.step === 'confirming' ? withdraw(ports, open, set, signal) : undefined;
    default:
      return unreachable(command);
  }
}

function remember(room: Room, receipt: Receipt, record: OpenDesk['record']): void {
  if (record === null) return;
  const { outcome } = receipt;
  room.held = { ...room.held, [outcome.verificationId]: { kind: 'known', record } };
  // Withdrawn on another device, or past its time: then nothing of it is kept here either.
  if (record.state !== 'stored') void room.ports.vault.dropReceipt(receipt);
}

function back(room: Room): Promise<void> | void {
  const state = room.get();
  const isAsked = state.kind === 'open' && state.step === 'confirming';
  return isAsked ? room.set({ ...state, step: 'idle' }) : list(room);
}

async function list(room: Room, problem: CandorError | null = null): Promise<void> {
  const { asksAtOnce, clock } = room.ports;
  const wasStated = clock.stated() !== null;
  const kept = await show(room, problem);
  if (kept === null || !asksAtOnce) return;
  await Promise.all(kept.receipts.map((receipt) => ask(room, receipt)));
  // The answers have said what time it is: what is over goes now.
  if (!wasStated && clock.stated() !== null && room.get().kind === 'list')
    await show(room, problem, kept.receipts);
}

/** @param inSight - stay in the list this once, kept or not: else a seller who has withdrawn elsewhere would read that there was nothing.
 * @returns null where the seller has opened one meanwhile. */
async function show(
  room: Room,
  problem: CandorError | null,
  inSight?: readonly Receipt[],
): Promise<KeptHere | null> {
  const before = room.get();
  const found = await keptHere(room);
  const kept = inSight ? { ...found, receipts: inSight } : found;
  if (room.get() !== before && room.get().kind === 'open') return null;
  room.set({ kind: 'list', looking: false, kept, held: room.held, problem });
  return kept;
}

async function keptHere({ ports, aftermath }: Room): Promise<KeptHere> {
  const stated = ports.clock.stated();
  const [{ receipts, clips }, readable] = await Promise.all([
    ports.vault.kept(stated),
    ports.vault.isReadable(),
  ]);
  const undelivered =
    ports.endpoint === null
      ? null
      : undeliveredOf({ left: await ports.vault.lookAt(stated), aftermath, deleting: false, stated });
  return { receipts: receipts.map(({ receipt }) => receipt), clips, undelivered, readable };
}

/** Once for each receipt; again after a failure, when the list is shown anew. */
async function ask(room: Room, receipt: Receipt): Promise<void> {
  const { endpoint, outcome } = receipt;
  const { verificationId } = outcome;
  const known = room.held[verificationId]?.kind;
  if (known === 'asking' || known === 'known') return;
  note(room, receipt, { kind: 'asking' });
  try {
    const record = await room.ports.transport(endpoint).read(outcome, room.signal);
    remember(room, receipt, record);
    note(room, receipt, { kind: 'known', record });
  } catch (thrown) {
    note(room, receipt, { kind: 'unknown', error: asCandorError(thrown) });
  }
}

function note(room: Room, { outcome }: Receipt, held: HeldThere): void {
  room.held = { ...room.held, [outcome.verificationId]: held };
  const state = room.get();
  if (state.kind === 'list') room.set({ ...state, held: room.held });
}

async function openFile(room: Room, file: Blob): Promise<void> {
  try {
    const { read: readReceipt, maxBytes } = room.ports;
    if (file.size > maxBytes) throw new CandorError('receipt.invalid', { detail: 'size' });
    open(room, readReceipt(await file.text()));
  } catch (thrown) {
    await list(room, asCandorError(thrown, 'receipt.invalid'));
  }
}

function openKept(room: Room, wanted: string): void {
  const state = room.get();
  if (state.kind !== 'list') return;
  const receipt = state.kept.receipts.find(({ outcome }) => outcome.verificationId === wanted);
  if (receipt !== undefined) open(room, receipt);
}

function open(room: Room, receipt: Receipt): void {
  const held = room.held[receipt.outcome.verificationId];
  const record = held?.kind === 'known' ? held.record : null;
  const controller = room.ports.controller(receipt);
  const contested = { kind: 'none' } as const;
  room.set({ kind: 'open', receipt, controller, step: 'idle', record, contest: contested, problem: null });
}

async function deleteClip(room: Room, sessionId: string): Promise<void> {
  if (await room.ports.vault.dropClip(sessionId)) return list(room);
  // It may still be there: what is listed stays listed.
  const problem = new CandorError('storage.undeleted');
  const state = room.get();
  if (state.kind === 'list') room.set({ ...state, problem });
}

async function discard(room: Room): Promise<void> {
  const state = room.get();
  const { ports, signal } = room;
  if (state.kind !== 'list' || state.kept.undelivered === null || ports.endpoint === null) return;
  const { kind, since } = state.kept.undelivered;
  if (kind === 'deleting') return;
  room.set({ ...state, kept: { ...state.kept, undelivered: { kind: 'deleting', since } } });
  const before = room.aftermath;
  const settling = { vault: ports.vault, transport: ports.transport(ports.endpoint) };
  const { aftermath } = await settle(
    { ports: settling, sent: [], before, clips: [], delivered: 'goes' },
    signal,
  );
  room.aftermath = aftermath;
  await list(room);
}

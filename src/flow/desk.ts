import { asCandorError, CandorError } from '../core/errors.js';
import { callHost } from '../core/host-call.js';
import { unreachable } from '../core/unreachable.js';
import type { Vault } from '../vault/vault.js';
import type { Desk, DeskCommand, DeskState } from './desk-state.js';
import type { TransportPort } from './ports.js';
import type { VerificationReceipt } from './state.js';

export interface DeskPorts {
  /** Reads a receipt file. @throws `receipt.*` */
  read(file: string): VerificationReceipt;
  transport(endpoint: string): Pick<TransportPort, 'read' | 'withdraw'>;
  readonly vault: Vault;
  now(): Date;
  /** A file of more bytes is no receipt. */
  readonly maxBytes: number;
}

type Open = Extract<DeskState, { readonly kind: 'open' }>;

const EMPTY: DeskState = { kind: 'list', kept: { receipts: [], clips: [] }, problem: null };

/** Opens a desk. Nothing is asked of a receiver before the seller asks for it. */
export function startDesk(ports: DeskPorts): Desk {
  let state: DeskState = EMPTY;
  const listeners = new Set<() => void>();
  const closed = new AbortController();
  const set = (next: DeskState): void => {
    if (closed.signal.aborted) return;
    state = next;
    for (const listener of [...listeners]) callHost(listener);
  };
  const list = async (problem: CandorError | null = null): Promise<void> => {
    const kept = await ports.vault.kept(ports.now());
    set({ kind: 'list', kept: { ...kept, receipts: kept.receipts.map(({ receipt }) => receipt) }, problem });
  };
  const open = (receipt: VerificationReceipt): void =>
    set({ kind: 'open', receipt, step: 'idle', record: null, problem: null });
  const work = (command: DeskCommand): Promise<void> | void => {
    switch (command.type) {
      case 'open-file':
        return readFile(ports, command.file).then(open, (thrown: unknown) =>
          list(asCandorError(thrown, 'receipt.invalid')),
        );
      case 'open-kept':
        return openKept(state, command.verificationId, open);
      case 'my-data':
        return state.kind === 'open' ? read(ports, state, set, closed.signal) : undefined;
      case 'withdraw':
        return state.kind === 'open' ? set({ ...state, step: 'confirming', problem: null }) : undefined;
      case 'confirm':
        return state.kind === 'open' && state.step === 'confirming'
          ? withdraw(ports, state, set, closed.signal)
          : undefined;
      case 'back':
        return state.kind === 'open' && state.step === 'confirming'
          ? set({ ...state, step: 'idle' })
          : list();
      case 'delete-clip':
        return ports.vault.dropClip(command.sessionId).then(() => list());
      default:
        return unreachable(command);
    }
  };
  void list();
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    // While the receiver is asked there is nothing else to do: a second press is not a second request.
    send: (command) => {
      if (state.kind === 'open' && (state.step === 'reading' || state.step === 'withdrawing')) return;
      void work(command);
    },
    destroy: () => {
      closed.abort(new DOMException('stopped', 'AbortError'));
      listeners.clear();
    },
  };
}

async function readFile({ read, maxBytes }: DeskPorts, file: Blob): Promise<VerificationReceipt> {
  if (file.size > maxBytes) throw new CandorError('receipt.invalid', { detail: 'size' });
  return read(await file.text());
}

function openKept(state: DeskState, wanted: string, open: (receipt: VerificationReceipt) => void): void {
  if (state.kind !== 'list') return;
  const receipt = state.kept.receipts.find(({ outcome }) => outcome.verificationId === wanted);
  if (receipt !== undefined) open(receipt);
}

type Set = (next: DeskState) => void;

async function read(ports: DeskPorts, before: Open, set: Set, signal: AbortSignal): Promise<void> {
  const { receipt } = before;
  set({ ...before, step: 'reading', problem: null });
  try {
    const record = await ports.transport(receipt.endpoint).read(receipt.outcome, signal);
    set({ ...before, step: 'idle', record, problem: null });
  } catch (thrown) {
    set({ ...before, step: 'idle', problem: asCandorError(thrown) });
  }
}

/** The receiver first: what is kept here goes once it has confirmed. */
async function withdraw(ports: DeskPorts, before: Open, set: Set, signal: AbortSignal): Promise<void> {
  const { receipt } = before;
  set({ ...before, step: 'withdrawing', problem: null });
  try {
    const { verificationId, deletedAt } = await ports
      .transport(receipt.endpoint)
      .withdraw(receipt.outcome, signal);
    await ports.vault.dropReceipt(verificationId);
    set({ kind: 'withdrawn', verificationId, deletedAt });
  } catch (thrown) {
    set({ ...before, step: 'idle', problem: asCandorError(thrown) });
  }
}

import { asCandorError } from '../core/errors.js';
import type { DeskPorts } from './desk-ports.js';
import type { DeskState } from './desk-state.js';
import { withObjection } from './objected.js';

/** What the desk asks of the receiver with one receipt in hand. Each shows that it asks, and what came of it. */

export type OpenDesk = Extract<DeskState, { readonly kind: 'open' }>;
export type WithdrawnDesk = Extract<DeskState, { readonly kind: 'withdrawn' }>;
type Show = (next: DeskState) => void;

export async function read(
  ports: DeskPorts,
  before: OpenDesk,
  show: Show,
  signal: AbortSignal,
): Promise<void> {
  const { receipt } = before;
  show({ ...before, step: 'reading', problem: null });
  try {
    const record = await ports.transport(receipt.endpoint).read(receipt.outcome, signal);
    show({ ...before, step: 'idle', record, problem: null });
  } catch (thrown) {
    show({ ...before, step: 'idle', problem: asCandorError(thrown) });
  }
}

export async function contest(
  ports: DeskPorts,
  before: OpenDesk,
  text: string,
  show: Show,
  signal: AbortSignal,
): Promise<void> {
  const { receipt, record } = before;
  show({ ...before, contest: { kind: 'sending' }, problem: null });
  try {
    const { outcome } = receipt;
    const objection = await ports.transport(receipt.endpoint).contest(outcome, text, signal);
    const contested = { kind: 'received', objection } as const;
    show({ ...before, contest: contested, record: withObjection(record, text, objection), problem: null });
  } catch (thrown) {
    show({ ...before, problem: asCandorError(thrown) });
  }
}

/** The receiver first: what is kept here goes once it has confirmed. */
export async function withdraw(
  ports: DeskPorts,
  before: OpenDesk,
  show: Show,
  signal: AbortSignal,
): Promise<void> {
  const { receipt } = before;
  show({ ...before, step: 'withdrawing', problem: null });
  try {
    const { outcome } = receipt;
    const { state: _, ...deletion } = await ports.transport(receipt.endpoint).withdraw(outcome, signal);
    const clipsLeft = !(await ports.vault.dropReceipt(receipt));
    show({ kind: 'withdrawn', receipt, ...deletion, clipsLeft });
  } catch (thrown) {
    show({ ...before, step: 'idle', problem: asCandorError(thrown) });
  }
}

/** Again, where the storage did not say that it is gone. */
export async function deleteKept(ports: DeskPorts, before: WithdrawnDesk, show: Show): Promise<void> {
  if (before.clipsLeft) show({ ...before, clipsLeft: !(await ports.vault.dropReceipt(before.receipt)) });
}

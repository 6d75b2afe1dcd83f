import { fromPromise } from 'xstate';
import type { Receipt } from '../core/record.js';
import type { Objection } from '../envelope/review.js';
import type { Withdrawal } from '../envelope/stored-record.js';
import type { Outcome, StoredRecord } from '../envelope/wire.js';
import type { Ports } from './ports.js';

/** What a seller who has a receipt can ask of the receiver. */

export interface RecordInput {
  readonly ports: Ports;
  readonly outcome: Outcome;
}

export const readRecord = fromPromise<StoredRecord, RecordInput>(({ input, signal }) =>
  input.ports.transport.read(input.outcome, signal),
);

export interface WithdrawInput {
  readonly ports: Ports;
  readonly receipt: Receipt;
  /** Sessions of this visit whose clips go too, whatever agreement they were of. */
  readonly clips: readonly string[];
}

export interface Withdrawn {
  readonly withdrawal: Withdrawal;
  /** False: something of it may still be in this browser. */
  readonly isDeleted: boolean;
}

const deleteHere = ({ ports, receipt, clips }: WithdrawInput): Promise<boolean> =>
  ports.vault.dropReceipt(receipt, clips);

export const withdraw = fromPromise<Withdrawn, WithdrawInput>(async ({ input, signal }) => ({
  withdrawal: await input.ports.transport.withdraw(input.receipt.outcome, signal),
  isDeleted: await deleteHere(input),
}));

/** Again, where the storage did not say that it is gone. */
export const deleteKept = fromPromise<boolean, WithdrawInput>(({ input }) => deleteHere(input));

/** What was said, and the receiver's confirmation. */
export interface Contested {
  readonly text: string;
  readonly objection: Objection;
}

export interface ContestInput extends RecordInput {
  readonly text: string;
}

export const contest = fromPromise<Contested, ContestInput>(async ({ input, signal }) => {
  const { ports, outcome, text } = input;
  return { text, objection: await ports.transport.contest(outcome, text, signal) };
});

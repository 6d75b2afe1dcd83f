import { fromPromise } from 'xstate';
import type { Objection } from '../envelope/review.js';
import type { Outcome, StoredRecord, Withdrawal } from '../envelope/wire.js';
import type { Ports } from './ports.js';

/** What a seller who has a receipt can ask of the receiver. */

export interface RecordInput {
  readonly ports: Ports;
  readonly outcome: Outcome;
}

export const readRecord = fromPromise<StoredRecord, RecordInput>(({ input, signal }) =>
  input.ports.transport.read(input.outcome, signal),
);

export const withdraw = fromPromise<Withdrawal, RecordInput>(async ({ input, signal }) => {
  const withdrawal = await input.ports.transport.withdraw(input.outcome, signal);
  await input.ports.vault.dropReceipt(withdrawal.verificationId);
  return withdrawal;
});

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

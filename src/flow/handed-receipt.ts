import type { DoneReceipt, Receipt } from '../core/record.js';
import type { FlowState, ToldState } from './state.js';

/** What becomes of a receipt: the page learns what was decided, and the seller gets the file that can also withdraw. */

/** @param handsOver - the option `handOverToken`. */
export function handedReceipt(receipt: Receipt, handsOver: boolean): DoneReceipt {
  if (handsOver) return receipt;
  const { removalToken, ...outcome } = receipt.outcome;
  return { ...receipt, outcome };
}

/** The seller's own file, as every page and every desk writes it. */
export function receiptFile(receipt: Receipt): Blob {
  return new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: 'application/json' });
}

/** What a callback is told of a state: the seller's file goes only where their token does. */
export function toldState(state: FlowState): ToldState {
  if (state.kind !== 'done' || 'removalToken' in state.receipt.outcome) return state as ToldState<true>;
  const { receiptFile, ...told } = state;
  return told;
}

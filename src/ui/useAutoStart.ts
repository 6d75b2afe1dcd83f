import { useEffect } from 'react';
import type { FlowCommand, FlowState } from '../flow/state.js';

type Send = (command: FlowCommand) => void;

/** How often a start is tried that the flow did not take, ms: it takes none while nobody sees the widget. */
const EVERY_MS = 500;

/** Whether the seller is practising: what they were promised not to be recorded is not. */
export interface Practising {
  current: boolean;
}

/** Records as soon as the face is steady, somebody sees the widget and nobody practises. */
export function useAutoStart(isWanted: boolean, state: FlowState, send: Send, practising: Practising): void {
  const isReady = isWanted && state.kind === 'positioning' && state.ready;
  useEffect(() => (isReady ? startOnceSeen(send, practising) : undefined), [isReady, send, practising]);
}

/** Starts now, and again until the flow takes it.
 * @returns what gives up. */
export function startOnceSeen(send: Send, practising: Practising): () => void {
  const start = (): void => {
    if (!practising.current) send({ type: 'start' });
  };
  const timer = setInterval(start, EVERY_MS);
  start();
  return () => clearInterval(timer);
}

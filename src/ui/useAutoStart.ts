import { useEffect } from 'react';
import type { FlowCommand, FlowState } from '../flow/state.js';

type Send = (command: FlowCommand) => void;

/** How often a start is tried that the flow did not take, ms: it takes none while nobody sees the widget. */
const EVERY_MS = 500;

/** Records as soon as the face is steady and somebody sees the widget. */
export function useAutoStart(isWanted: boolean, state: FlowState, send: Send): void {
  const isReady = isWanted && state.kind === 'positioning' && state.ready;
  useEffect(() => (isReady ? startOnceSeen(send) : undefined), [isReady, send]);
}

/** Starts now, and again until the flow takes it.
 * @returns what gives up. */
export function startOnceSeen(send: Send): () => void {
  const start = (): void => send({ type: 'start' });
  const timer = setInterval(start, EVERY_MS);
  start();
  return () => clearInterval(timer);
}

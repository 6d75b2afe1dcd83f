import { useEffect } from 'react';
import type { FlowCommand, FlowState } from '../flow/state.js';

type Send = (command: FlowCommand) => void;

/** Records as soon as the face is steady and somebody sees the page. */
export function useAutoStart(isWanted: boolean, state: FlowState, send: Send): void {
  const isReady = isWanted && state.kind === 'positioning' && state.ready;
  useEffect(() => (isReady ? startOnceSeen(send) : undefined), [isReady, send]);
}

/** Starts now, and each time the page is seen again: on a page that nobody sees, the flow takes no start.
 * @returns what gives up. */
export function startOnceSeen(send: Send): () => void {
  const waiting = new AbortController();
  const { signal } = waiting;
  const start = (): void => send({ type: 'start' });
  document.addEventListener('visibilitychange', start, { signal });
  window.addEventListener('pageshow', start, { signal });
  start();
  return () => waiting.abort();
}

import { useCallback, useEffect, useState } from 'react';
import type { FlowCommand, FlowStateKind } from '../flow/state.js';

type Send = (command: FlowCommand) => void;

export interface HeldConsent {
  /** The seller has agreed, and the flow has not been told. */
  readonly isHeld: boolean;
  /** Takes every command of the seller's. */
  readonly send: Send;
  /** Tells the flow. */
  readonly release: () => void;
}

/** Holds the seller's yes until all is there that is shown after it: no camera is opened by a widget that could not show its
 * picture. Every other answer goes on at once, and takes it back. */
export function useHeldConsent(kind: FlowStateKind, send: Send): HeldConsent {
  const [held, hold] = useState<FlowCommand | null>(null);
  const isHeld = held !== null && kind === 'notice';
  const answer = useCallback<Send>(
    (command) => (command.type === 'consent' ? hold(command) : send(command)),
    [send],
  );
  const release = useCallback(() => {
    if (held === null) return;
    hold(null);
    send(held);
  }, [held, send]);
  useEffect(() => {
    if (kind !== 'notice') hold(null);
  }, [kind]);
  return { isHeld, send: answer, release };
}

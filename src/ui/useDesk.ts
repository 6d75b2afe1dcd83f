import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { asCandorError, type CandorError } from '../core/errors.js';
import type { Desk, DeskOptions, DeskState } from '../flow/desk-state.js';
import { type DeskScreens, deskScreens, deskWireUp } from './desk-screens.js';

export type Made =
  | { readonly kind: 'ready'; readonly desk: Desk; readonly screens: DeskScreens }
  | { readonly kind: 'failed'; readonly error: CandorError; readonly retry: () => void };

export interface UsedDesk {
  /** Null until its screens are there. */
  readonly made: Made | null;
  readonly state: DeskState | null;
}

/** One desk per mount, made in the browser; its screens are fetched with it. The options are read once. */
export function useDesk(options: DeskOptions): UsedDesk {
  const [made, setMade] = useState<Made | null>(null);
  const [attempt, setAttempt] = useState(0);
  const first = useRef(options);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is what runs the effect again.
  useEffect(() => {
    let desk: Desk | null = null;
    const leaving = new AbortController();
    const retry = (): void => setAttempt((before) => before + 1);
    Promise.all([deskScreens(leaving.signal), deskWireUp(leaving.signal)])
      .then(([screens, { createDesk }]) => {
        if (leaving.signal.aborted) return;
        desk = createDesk(first.current);
        setMade({ kind: 'ready', desk, screens });
      })
      .catch((thrown: unknown) => {
        if (leaving.signal.aborted) return;
        setMade({ kind: 'failed', error: asCandorError(thrown, 'config.invalid'), retry });
      });
    return () => {
      leaving.abort();
      desk?.destroy();
      setMade(null);
    };
  }, [attempt]);
  return { made, state: useDeskState(made) };
}

const noSubscription = (): (() => void) => () => {};

function useDeskState(made: Made | null): DeskState | null {
  const desk = made?.kind === 'ready' ? made.desk : null;
  return useSyncExternalStore(
    desk?.subscribe ?? noSubscription,
    () => desk?.getState() ?? null,
    () => null,
  );
}

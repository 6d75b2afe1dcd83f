import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { asCandorError, type CandorError } from '../core/errors.js';
import type { Desk, DeskOptions, DeskState } from '../flow/desk-state.js';

export type DeskScreens = typeof import('./desk/DeskScreens.js');

export type Made =
  | { readonly kind: 'ready'; readonly desk: Desk; readonly screens: DeskScreens }
  | { readonly kind: 'failed'; readonly error: CandorError };

export interface UsedDesk {
  /** Null until its screens are there. */
  readonly made: Made | null;
  readonly state: DeskState | null;
}

/** One desk per mount, made in the browser; its screens are fetched with it. The options are read once. */
export function useDesk(
  options: DeskOptions,
  fetchScreens: (signal: AbortSignal) => Promise<DeskScreens>,
): UsedDesk {
  const [made, setMade] = useState<Made | null>(null);
  const first = useRef({ options, fetchScreens });
  useEffect(() => {
    let desk: Desk | null = null;
    const leaving = new AbortController();
    const { options, fetchScreens } = first.current;
    fetchScreens(leaving.signal).then(
      (screens) => {
        if (leaving.signal.aborted) return;
        try {
          desk = screens.createDesk(options);
          setMade({ kind: 'ready', desk, screens });
        } catch (thrown) {
          setMade({ kind: 'failed', error: asCandorError(thrown, 'config.invalid') });
        }
      },
      (thrown: unknown) => {
        if (leaving.signal.aborted) return;
        setMade({ kind: 'failed', error: asCandorError(thrown, 'assets.load_failed') });
      },
    );
    return () => {
      leaving.abort();
      desk?.destroy();
      setMade(null);
    };
  }, []);
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

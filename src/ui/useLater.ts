import { useCallback, useEffect, useState } from 'react';
import { asCandorError, type CandorError } from '../core/errors.js';
import { later as fetchedLater } from '../core/later.js';
import type { FlowStateKind } from '../flow/state.js';

type LaterScreens = typeof import('./screens/later.js');

export type Later<Screens = LaterScreens> =
  | { readonly kind: 'unwanted' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly screens: Screens }
  | { readonly kind: 'failed'; readonly error: CandorError; readonly retry: () => void };

const laterScreens = fetchedLater<LaterScreens>(() => import('./screens/later.js'), import.meta.url);
const AFTER_CONSENT: readonly FlowStateKind[] = [
  'permission',
  'positioning',
  'recording',
  'review',
  'sending',
  'done',
  'withdrawn',
];

/** Fetches the later screens as soon as the seller has agreed, and for nobody else. */
export function useLater(kind: FlowStateKind): Later {
  return useFetched(laterScreens, AFTER_CONSENT.includes(kind));
}

type MyDataScreens = typeof import('./desk/MyData.js');
const myDataScreens = fetchedLater<MyDataScreens>(() => import('./desk/MyData.js'), import.meta.url);

/** Fetches "My data" when it is asked for. */
export function useMyData(wanted: boolean): Later<MyDataScreens> {
  return useFetched(myDataScreens, wanted);
}

function useFetched<Screens>(
  fetchScreens: (signal: AbortSignal) => Promise<Screens>,
  wanted: boolean,
): Later<Screens> {
  const [later, setLater] = useState<Later<Screens>>({ kind: 'unwanted' });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is what runs the effect again.
  useEffect(() => {
    if (!wanted) return;
    const leaving = new AbortController();
    setLater((before) => (before.kind === 'ready' ? before : { kind: 'loading' }));
    fetchScreens(leaving.signal).then(
      (screens) => setLater({ kind: 'ready', screens }),
      (thrown: unknown) => {
        if (leaving.signal.aborted) return;
        setLater({ kind: 'failed', error: asCandorError(thrown, 'assets.load_failed'), retry });
      },
    );
    return () => leaving.abort();
  }, [fetchScreens, wanted, attempt, retry]);
  return later;
}

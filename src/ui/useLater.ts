import { useEffect, useState } from 'react';
import { asCandorError, type CandorError } from '../core/errors.js';
import { later as fetchedLater } from '../core/later.js';
import type { FlowStateKind } from '../flow/state.js';
import { type DeskScreens, deskScreens } from './desk-screens.js';

type CaptureScreens = typeof import('./screens/later.js');
type LaterScreens = CaptureScreens & DeskScreens;

export type Later<Screens = LaterScreens> =
  | { readonly kind: 'unwanted' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly screens: Screens }
  | { readonly kind: 'failed'; readonly error: CandorError; readonly retry: () => void };

const captureScreens = fetchedLater<CaptureScreens>(() => import('./screens/later.js'), import.meta.url);

/** Those of the end too, so that they are there when the check is through. */
async function laterScreens(signal: AbortSignal): Promise<LaterScreens> {
  const [capture, desk] = await Promise.all([captureScreens(signal), deskScreens(signal)]);
  return { ...capture, ...desk };
}

const AFTER_CONSENT: readonly FlowStateKind[] = [
  'downloading',
  'permission',
  'positioning',
  'recording',
  'review',
  'sending',
  'done',
  'withdrawn',
];

/** Fetches the later screens as soon as the seller has agreed, and for nobody else.
 * @param hasAgreed - also before the flow knows of it. */
export function useLater(kind: FlowStateKind, hasAgreed: boolean): Later {
  const [later, setLater] = useState<Later>({ kind: 'unwanted' });
  const [attempt, setAttempt] = useState(0);
  const isWanted = hasAgreed || AFTER_CONSENT.includes(kind);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is what runs the effect again.
  useEffect(() => {
    if (!isWanted) return;
    const leaving = new AbortController();
    const retry = (): void => setAttempt((before) => before + 1);
    setLater((before) => (before.kind === 'ready' ? before : { kind: 'loading' }));
    laterScreens(leaving.signal).then(
      (screens) => setLater({ kind: 'ready', screens }),
      (thrown: unknown) => {
        if (leaving.signal.aborted) return;
        setLater({ kind: 'failed', error: asCandorError(thrown, 'assets.load_failed'), retry });
      },
    );
    return () => leaving.abort();
  }, [isWanted, attempt]);
  return later;
}

import { useCallback, useEffect, useState } from 'react';
import type { Action } from '../core/types.js';

/** Off, or on with what is asked for now; null = look ahead. */
export type Practice = { readonly kind: 'off' } | { readonly kind: 'on'; readonly cue: Action | null };

interface PracticeStep {
  readonly atMs: number;
  readonly cue: Action | null;
}

/** Both turns at the pace of a recording: one of them is asked of everybody (requirement C-04). */
const STEPS: readonly PracticeStep[] = [
  { atMs: 0, cue: 'turn-left' },
  { atMs: 1_500, cue: null },
  { atMs: 2_700, cue: 'turn-right' },
  { atMs: 4_200, cue: null },
];
export const PRACTICE_MS = 5_000;

const OFF: Practice = { kind: 'off' };

/** The movements without a recording, a session or a try (requirement A-15): only words and arrows over the preview. */
export function usePractice(): readonly [Practice, () => void] {
  const [practice, setPractice] = useState(OFF);
  const [runs, setRuns] = useState(0);
  const begin = useCallback(() => setRuns((before) => before + 1), []);
  useEffect(() => {
    if (runs === 0) return;
    const timers = STEPS.map(({ atMs, cue }) => setTimeout(() => setPractice({ kind: 'on', cue }), atMs));
    timers.push(setTimeout(() => setPractice(OFF), PRACTICE_MS));
    return () => timers.forEach(clearTimeout);
  }, [runs]);
  return [practice, begin];
}

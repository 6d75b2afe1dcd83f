import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createEarcons, type Earcon, type Earcons } from './earcons.js';

export interface Tones {
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
  /** Silent while they are off. */
  readonly play: (earcon: Earcon) => void;
}

/** Off until the seller switches them on: a browser plays nothing before a press, and a screen reader speaks already. */
export function useTones(): Tones {
  const earcons = useRef<Earcons | null>(null);
  const [on, setOn] = useState(false);
  const turn = useCallback((wanted: boolean) => {
    earcons.current?.close();
    earcons.current = wanted ? createEarcons() : null;
    earcons.current?.play('cue');
    setOn(earcons.current !== null);
  }, []);
  const play = useCallback((earcon: Earcon) => earcons.current?.play(earcon), []);
  useEffect(() => () => earcons.current?.close(), []);
  return useMemo(() => ({ on, turn, play }), [on, turn, play]);
}

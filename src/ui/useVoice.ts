import { useCallback, useEffect, useState } from 'react';
import { Pacer, SPEECH_GAP_MS } from './pacer.js';

export interface Voice {
  /** Waits for its turn. */
  readonly spoken: string;
  /** Interrupts: for what is wrong when it comes late. */
  readonly urged: string;
  readonly say: (text: string) => void;
  /** At once, and what waits is dropped. */
  readonly sayNow: (text: string) => void;
  readonly urge: (text: string) => void;
}

/** The same sentence a second time, after a second failure say, is news: a region that does not change is silent. A space that
 * nobody sees or hears makes it another one. */
function otherThan(text: string): (before: string) => string {
  return (before) => (before === text ? `${text}\u00a0` : text);
}

/** The texts of the two live regions: a polite one, and one for cues. */
export function useVoice(): Voice {
  const [spoken, setSpoken] = useState('');
  const [urged, setUrged] = useState('');
  const [pacer] = useState(() => new Pacer<string>(SPEECH_GAP_MS, (text) => setSpoken(otherThan(text))));
  useEffect(() => () => pacer.stop(), [pacer]);
  const say = useCallback((text: string) => pacer.offer(text), [pacer]);
  const sayNow = useCallback((text: string) => pacer.sayNow(text), [pacer]);
  const urge = useCallback(
    (text: string) => {
      pacer.stop();
      setUrged(otherThan(text));
    },
    [pacer],
  );
  return { spoken, urged, say, sayNow, urge };
}

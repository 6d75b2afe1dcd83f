import { useCallback, useEffect, useState } from 'react';
import { Pacer, SPEECH_GAP_MS } from './pacer.js';

export interface Voice {
  readonly spoken: string;
  readonly say: (text: string) => void;
  readonly urge: (text: string) => void;
}

/** The one live region's text. */
export function useVoice(): Voice {
  const [spoken, setSpoken] = useState('');
  const [pacer] = useState(() => new Pacer<string>(SPEECH_GAP_MS, setSpoken));
  useEffect(() => () => pacer.stop(), [pacer]);
  const say = useCallback((text: string) => pacer.offer(text), [pacer]);
  const urge = useCallback((text: string) => pacer.urge(text), [pacer]);
  return { spoken, say, urge };
}

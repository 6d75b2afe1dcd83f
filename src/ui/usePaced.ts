import { useEffect, useRef, useState } from 'react';
import { Pacer, SPEECH_GAP_MS } from './pacer.js';

/** Follows a value that changes quickly at a pace that can be read. */
export function usePaced<T>(value: T): T {
  const [shown, setShown] = useState(value);
  const pacer = useRef<Pacer<T> | null>(null);
  useEffect(() => {
    const own = new Pacer<T>(SPEECH_GAP_MS, (next) => setShown(() => next));
    pacer.current = own;
    return () => own.stop();
  }, []);
  useEffect(() => pacer.current?.offer(value), [value]);
  return shown;
}

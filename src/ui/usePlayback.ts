import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Clip } from '../core/capture.js';

/** Plays a clip from memory, in the review and at a desk. */

export interface Playback {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly failed: boolean;
  readonly onFail: () => void;
  readonly replay: () => void;
}

export function usePlayback({ blob }: Clip): Playback {
  const video = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    const url = URL.createObjectURL(blob);
    element.src = url;
    return () => {
      element.removeAttribute('src');
      // Lets go of the decoder and of the blob at once, not when the element is collected.
      element.load();
      URL.revokeObjectURL(url);
    };
  }, [blob]);
  const replay = (): void => {
    const element = video.current;
    if (element === null) return;
    element.currentTime = 0;
    // A play that was overtaken by leaving the screen is no failure.
    element.play().catch((thrown: unknown) => {
      if (!(thrown instanceof DOMException && thrown.name === 'AbortError')) setFailed(true);
    });
  };
  return { video, failed, onFail: () => setFailed(true), replay };
}

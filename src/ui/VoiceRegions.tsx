import type { ReactElement } from 'react';
import type { Voice } from './useVoice.js';

/** What a screen reader says besides where the focus is. Cues are in a region of their own: in the polite one they would wait
 * until everything before them was said, and the clip has five seconds. */
export function VoiceRegions({ voice }: { readonly voice: Voice }): ReactElement {
  return (
    <>
      <p className="candor-unseen" role="status">
        {voice.spoken}
      </p>
      <p className="candor-unseen" role="alert">
        {voice.urged}
      </p>
    </>
  );
}

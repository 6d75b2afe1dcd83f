import type { ReactElement } from 'react';
import { useText } from './text.js';
import type { Playback } from './usePlayback.js';

/** The picture of a clip, and what is said where it cannot be played. */
export function ClipVideo({ video, failed, onFail }: Playback): ReactElement {
  const { t } = useText();
  return (
    <>
      <video
        className="candor-clip-video"
        ref={video}
        aria-label={t('review.clip')}
        muted
        preload="auto"
        playsInline
        onError={onFail}
      />
      {failed ? (
        <p className="candor-note" part="note">
          {t('review.clipFailed')}
        </p>
      ) : null}
    </>
  );
}

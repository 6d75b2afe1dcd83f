import { type ReactElement, useState } from 'react';
import type { DeskCommand, KeptClip } from '../../flow/desk-state.js';
import { usePlayback } from '../ClipPlayer.js';
import { Control } from '../Control.js';
import { downloadBlob } from '../download.js';
import { useText } from '../text.js';

interface ClipEntryProps {
  readonly kept: KeptClip;
  readonly send: (command: DeskCommand) => void;
}

/** A clip that the seller wanted to keep: theirs to watch, to save and to delete. */
export function ClipEntry({ kept, send }: ClipEntryProps): ReactElement {
  const { t, format } = useText();
  const [watched, setWatched] = useState(false);
  const { sessionId, keptAt, deleteAfter, clip } = kept;
  return (
    <section className="candor-card" data-kept="clip">
      <h3 className="candor-subtitle">{t('mine.clip', { time: format.time(keptAt) })}</h3>
      <p className="candor-small">{t('mine.clipUntil', { time: format.time(deleteAfter) })}</p>
      {watched ? <Watched kept={kept} /> : null}
      <div className="candor-pair">
        <Control
          action="watch-clip"
          look="plain"
          pressed={watched}
          onPress={() => setWatched((before) => !before)}
        >
          {t(watched ? 'desk.hideClip' : 'desk.watchClip')}
        </Control>
        <Control
          action="download-clip"
          look="plain"
          onPress={() =>
            downloadBlob(clip.blob, `candor-clip-${keptAt.slice(0, 10)}.${suffixOf(clip.mimeType)}`)
          }
        >
          {t('mine.downloadClip')}
        </Control>
        <Control action="delete-clip" look="plain" onPress={() => send({ type: 'delete-clip', sessionId })}>
          {t('desk.deleteClip')}
        </Control>
      </div>
    </section>
  );
}

/** `video/webm;codecs=vp8` → `webm`. */
function suffixOf(mimeType: string): string {
  return /^video\/(\w+)/.exec(mimeType)?.[1] ?? 'video';
}

function Watched({ kept: { clip } }: Pick<ClipEntryProps, 'kept'>): ReactElement {
  const { t } = useText();
  const { video, failed, onFail, replay } = usePlayback(clip);
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
      {failed ? <p className="candor-note">{t('review.clipFailed')}</p> : null}
      <Control action="replay" look="plain" onPress={replay}>
        {t('review.replay')}
      </Control>
    </>
  );
}

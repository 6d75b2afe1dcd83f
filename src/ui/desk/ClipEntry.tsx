import { type ReactElement, useState } from 'react';
import type { Clip } from '../../core/capture.js';
import type { DeskCommand, KeptClip } from '../../flow/desk-state.js';
import { ClipVideo } from '../ClipVideo.js';
import { Control } from '../Control.js';
import { downloadBlob } from '../download.js';
import { Heading } from '../Heading.js';
import { useText } from '../text.js';
import { usePlayback } from '../usePlayback.js';

interface ClipEntryProps {
  readonly kept: KeptClip;
  readonly send: (command: DeskCommand) => void;
}

/** A clip that the seller wanted to keep: theirs to watch, to save and to delete. */
export function ClipEntry({ kept, send }: ClipEntryProps): ReactElement {
  const { t, format } = useText();
  const { sessionId, keptAt, deleteAfter, clip } = kept;
  const remove = (
    <Control action="delete-clip" look="plain" onPress={() => send({ type: 'delete-clip', sessionId })}>
      {t('desk.deleteClip')}
    </Control>
  );
  return (
    <section className="candor-card" part="card" data-kept="clip">
      <Heading level={3}>{t('mine.clip', { time: format.time(keptAt) })}</Heading>
      {clip === null ? (
        <>
          <p className="candor-note" part="note" data-clip="lost">
            {t('mine.clipLost')}
          </p>
          <div className="candor-pair">{remove}</div>
        </>
      ) : (
        <>
          <p className="candor-small">{t('mine.clipUntil', { time: format.time(deleteAfter) })}</p>
          <Watchable clip={clip} keptAt={keptAt} remove={remove} />
        </>
      )}
    </section>
  );
}

interface WatchableProps extends Pick<KeptClip, 'keptAt'> {
  readonly clip: Clip;
  readonly remove: ReactElement;
}

function Watchable({ clip, keptAt, remove }: WatchableProps): ReactElement {
  const { t } = useText();
  const [watched, setWatched] = useState(false);
  const name = `candor-clip-${keptAt.slice(0, 10)}.${suffixOf(clip.mimeType)}`;
  return (
    <>
      {watched ? <Watched clip={clip} /> : null}
      <div className="candor-pair">
        <Control
          action="watch-clip"
          look="plain"
          pressed={watched}
          onPress={() => setWatched((before) => !before)}
        >
          {t(watched ? 'desk.hideClip' : 'desk.watchClip')}
        </Control>
        <Control action="download-clip" look="plain" onPress={() => downloadBlob(clip.blob, name)}>
          {t('mine.downloadClip')}
        </Control>
        {remove}
      </div>
    </>
  );
}

/** `video/webm;codecs=vp8` → `webm`. */
function suffixOf(mimeType: string): string {
  return /^video\/(\w+)/.exec(mimeType)?.[1] ?? 'video';
}

function Watched({ clip }: { readonly clip: Clip }): ReactElement {
  const { t } = useText();
  const playback = usePlayback(clip);
  return (
    <>
      <ClipVideo {...playback} />
      <Control action="replay" look="plain" onPress={playback.replay}>
        {t('review.replay')}
      </Control>
    </>
  );
}

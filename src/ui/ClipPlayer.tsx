import type { ReactElement } from 'react';
import type { Clip } from '../core/capture.js';
import type { ClipKept } from '../flow/state.js';
import { ClipVideo } from './ClipVideo.js';
import { Control } from './Control.js';
import { Heading } from './Heading.js';
import type { MessageKey } from './messages/types.js';
import { useText } from './text.js';
import { usePlayback } from './usePlayback.js';
import { type StateOf, useSpoken, useWidget } from './widget.js';

export interface ClipPlayerProps {
  readonly clip: Clip;
  readonly kept: ClipKept;
  /** For whom it would be kept. */
  readonly keepsFor: StateOf<'review'>['keepsFor'];
}

const KEEP = {
  no: 'review.keep',
  keeping: 'review.keeping',
  kept: 'review.kept',
  refused: 'review.keep',
  deleting: 'review.kept',
  undeleted: 'review.kept',
} as const satisfies Record<ClipKept, MessageKey>;

/** What is news to somebody who cannot see the button. */
const SAID: { readonly [Kept in ClipKept]?: MessageKey } = {
  kept: 'review.kept',
  refused: 'review.notKept',
  undeleted: 'error.storage.undeleted.cause',
};

/** The seller's own clip, from memory. Its address is given back when the player goes. Needs `media-src blob:`. */
export function ClipPlayer({ clip, kept, keepsFor }: ClipPlayerProps): ReactElement {
  const { t } = useText();
  const { send } = useWidget();
  const said = SAID[kept];
  const isKept = kept === 'kept' || kept === 'deleting' || kept === 'undeleted';
  useSpoken(said === undefined ? '' : t(said));
  const playback = usePlayback(clip);
  return (
    <section className="candor-clip" part="clip">
      <ClipVideo {...playback} />
      {isKept ? null : <p className="candor-small">{t('review.clipBody')}</p>}
      <div className="candor-pair">
        <Control action="replay" look="plain" onPress={playback.replay}>
          {t('review.replay')}
        </Control>
        <Control
          action="keep-clip"
          look="plain"
          value={kept}
          waiting={kept === 'keeping' || kept === 'deleting'}
          onPress={() => send({ type: 'keep-clip' })}
        >
          {t(KEEP[kept] === 'review.keep' && keepsFor === 'tab' ? 'review.keepTab' : KEEP[kept])}
        </Control>
      </div>
      {isKept ? (
        <p className="candor-small">{t(keepsFor === 'tab' ? 'review.keptTab' : 'review.keptBody')}</p>
      ) : null}
      {kept === 'undeleted' ? (
        <p className="candor-note" part="note">
          {t('error.storage.undeleted.cause')} {t('error.storage.undeleted.remedy')}
        </p>
      ) : null}
      {kept === 'refused' ? (
        <p className="candor-note" part="note">
          {t('review.notKept')}
        </p>
      ) : null}
    </section>
  );
}

/** In the player's place where the browser recorded nothing. */
export function NoClip(): ReactElement {
  const { t } = useText();
  return (
    <section className="candor-clip" part="clip" data-clip="none">
      <Heading level={3}>{t('review.clip')}</Heading>
      <p className="candor-note" part="note">
        {t('review.noClip')}
      </p>
    </section>
  );
}

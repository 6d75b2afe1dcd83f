import { type ReactElement, useState } from 'react';
import type { DeskCommand, KeptHere as Kept, KeptClip } from '../../flow/desk-state.js';
import type { VerificationReceipt } from '../../flow/state.js';
import { usePlayback } from '../ClipPlayer.js';
import { Control } from '../Control.js';
import { Facts } from '../Facts.js';
import { useText } from '../text.js';

interface KeptHereProps {
  readonly kept: Kept;
  readonly send: (command: DeskCommand) => void;
}

/** What this browser keeps for the seller who is signed in, each thing with its end and its way out. */
export function KeptHere({ kept, send }: KeptHereProps): ReactElement {
  const { t } = useText();
  return (
    <section className="candor-ways">
      <h3 className="candor-subtitle">{t('desk.kept')}</h3>
      {kept.receipts.length + kept.clips.length === 0 ? <p>{t('desk.keptNothing')}</p> : null}
      {kept.receipts.map((receipt) => (
        <ReceiptEntry key={receipt.outcome.verificationId} receipt={receipt} send={send} />
      ))}
      {kept.clips.map((clip) => (
        <ClipEntry key={clip.sessionId} kept={clip} send={send} />
      ))}
    </section>
  );
}

interface ReceiptEntryProps extends Pick<KeptHereProps, 'send'> {
  readonly receipt: VerificationReceipt;
}

function ReceiptEntry({ receipt, send }: ReceiptEntryProps): ReactElement {
  const { t, format } = useText();
  const { verificationId, decidedAt, deleteAfter } = receipt.outcome;
  return (
    <section className="candor-receipt" data-kept="receipt">
      <Facts
        facts={[
          [t('done.number'), <code key="number">{verificationId}</code>],
          [t('done.decidedAt'), format.time(decidedAt)],
          [t('done.deleteAfter'), format.time(deleteAfter)],
        ]}
      />
      <div className="candor-pair">
        <Control
          action="open-kept"
          look="plain"
          value={verificationId}
          onPress={() => send({ type: 'open-kept', verificationId })}
        >
          {t('desk.open')}
        </Control>
      </div>
    </section>
  );
}

interface ClipEntryProps extends Pick<KeptHereProps, 'send'> {
  readonly kept: KeptClip;
}

function ClipEntry({ kept, send }: ClipEntryProps): ReactElement {
  const { t, format } = useText();
  const [watched, setWatched] = useState(false);
  const { sessionId, keptAt, deleteAfter } = kept;
  return (
    <section className="candor-receipt" data-kept="clip">
      <h4 className="candor-subtitle">{t('review.clip')}</h4>
      <Facts
        facts={[
          [t('desk.keptAt'), format.time(keptAt)],
          [t('done.deleteAfter'), format.time(deleteAfter)],
        ]}
      />
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
        <Control action="delete-clip" look="plain" onPress={() => send({ type: 'delete-clip', sessionId })}>
          {t('desk.deleteClip')}
        </Control>
      </div>
    </section>
  );
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

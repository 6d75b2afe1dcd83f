import type { ReactElement } from 'react';
import type { Aftermath } from '../flow/state.js';
import { Control } from './Control.js';
import type { MessageKey } from './messages/types.js';
import { useText } from './text.js';
import { useSpoken, useWidget } from './widget.js';

const WORDS = {
  'nothing-sent': 'ended.nothingSent',
  asking: 'ended.asking',
  unknown: 'ended.maybeSent',
  'nothing-stored': 'ended.nothingStored',
  'may-have-arrived': 'ended.mayHaveArrived',
} as const satisfies Record<Aftermath['kind'], MessageKey>;

interface EndedProps {
  readonly aftermath: Aftermath;
  /** Clips that were to be deleted may still be in this browser. */
  readonly clipsLeft: boolean;
}

/** What left the device and what did not, once it is over: never more than is known. */
export function Ended({ aftermath, clipsLeft }: EndedProps): ReactElement {
  const { t } = useText();
  const { notice, send } = useWidget();
  const words = t(WORDS[aftermath.kind], { name: notice?.notice.controller.name ?? '' });
  useSpoken(words);
  return (
    <div className="candor-ended" data-aftermath={aftermath.kind}>
      <p className="candor-lead">{words}</p>
      {clipsLeft ? (
        <p className="candor-note" part="note" data-clip="undeleted">
          {t('error.storage.undeleted.cause')}
        </p>
      ) : null}
      {clipsLeft || aftermath.kind === 'may-have-arrived' || aftermath.kind === 'unknown' ? (
        <div className="candor-pair">
          <Control action="withdraw" look="plain" onPress={() => send({ type: 'withdraw' })}>
            {t('ended.askAgain')}
          </Control>
        </div>
      ) : null}
    </div>
  );
}

import type { ReactElement } from 'react';
import type { Undelivered } from '../flow/state.js';
import { Control } from './Control.js';
import { Heading } from './Heading.js';
import { Icon } from './icons.js';
import type { MessageKey } from './messages/types.js';
import { useText } from './text.js';
import { useSpoken } from './widget.js';

const BODY = {
  waiting: 'undelivered.waiting',
  unanswered: 'undelivered.unanswered',
  expired: 'undelivered.unanswered',
  deleting: 'undelivered.deleting',
  undeleted: 'undelivered.undeleted',
} as const satisfies Record<Undelivered['kind'], MessageKey>;

export interface UndeliveredNoteProps {
  readonly undelivered: Undelivered;
  /** Of the receiver. */
  readonly name: string;
  readonly onDiscard: () => void;
  /** Where it can be sent. */
  readonly onSend?: (() => void) | undefined;
  /** What is said of an envelope that waits, elsewhere than before the notice. */
  readonly waiting?: MessageKey | undefined;
}

/** What an earlier visit of this seller could not deliver: theirs to send or to delete, before anything new. */
export function UndeliveredNote(props: UndeliveredNoteProps): ReactElement {
  const { undelivered, name, onDiscard, onSend, waiting = BODY.waiting } = props;
  const { t, format } = useText();
  const { kind, since } = undelivered;
  const title = t('undelivered.title', { time: format.time(since) });
  const isOver = kind === 'expired' ? `${t('error.session.expired.cause')} ` : '';
  const body = isOver + t(kind === 'waiting' ? waiting : BODY[kind], { name });
  const end =
    undelivered.kind === 'waiting' ? t('undelivered.until', { time: format.time(undelivered.until) }) : '';
  useSpoken(`${title}. ${body} ${end}`);
  return (
    <section className="candor-note" part="note" data-undelivered={kind}>
      <Icon name="seal" />
      <div>
        <Heading level={3} takesFocus>
          {title}
        </Heading>
        <p>{body}</p>
        {undelivered.kind === 'waiting' ? <p data-until={undelivered.until}>{end}</p> : null}
        {kind === 'deleting' ? null : (
          <div className="candor-pair">
            {kind === 'waiting' && onSend !== undefined ? (
              <Control action="send" look="plain" onPress={onSend}>
                {t('undelivered.send')}
              </Control>
            ) : null}
            <Control action="discard" look="plain" onPress={onDiscard}>
              {t(kind === 'undeleted' ? 'ended.askAgain' : 'undelivered.discard')}
            </Control>
          </div>
        )}
      </div>
    </section>
  );
}

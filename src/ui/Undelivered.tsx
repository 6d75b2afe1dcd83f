import type { ReactElement } from 'react';
import type { NoticeView, Undelivered } from '../flow/state.js';
import { Control } from './Control.js';
import { Icon } from './icons.js';
import type { MessageKey } from './messages/types.js';
import { useText } from './text.js';
import { useSpoken, useWidget } from './widget.js';

const BODY = {
  waiting: 'undelivered.waiting',
  unanswered: 'undelivered.unanswered',
  deleting: 'undelivered.deleting',
  undeleted: 'undelivered.undeleted',
} as const satisfies Record<Undelivered['kind'], MessageKey>;

export interface UndeliveredNoteProps {
  readonly undelivered: Undelivered;
  readonly view: NoticeView;
}

/** What an earlier visit of this seller could not deliver: theirs to send or to delete, before anything new. */
export function UndeliveredNote({ undelivered, view }: UndeliveredNoteProps): ReactElement {
  const { t, format } = useText();
  const { send } = useWidget();
  const { kind, since } = undelivered;
  const title = t('undelivered.title', { time: format.time(since) });
  const body = t(BODY[kind], { name: view.notice.controller.name });
  useSpoken(`${title}. ${body}`);
  return (
    <section className="candor-note" data-undelivered={kind}>
      <Icon name="seal" />
      <div>
        <h3 className="candor-subtitle">{title}</h3>
        <p>{body}</p>
        {kind === 'deleting' ? null : (
          <div className="candor-pair">
            {kind === 'waiting' ? (
              <Control action="send" look="plain" onPress={() => send({ type: 'send' })}>
                {t('undelivered.send')}
              </Control>
            ) : null}
            <Control action="discard" look="plain" onPress={() => send({ type: 'discard' })}>
              {t(kind === 'undeleted' ? 'ended.askAgain' : 'undelivered.discard')}
            </Control>
          </div>
        )}
      </div>
    </section>
  );
}

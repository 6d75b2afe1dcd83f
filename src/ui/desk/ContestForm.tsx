import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { MAX_OBJECTION_LENGTH } from '../../core/objection.js';
import type { Contest } from '../../flow/state.js';
import { Control } from '../Control.js';
import { Disclosure } from '../Disclosure.js';
import { useText } from '../text.js';
import { useSpoken } from '../widget.js';

export interface ContestFormProps {
  readonly contest: Contest;
  readonly onSend: (text: string) => void;
  /** Whether it begins open: where a person waits for the seller's words. */
  readonly open?: boolean | undefined;
  /** No more are taken. */
  readonly exhausted?: boolean | undefined;
}

/** What the seller says against a decision, or adds to it: a text, and the receiver's confirmation. */
export function ContestForm({ contest, onSend, open, exhausted = false }: ContestFormProps): ReactElement {
  const { t } = useText();
  const isDone = exhausted || (contest.kind === 'received' && contest.objection.objectionsLeft === 0);
  return (
    <Disclosure title={t('done.contest')} action="contest" open={open === true || contest.kind !== 'none'}>
      {contest.kind === 'received' ? <Received contest={contest} /> : null}
      {isDone ? <p>{t('contest.none')}</p> : <Writing contest={contest} onSend={onSend} />}
    </Disclosure>
  );
}

type ReceivedContest = Extract<Contest, { readonly kind: 'received' }>;

/** Takes the focus, which the pressed button would lose. */
function Received({ contest: { objection } }: { readonly contest: ReceivedContest }): ReactElement {
  const { t, format } = useText();
  const words = t('contest.received', { time: format.time(objection.at) });
  useSpoken(words);
  const place = useRef<HTMLParagraphElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further confirmation takes it again.
  useEffect(() => place.current?.focus(), [objection.objectionId]);
  return (
    <div className="candor-confirmed" data-objection={objection.objectionId}>
      <p ref={place} tabIndex={-1}>
        <strong>{words}</strong>
      </p>
      <p className="candor-small">{t('contest.left', { count: format.count(objection.objectionsLeft) })}</p>
    </div>
  );
}

function Writing({ contest, onSend }: Pick<ContestFormProps, 'contest' | 'onSend'>): ReactElement {
  const { t, format } = useText();
  const [text, setText] = useState('');
  const [textId, countId] = [useId(), useId()];
  const area = useRef<HTMLTextAreaElement>(null);
  const [answered, setAnswered] = useState<string | null>(null);
  const received = contest.kind === 'received' ? contest.objection.objectionId : null;
  // What has arrived is not sent twice; what has not stays to be sent again.
  useEffect(() => {
    if (received !== null) setText('');
  }, [received]);
  // In the place of the pressed button, which is gone.
  useEffect(() => {
    if (answered !== null) area.current?.focus();
  }, [answered]);
  if (received !== answered) {
    return (
      <Control action="contest-more" look="quiet" onPress={() => setAnswered(received)}>
        {t('contest.more')}
      </Control>
    );
  }
  const isSending = contest.kind === 'sending';
  const wanted = text.trim();
  return (
    <>
      <p>{t('contest.body')}</p>
      <label htmlFor={textId}>{t('contest.label')}</label>
      <textarea
        className="candor-text"
        ref={area}
        id={textId}
        rows={5}
        maxLength={MAX_OBJECTION_LENGTH}
        aria-describedby={countId}
        data-action="contest-text"
        readOnly={isSending}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <p className="candor-small" id={countId}>
        {t('contest.count', { count: format.count(text.length), most: format.count(MAX_OBJECTION_LENGTH) })}
      </p>
      <Control
        action="contest-send"
        look="main"
        waiting={isSending || wanted === ''}
        onPress={() => onSend(wanted)}
      >
        {t(isSending ? 'contest.sending' : 'contest.send')}
      </Control>
    </>
  );
}

import { type ReactElement, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { MAX_OBJECTION_LENGTH } from '../../core/objection.js';
import type { Contest } from '../../flow/state.js';
import { Control } from '../Control.js';
import { Disclosure } from '../Disclosure.js';
import { useText } from '../text.js';
import { useSpoken } from '../widget.js';

/** What the seller has typed, and which confirmation they were led to: kept where the form itself may move. */
export interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly confirmed: RefObject<string | null>;
}

export function useDraft(): Draft {
  const [text, setText] = useState('');
  const confirmed = useRef<string | null>(null);
  return { text, setText, confirmed };
}

export interface ContestFormProps {
  readonly contest: Contest;
  readonly draft: Draft;
  readonly onSend: (text: string) => void;
  /** Whether it begins open: where a person waits for the seller's words. */
  readonly open?: boolean | undefined;
  /** No more are taken. */
  readonly exhausted?: boolean | undefined;
}

/** What the seller says against a decision, or adds to it: a text, and the receiver's confirmation. */
export function ContestForm(props: ContestFormProps): ReactElement {
  const { contest, draft, onSend, open, exhausted = false } = props;
  const { t } = useText();
  const isBegun = contest.kind !== 'none' || draft.text !== '';
  const isDone = exhausted || (contest.kind === 'received' && contest.objection.objectionsLeft === 0);
  return (
    <Disclosure title={t('done.contest')} action="contest" open={open === true || isBegun}>
      {contest.kind === 'received' ? <Received contest={contest} draft={draft} /> : null}
      {isDone ? <p>{t('contest.none')}</p> : <Writing contest={contest} draft={draft} onSend={onSend} />}
    </Disclosure>
  );
}

type ReceivedContest = Extract<Contest, { readonly kind: 'received' }>;

interface ReceivedProps {
  readonly contest: ReceivedContest;
  readonly draft: Draft;
}

/** Takes the focus, which the pressed button would lose, once for each confirmation. */
function Received({ contest: { objection }, draft: { confirmed } }: ReceivedProps): ReactElement {
  const { t, format } = useText();
  const words = t('contest.received', { time: format.time(objection.at) });
  useSpoken(words);
  const place = useRef<HTMLParagraphElement>(null);
  const { objectionId } = objection;
  useEffect(() => {
    if (confirmed.current === objectionId) return;
    confirmed.current = objectionId;
    place.current?.focus();
  }, [confirmed, objectionId]);
  return (
    <div className="candor-confirmed" data-objection={objection.objectionId}>
      <p ref={place} tabIndex={-1}>
        <strong>{words}</strong>
      </p>
      <p className="candor-small">{t('contest.left', { count: format.count(objection.objectionsLeft) })}</p>
    </div>
  );
}

type WritingProps = Pick<ContestFormProps, 'contest' | 'draft' | 'onSend'>;

function Writing({ contest, draft: { text, setText }, onSend }: WritingProps): ReactElement {
  const { t, format } = useText();
  const [textId, countId] = [useId(), useId()];
  const area = useRef<HTMLTextAreaElement>(null);
  const [answered, setAnswered] = useState<string | null>(null);
  const received = contest.kind === 'received' ? contest.objection.objectionId : null;
  // What has arrived is not sent twice; what has not stays to be sent again.
  useEffect(() => {
    if (received !== null) setText('');
  }, [received, setText]);
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
        part="text-field"
        ref={area}
        id={textId}
        // In whichever language the seller writes.
        dir="auto"
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

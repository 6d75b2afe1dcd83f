import type { ReactElement } from 'react';
import type { DoneReceipt } from '../../core/record.js';
import type { StoredRecord } from '../../envelope/wire.js';
import type { Contest } from '../../flow/state.js';
import { Control } from '../Control.js';
import { ContestForm, type Draft, useDraft } from '../desk/ContestForm.js';
import { Held } from '../desk/Held.js';
import { downloadBlob } from '../download.js';
import { Icon, type IconName } from '../icons.js';
import { Problem } from '../Problem.js';
import { ReceiptPaper } from '../ReceiptPaper.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { type ScreenProps, useSpoken, useWidget } from '../widget.js';

/** What happens next, until when, how to object or withdraw, and one thing to do now: keep the receipt. */
export function DoneScreen({ state }: ScreenProps<'done'>): ReactElement {
  const { t } = useText();
  const { receipt, receiptKept, record, problem } = state;
  const { status } = receipt.outcome;
  // The form moves when the record is there; what was typed moves with it.
  const draft = useDraft();
  return (
    <Screen
      step="done"
      title={t(`status.${status}.title`)}
      actions={<DoneActions state={state} />}
      after={<ReceiptPaper receipt={receipt} />}
    >
      {record === null ? <p className="candor-lead">{t(`status.${status}.body`)}</p> : null}
      {problem === null ? null : <Problem error={problem} />}
      {record === null ? null : <Standing state={state} record={record} draft={draft} />}
      <Next receipt={receipt} isKnown={record !== null} />
      {receiptKept ? null : (
        <p className="candor-note" part="note">
          {t('done.notKept')}
        </p>
      )}
      {record === null && status === 'needs_review' ? <Adding contest={state.contest} draft={draft} /> : null}
    </Screen>
  );
}

type Line = readonly [IconName, string];

interface NextProps {
  readonly receipt: DoneReceipt;
  /** How it stands was asked and is shown: then it is not said again. */
  readonly isKnown: boolean;
}

function Next({ receipt, isKnown }: NextProps): ReactElement {
  const { t, format } = useText();
  const { notice } = useWidget();
  const { status, deleteAfter } = receipt.outcome;
  const name = notice?.notice.controller.name ?? new URL(receipt.endpoint).host;
  const first: Line = [status === 'needs_review' ? 'person' : 'check', t(`done.next.${status}`, { name })];
  const lines: readonly Line[] = [
    ...(isKnown ? [] : [first]),
    ['calendar', t('done.until', { time: format.time(deleteAfter) })],
    ['device', t('done.later')],
  ];
  return (
    <ul className="candor-brief" part="brief">
      {lines.map(([icon, line]) => (
        <li key={icon}>
          <Icon name={icon} />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}

interface StandingProps extends ScreenProps<'done'> {
  readonly record: StoredRecord;
  readonly draft: Draft;
}

function Standing({ state, record, draft }: StandingProps): ReactElement {
  const { send, notice } = useWidget();
  return (
    <Held
      record={record}
      contest={state.contest}
      draft={draft}
      controller={notice?.notice.controller ?? null}
      onContest={(text) => send({ type: 'contest', text })}
    />
  );
}

/** What the seller may add at once, before anybody has decided (GDPR 22(3)). */
function Adding({ contest, draft }: { readonly contest: Contest; readonly draft: Draft }): ReactElement {
  const { send } = useWidget();
  return (
    <div>
      <ContestForm contest={contest} draft={draft} onSend={(text) => send({ type: 'contest', text })} />
    </div>
  );
}

function DoneActions({ state: { receipt, receiptFile, step } }: ScreenProps<'done'>): ReactElement {
  const { t } = useText();
  const { send } = useWidget();
  const { verificationId } = receipt.outcome;
  const isAsking = step !== 'idle';
  useSpoken(isAsking ? t(step === 'withdrawing' ? 'contest.sending' : 'loading.title') : '');
  return (
    <div className="candor-actions" part="actions">
      <div className="candor-bar">
        <Control
          action="download-receipt"
          look="main"
          onPress={() => downloadBlob(receiptFile, `candor-receipt-${verificationId}.json`)}
        >
          {t('done.download')}
        </Control>
      </div>
      <div className="candor-bar">
        <Control action="withdraw" look="plain" waiting={isAsking} onPress={() => send({ type: 'withdraw' })}>
          {t('done.withdraw')}
        </Control>
        <Control action="my-data" look="plain" waiting={isAsking} onPress={() => send({ type: 'my-data' })}>
          {t('done.myData')}
        </Control>
      </div>
    </div>
  );
}

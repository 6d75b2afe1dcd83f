import type { ReactElement } from 'react';
import type { DeskCommand, DeskState } from '../../flow/desk-state.js';
import { Control } from '../Control.js';
import { Facts } from '../Facts.js';
import { Problem } from '../Problem.js';
import { RecordTable } from '../RecordTable.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { KeptHere } from './KeptHere.js';
import { ReceiptFile } from './ReceiptFile.js';

export { enLater } from '../messages/en-later.js';

export interface DeskScreenProps<Kind extends DeskState['kind']> {
  readonly state: Extract<DeskState, { readonly kind: Kind }>;
  readonly send: (command: DeskCommand) => void;
}

/** The receipts and clips of this browser, and the place for a file. */
export function ListScreen({ state, send }: DeskScreenProps<'list'>): ReactElement {
  const { t } = useText();
  return (
    <Screen step="list" title={t('desk.title')}>
      <p className="candor-lead">{t('desk.body')}</p>
      {state.problem === null ? null : <Problem error={state.problem} />}
      <ReceiptFile onPick={(file) => send({ type: 'open-file', file })} />
      <KeptHere kept={state.kept} send={send} />
    </Screen>
  );
}

/** One receipt: what it says, what is stored, and the way back out. */
export function OpenScreen({ state, send }: DeskScreenProps<'open'>): ReactElement {
  const { t, format } = useText();
  const { receipt, step, record, problem } = state;
  const { verificationId, decidedAt, deleteAfter, status } = receipt.outcome;
  const { host } = new URL(receipt.endpoint);
  return (
    <Screen step={step === 'confirming' ? 'confirming' : 'open'} title={t('desk.openTitle')}>
      {problem === null ? null : <Problem error={problem} />}
      <Facts
        facts={[
          [t('done.number'), <code key="number">{verificationId}</code>],
          [t('desk.receiver'), host],
          [t('record.status'), t(`status.${status}.word`)],
          [t('done.decidedAt'), format.time(decidedAt)],
          [t('done.deleteAfter'), format.time(deleteAfter)],
          [t('done.noticeVersion'), receipt.noticeVersion],
        ]}
      />
      {record === null ? null : <RecordTable record={record} />}
      {step === 'confirming' ? (
        <Question host={host} send={send} />
      ) : (
        <OpenActions state={state} send={send} />
      )}
    </Screen>
  );
}

function OpenActions({ state, send }: DeskScreenProps<'open'>): ReactElement {
  const { t } = useText();
  const isAsking = state.step !== 'idle';
  return (
    <div className="candor-bar">
      <Control action="my-data" look="plain" disabled={isAsking} onPress={() => send({ type: 'my-data' })}>
        {t('done.myData')}
      </Control>
      <Control action="withdraw" look="plain" disabled={isAsking} onPress={() => send({ type: 'withdraw' })}>
        {t('done.withdraw')}
      </Control>
      <Control action="back" look="plain" disabled={isAsking} onPress={() => send({ type: 'back' })}>
        {t('desk.back')}
      </Control>
    </div>
  );
}

/** Asked once: a receipt opened by mistake must not be withdrawn by one press. */
function Question({
  host,
  send,
}: Pick<DeskScreenProps<'open'>, 'send'> & { readonly host: string }): ReactElement {
  const { t } = useText();
  return (
    <section className="candor-ways">
      <h3 className="candor-subtitle">{t('desk.question')}</h3>
      <p>{t('desk.questionBody', { name: host })}</p>
      <div className="candor-bar">
        <Control action="back" look="plain" onPress={() => send({ type: 'back' })}>
          {t('desk.no')}
        </Control>
        <Control action="confirm" look="plain" onPress={() => send({ type: 'confirm' })}>
          {t('desk.yes')}
        </Control>
      </div>
    </section>
  );
}

/** The receiver's own confirmation, with its date (requirement L-13), and the way on. */
export function WithdrawnDesk({ state, send }: DeskScreenProps<'withdrawn'>): ReactElement {
  const { t, format } = useText();
  return (
    <Screen step="withdrawn" title={t('withdrawn.title')}>
      <p className="candor-lead">{t('withdrawn.body', { time: format.time(state.deletedAt) })}</p>
      <Facts facts={[[t('done.number'), <code key="number">{state.verificationId}</code>]]} />
      <div className="candor-bar">
        <Control action="back" look="plain" onPress={() => send({ type: 'back' })}>
          {t('desk.back')}
        </Control>
      </div>
    </Screen>
  );
}

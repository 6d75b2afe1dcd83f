import { type ReactElement, useEffect, useRef } from 'react';
import type { DeskCommand, DeskState } from '../../flow/desk-state.js';
import { Control } from '../Control.js';
import { Heading } from '../Heading.js';
import { Problem } from '../Problem.js';
import { ReceiptPaper } from '../ReceiptPaper.js';
import { Contact, Screen } from '../Screen.js';
import { useText } from '../text.js';
import { useWidget } from '../widget.js';
import { useDraft } from './ContestForm.js';
import { Held } from './Held.js';

interface OpenProps {
  readonly state: Extract<DeskState, { readonly kind: 'open' }>;
  readonly send: (command: DeskCommand) => void;
}

/** One receipt: how it stands, what the seller may say to it, what is stored, and the way back out. */
export function OpenScreen({ state, send }: OpenProps): ReactElement {
  const { t, format } = useText();
  const { receipt, controller, step, record, contest, problem } = state;
  const isAsked = step === 'confirming';
  const draft = useDraft();
  return (
    <Screen
      // The question takes the focus; who takes it back is led to the heading again.
      step={isAsked ? '' : 'open'}
      eyebrow={format.time(receipt.outcome.decidedAt)}
      title={t('mine.checkTitle')}
      actions={isAsked ? <Question state={state} send={send} /> : <OpenActions state={state} send={send} />}
      after={<ReceiptDetails state={state} />}
    >
      {problem === null ? null : <Problem error={problem} />}
      {record === null ? (
        <p className="candor-lead">{t(`status.${receipt.outcome.status}.word`)}</p>
      ) : (
        <Held
          record={record}
          contest={contest}
          draft={draft}
          controller={controller}
          onContest={(text) => send({ type: 'contest', text })}
        />
      )}
    </Screen>
  );
}

function nameOf({ receipt, controller }: OpenProps['state']): string {
  return controller?.name ?? new URL(receipt.endpoint).host;
}

function OpenActions({ state, send }: OpenProps): ReactElement {
  const { t } = useText();
  const { step, record } = state;
  const isAsking = step !== 'idle';
  const isGone = record !== null && record.state !== 'stored';
  return (
    <div className="candor-actions" part="actions">
      <div className="candor-bar">
        {isGone ? null : (
          <Control
            action="withdraw"
            look="plain"
            waiting={isAsking}
            onPress={() => send({ type: 'withdraw' })}
          >
            {t('done.withdraw')}
          </Control>
        )}
        <Control
          action="my-data"
          look={record === null ? 'main' : 'plain'}
          waiting={isAsking}
          onPress={() => send({ type: 'my-data' })}
        >
          {t(record === null ? 'done.myData' : 'desk.again')}
        </Control>
      </div>
      <Control action="back" look="quiet" waiting={isAsking} onPress={() => send({ type: 'back' })}>
        {t('desk.back')}
      </Control>
    </div>
  );
}

/** Asked once: a receipt opened by mistake must not be withdrawn by one press. */
function Question({ state, send }: OpenProps): ReactElement {
  const { t } = useText();
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <section className="candor-actions" part="actions">
      <Heading level={3} place={place}>
        {t('desk.question')}
      </Heading>
      <p>{t('desk.questionBody', { name: nameOf(state) })}</p>
      <div className="candor-bar">
        <Control action="back" look="plain" onPress={() => send({ type: 'back' })}>
          {t('desk.no')}
        </Control>
        <Control action="confirm" look="plain" onPress={() => send({ type: 'confirm' })}>
          {t('done.withdraw')}
        </Control>
      </div>
    </section>
  );
}

function ReceiptDetails({ state }: Pick<OpenProps, 'state'>): ReactElement {
  const { t } = useText();
  const { receipt, controller } = state;
  // Inside the widget, whom to ask stands at the end of every screen.
  const isSaid = useWidget().notice !== null;
  return (
    <>
      <ReceiptPaper receipt={receipt} host={new URL(receipt.endpoint).host} />
      {controller === null || isSaid ? null : (
        <p className="candor-small">
          {t('widget.questions', { name: controller.name })} <Contact contact={controller.contact} />
        </p>
      )}
    </>
  );
}

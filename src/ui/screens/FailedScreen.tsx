import type { ReactElement } from 'react';
import type { CandorError } from '../../core/errors.js';
import type { EnvelopeKept } from '../../flow/state.js';
import { Control } from '../Control.js';
import { MyDataControl } from '../MyDataControl.js';
import type { MessageKey } from '../messages/types.js';
import { Problem } from '../Problem.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { Actions, CancelControl } from '../Ways.js';
import { type ScreenProps, type StateOf, useWidget } from '../widget.js';

/** What happened, what was not lost or sent, what to do next. */
export function FailedScreen({ state }: ScreenProps<'failed'>): ReactElement {
  const { t } = useText();
  const { mayHaveSent, notice } = useWidget();
  const name = notice?.notice.controller.name ?? '';
  return (
    <Screen step="failed" title={t(titleOf(state.error))} actions={<FailedActions state={state} />}>
      <Problem
        error={state.error}
        offersWay={state.alternatives.length > 0}
        isKept={state.envelopeKept !== 'no'}
      />
      <p>{t(whatBecameOfIt(state, mayHaveSent), { name })}</p>
      {/* Who has not seen the notice, where it is else. */}
      {state.keeps && notice === null ? <MyDataControl /> : null}
      {state.alternatives.length === 0 ? <p>{t('failed.noWay')}</p> : null}
    </Screen>
  );
}

/** What this browser or this page lacks has not gone wrong: it is so from the start. */
function titleOf({ area, code }: CandorError): MessageKey {
  return area === 'env' || code === 'crypto.unavailable' ? 'failed.notHere' : 'failed.title';
}

const KEPT = {
  'in-browser': 'failed.kept',
  'in-page': 'failed.keptInPage',
} as const satisfies Record<Exclude<EnvelopeKept, 'no'>, MessageKey>;

function whatBecameOfIt({ error, envelopeKept }: StateOf<'failed'>, mayHaveSent: boolean): MessageKey {
  if (envelopeKept !== 'no') return KEPT[envelopeKept];
  if (!mayHaveSent) return 'ended.nothingSent';
  return error.code === 'submit.refused' || error.area === 'session'
    ? 'failed.notAccepted'
    : 'ended.maybeSent';
}

function FailedActions({ state }: ScreenProps<'failed'>): ReactElement {
  const { t } = useText();
  const { send } = useWidget();
  const retry = state.retryable ? (
    <Control action="retry" look="main" onPress={() => send({ type: 'retry' })}>
      {t(state.envelopeKept !== 'no' ? 'failed.sendAgain' : 'failed.retry')}
    </Control>
  ) : null;
  if (state.alternatives.length > 0) return <Actions>{retry}</Actions>;
  // Before the receiver was heard there is no alternative to name.
  return (
    <div className="candor-actions" part="actions">
      <div className="candor-bar">{retry}</div>
      <CancelControl />
    </div>
  );
}

import type { ReactElement } from 'react';
import { Control } from '../Control.js';
import { Facts } from '../Facts.js';
import { KeptStill } from '../KeptStill.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { type ScreenProps, useWidget } from '../widget.js';

/** The receiver's own confirmation, with its date (requirement L-13), and the ways on. */
export function WithdrawnScreen({ state }: ScreenProps<'withdrawn'>): ReactElement {
  const { t, format } = useText();
  const { send } = useWidget();
  return (
    <Screen
      step="withdrawn"
      title={t(state.clipsLeft ? 'stored.withdrawn' : 'withdrawn.title')}
      actions={
        <div className="candor-actions" part="actions">
          <div className="candor-bar">
            <Control action="opt-out" look="plain" onPress={() => send({ type: 'opt-out' })}>
              {t('widget.optOut')}
            </Control>
            <Control action="retry" look="plain" onPress={() => send({ type: 'retry' })}>
              {t('cancelled.retry')}
            </Control>
          </div>
        </div>
      }
    >
      <p className="candor-lead">{t('withdrawn.body', { time: format.time(state.deletedAt) })}</p>
      {state.clipsLeft ? <KeptStill onDelete={() => send({ type: 'withdraw' })} /> : null}
      <p>{t('withdrawn.next')}</p>
      <Facts facts={[[t('done.number'), <code key="number">{state.verificationId}</code>]]} />
    </Screen>
  );
}

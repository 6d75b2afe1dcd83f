import type { ReactElement } from 'react';
import { Control } from '../Control.js';
import { DeletionFacts, DeletionFile, DeletionLead, deletionTitle } from '../desk/Deletion.js';
import { KeptStill } from '../KeptStill.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { type ScreenProps, useWidget } from '../widget.js';

/** The receiver's own confirmation, with its date (requirement L-13), and the ways on. */
export function WithdrawnScreen({ state }: ScreenProps<'withdrawn'>): ReactElement {
  const text = useText();
  const { t } = text;
  const { send } = useWidget();
  return (
    <Screen
      step="withdrawn"
      title={deletionTitle(state, text)}
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
      <DeletionLead {...state} />
      {state.clipsLeft ? <KeptStill onDelete={() => send({ type: 'withdraw' })} /> : null}
      <p>{t('withdrawn.next')}</p>
      <DeletionFacts {...state} />
      <DeletionFile {...state} />
    </Screen>
  );
}

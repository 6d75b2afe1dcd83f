import type { ReactElement } from 'react';
import { Control } from '../Control.js';
import { Ended } from '../Ended.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { type ScreenProps, useWidget } from '../widget.js';

export function CancelledScreen({ state }: ScreenProps<'cancelled'>): ReactElement {
  const { t } = useText();
  const { send, notice } = useWidget();
  return (
    <Screen
      step="cancelled"
      title={t('cancelled.title')}
      actions={
        notice === null ? null : (
          <div className="candor-actions" part="actions">
            <div className="candor-bar">
              <Control action="retry" look="plain" onPress={() => send({ type: 'retry' })}>
                {t('cancelled.retry')}
              </Control>
            </div>
          </div>
        )
      }
    >
      <Ended aftermath={state.aftermath} clipsLeft={state.clipsLeft} />
    </Screen>
  );
}

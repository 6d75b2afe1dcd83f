import type { ReactElement } from 'react';
import { Facts } from '../Facts.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import type { ScreenProps } from '../widget.js';

/** The receiver's own confirmation, with its date (requirement L-13). */
export function WithdrawnScreen({ state }: ScreenProps<'withdrawn'>): ReactElement {
  const { t, format } = useText();
  return (
    <Screen step="withdrawn" title={t('withdrawn.title')}>
      <p className="candor-lead">{t('withdrawn.body', { time: format.time(state.deletedAt) })}</p>
      <Facts facts={[[t('done.number'), <code key="number">{state.verificationId}</code>]]} />
    </Screen>
  );
}

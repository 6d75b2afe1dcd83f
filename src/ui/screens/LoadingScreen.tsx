import type { ReactElement } from 'react';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { CancelControl } from '../Ways.js';

/** Until the receiver's description is there. Nothing of the person is asked for. */
export function LoadingScreen(): ReactElement {
  const { t } = useText();
  return (
    <Screen step="loading" title={t('loading.title')} actions={<CancelControl />}>
      <p>{t('loading.body')}</p>
      <div className="candor-spinner" />
    </Screen>
  );
}

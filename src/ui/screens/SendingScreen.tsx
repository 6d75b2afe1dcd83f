import type { ReactElement } from 'react';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { Actions } from '../Ways.js';
import { type ScreenProps, useSpoken } from '../widget.js';

export function SendingScreen({ state }: ScreenProps<'sending'>): ReactElement {
  const { t, format } = useText();
  const again = state.attempt > 1 ? t('sending.attempt', { count: format.count(state.attempt) }) : '';
  useSpoken(again);
  return (
    <Screen step="sending" title={t('sending.title')} actions={<Actions />}>
      <p className="candor-lead">{t('sending.body', { size: format.bytes(state.sizeBytes) })}</p>
      {again === '' ? null : <p>{again}</p>}
      <div className="candor-spinner" />
    </Screen>
  );
}

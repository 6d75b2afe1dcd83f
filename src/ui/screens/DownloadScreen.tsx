import type { ReactElement } from 'react';
import { DownloadBar } from '../DownloadBar.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { Actions } from '../Ways.js';
import type { ScreenProps } from '../widget.js';

/** Until the camera's picture can be looked at. It stays off so long, and both ways out work all the time. */
export function DownloadScreen({ state }: ScreenProps<'downloading'>): ReactElement {
  const { t } = useText();
  return (
    <Screen step="downloading" title={t('loading.title')} actions={<Actions />}>
      <p>{t('loading.body')}</p>
      <DownloadBar download={state} isSpoken />
    </Screen>
  );
}

import type { ReactElement } from 'react';
import { Icon } from '../icons.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { Actions } from '../Ways.js';
import { type ScreenProps, useSpoken, useWidget } from '../widget.js';

/** While the browser asks. It may never answer: both ways out work all the time. */
export function PermissionScreen({ state }: ScreenProps<'permission'>): ReactElement {
  const { t } = useText();
  const { autoStart } = useWidget();
  const hint = state.waitingLong ? t('permission.waitingLong') : '';
  useSpoken(hint);
  return (
    <Screen step="permission" title={t('permission.title')} actions={<Actions />}>
      <p className="candor-lead">{t('permission.body')}</p>
      <ul className="candor-points">
        {autoStart ? null : <li>{t('permission.notYet')}</li>}
        <li>{t('permission.noSound')}</li>
      </ul>
      {state.waitingLong ? (
        <p className="candor-note" part="note">
          <Icon name="camera" /> {hint}
        </p>
      ) : (
        <div className="candor-spinner" />
      )}
    </Screen>
  );
}

import type { ReactElement } from 'react';
import { Control } from '../Control.js';
import { Problem } from '../Problem.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import type { Later } from '../useLater.js';
import { Actions } from '../Ways.js';

/** While the later screens are on their way, or when they did not arrive. The ways out work all the time. */
export function WaitScreen({ later }: { readonly later: Later<unknown> }): ReactElement {
  const { t } = useText();
  if (later.kind !== 'failed') {
    return (
      <Screen step="wait" title={t('loading.title')} actions={<Actions />}>
        <div className="candor-spinner" />
      </Screen>
    );
  }
  const retry = (
    <Control action="retry" look="main" onPress={later.retry}>
      {t('failed.retry')}
    </Control>
  );
  return (
    <Screen step="wait" title={t('failed.title')} actions={<Actions>{retry}</Actions>}>
      <Problem error={later.error} />
    </Screen>
  );
}

import type { ReactElement } from 'react';
import { Control } from '../Control.js';
import { Problem } from '../Problem.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import type { Later } from '../useLater.js';
import { Actions } from '../Ways.js';

interface WaitProps {
  readonly later: Later<unknown>;
  /** Back to where the seller came from; absent: this is the way itself, and its ways out are the others. */
  readonly onLeave?: (() => void) | undefined;
}

/** While the later screens are on their way, or when they did not arrive. The ways out work all the time. */
export function WaitScreen({ later, onLeave }: WaitProps): ReactElement {
  const { t } = useText();
  const out = (retry: ReactElement | null): ReactElement =>
    onLeave === undefined ? <Actions>{retry}</Actions> : <BackOr retry={retry} onLeave={onLeave} />;
  if (later.kind !== 'failed') {
    return (
      <Screen step="wait" title={t('loading.title')} actions={out(null)}>
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
    <Screen step="wait" title={t('failed.title')} actions={out(retry)}>
      <Problem error={later.error} offersWay={onLeave === undefined} />
    </Screen>
  );
}

interface BackProps {
  readonly retry: ReactElement | null;
  readonly onLeave: () => void;
}

function BackOr({ retry, onLeave }: BackProps): ReactElement {
  const { t } = useText();
  return (
    <div className="candor-actions" part="actions">
      {retry === null ? null : <div className="candor-bar">{retry}</div>}
      <Control action="back" look="quiet" onPress={onLeave}>
        {t('widget.cancel')}
      </Control>
    </div>
  );
}

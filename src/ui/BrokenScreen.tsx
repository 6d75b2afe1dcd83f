import type { ReactElement } from 'react';
import type { CandorError } from '../core/errors.js';
import { Control } from './Control.js';
import { Problem } from './Problem.js';
import { Screen } from './Screen.js';
import { useText } from './text.js';

export interface BrokenScreenProps {
  readonly error: CandorError;
  readonly retry: () => void;
}

/** What happened, and the way to begin again, where there is no flow to lead anywhere else. */
export function BrokenScreen({ error, retry }: BrokenScreenProps): ReactElement {
  const { t } = useText();
  const actions = error.retryable ? (
    <div className="candor-actions" part="actions">
      <div className="candor-bar">
        <Control action="retry" look="main" onPress={retry}>
          {t('cancelled.retry')}
        </Control>
      </div>
    </div>
  ) : null;
  return (
    <Screen step="failed" title={t('failed.title')} actions={actions}>
      <Problem error={error} />
    </Screen>
  );
}

import type { ReactElement } from 'react';
import { Control } from './Control.js';
import { useText } from './text.js';
import { useSpoken } from './widget.js';

/** After a withdrawal, where the storage did not say that what was kept is gone: then nobody says that it is. */
export function KeptStill({ onDelete }: { readonly onDelete: () => void }): ReactElement {
  const { t } = useText();
  const words = `${t('error.storage.undeleted.cause')} ${t('error.storage.undeleted.remedy')}`;
  useSpoken(words);
  return (
    <>
      <p className="candor-note" part="note" data-clip="undeleted">
        {words}
      </p>
      <div className="candor-pair">
        <Control action="withdraw" look="plain" onPress={onDelete}>
          {t('ended.askAgain')}
        </Control>
      </div>
    </>
  );
}

import type { ReactElement } from 'react';
import { Control } from './Control.js';
import { useText } from './text.js';
import { useWidget } from './widget.js';

/** For who has been here before: what became of it, before anything new. */
export function MyDataControl(): ReactElement {
  const { t } = useText();
  const { openMyData } = useWidget();
  return (
    <Control action="my-data" look="quiet" onPress={openMyData}>
      {t('notice.myData')}
    </Control>
  );
}

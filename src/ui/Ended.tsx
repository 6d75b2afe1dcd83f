import type { ReactElement } from 'react';
import { useText } from './text.js';
import { useWidget } from './widget.js';

/** What left the device and what did not, once it is over. */
export function Ended(): ReactElement {
  const { t } = useText();
  const { mayHaveSent, notice } = useWidget();
  const name = notice?.notice.controller.name ?? '';
  return (
    <p className="candor-lead">{mayHaveSent ? t('ended.maybeSent', { name }) : t('ended.nothingSent')}</p>
  );
}

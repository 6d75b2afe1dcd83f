import type { ReactElement } from 'react';
import type { NoticeView } from '../../flow/state.js';
import { Icon, type IconName } from '../icons.js';
import { useText } from '../text.js';

/** What everybody should know before answering, short enough to be read: why, what happens to the face in four lines, and
 * what a no means. Everything else is in {@link Details}. */
export function Brief({ view: { notice } }: { readonly view: NoticeView }): ReactElement {
  const { t, format } = useText();
  const lines: readonly (readonly [IconName, string])[] = [
    ['device', t('notice.brief.stays')],
    ['seal', t('notice.brief.sent')],
    ['compare', t('notice.brief.compared')],
    ['calendar', t('notice.brief.deleted', { duration: format.days(notice.retentionDays) })],
  ];
  return (
    <>
      <p className="candor-lead">{notice.purpose}</p>
      <ul className="candor-brief">
        {lines.map(([icon, line]) => (
          <li key={icon}>
            <Icon name={icon} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <p className="candor-declined">
        <strong>{t('notice.ifDeclined')}:</strong> {notice.ifDeclined}
      </p>
    </>
  );
}

import type { ReactElement } from 'react';
import type { Search } from '../../core/types.js';
import type { NoticeView } from '../../flow/state.js';
import { Icon, type IconName } from '../icons.js';
import { Theirs } from '../Theirs.js';
import { type Text, useText } from '../text.js';

/** What everybody should know before answering, short enough to be read: why, what happens to the face in four lines, and
 * what a no means. Everything else is in {@link Details}. */
export function Brief({ view: { notice, search, locale } }: { readonly view: NoticeView }): ReactElement {
  const text = useText();
  const { t, format } = text;
  const lines: readonly (readonly [IconName, string])[] = [
    ['device', t('notice.brief.stays')],
    ['seal', t('notice.brief.sent')],
    ['compare', compared(search, text)],
    ['calendar', t('notice.brief.deleted', { duration: format.days(notice.retentionDays) })],
  ];
  return (
    <>
      <Theirs as="p" className="candor-lead" locale={locale}>
        {notice.purpose}
      </Theirs>
      <ul className="candor-brief" part="brief">
        {lines.map(([icon, line]) => (
          <li key={icon}>
            <Icon name={icon} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <p className="candor-declined">
        <strong>{t('notice.ifDeclined')}</strong> <Theirs locale={locale}>{notice.ifDeclined}</Theirs>
      </p>
    </>
  );
}

/** With whom, and how often that goes wrong, as far as the receiver says (requirement P-08: the worst measured group beside the
 * overall rate). */
function compared(search: Search | null, { t, format }: Text): string {
  if (search === null) return t('notice.brief.compared');
  const { scope, templates, overall, worstGroup } = search;
  if (scope === 'groups') return t('notice.brief.groups');
  if (templates === 0) return t('notice.brief.compared');
  const rates = worstGroup === null ? [overall.fpir] : [overall.fpir, worstGroup.fpir];
  const { areShares, told } = format.odds(rates);
  const [all = '', worst] = told;
  if (worst === undefined)
    return t(areShares ? 'notice.brief.galleryShare' : 'notice.brief.gallery', { count: templates, all });
  return t(areShares ? 'notice.brief.galleryWorstShare' : 'notice.brief.galleryWorst', {
    count: templates,
    all,
    worst,
  });
}

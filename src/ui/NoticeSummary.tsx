import type { ReactElement, ReactNode } from 'react';
import type { Threshold, WorstGroup } from '../core/types.js';
import type { NoticeView } from '../flow/state.js';
import { Icon, type IconName } from './icons.js';
import { OutsideLink } from './OutsideLink.js';
import { useText } from './text.js';
import { inLocale } from './Ways.js';

/** The four answers that people look for first. */
export function NoticeSummary({ view }: { readonly view: NoticeView }): ReactElement {
  const { t, format } = useText();
  const { notice, threshold } = view;
  return (
    <div className="candor-cards">
      <Card icon="device" title={t('notice.stays')}>
        <p>{notice.notSent}</p>
      </Card>
      <Card icon="seal" title={t('notice.sent')}>
        <p>{notice.sent}</p>
      </Card>
      <Card icon="calendar" title={t('notice.deletedAfter', { duration: format.days(notice.retentionDays) })}>
        <p>{notice.removal}</p>
      </Card>
      <Card icon="compare" title={t('notice.compared')} wide>
        <p>{notice.comparison}</p>
        <ThresholdInWords threshold={threshold} />
      </Card>
    </div>
  );
}

interface CardProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

function Card({ icon, title, children, wide = false }: CardProps): ReactElement {
  return (
    <section className="candor-card" data-wide={wide}>
      <Icon name={icon} />
      <div>
        <h3 className="candor-subtitle">{title}</h3>
        {children}
      </div>
    </section>
  );
}

/** The operating point with its rates (requirement M-01), so that nobody has to know what a similarity is. */
function ThresholdInWords({ threshold }: { readonly threshold: Threshold }): ReactElement {
  const { t, format } = useText();
  return (
    <ul className="candor-points">
      <li>{t('notice.threshold.value', { value: format.similarity(threshold.value) })}</li>
      <li>
        {t('notice.threshold.fmr', { count: format.oneIn(threshold.fmr) })}{' '}
        <WorstGroupInWords group={threshold.worstGroup} />
      </li>
      <li>{t('notice.threshold.fnmr', { share: format.share(threshold.fnmr) })}</li>
      <li>
        {t('notice.threshold.n', { count: format.count(threshold.n) })}{' '}
        <OutsideLink address={threshold.calibration}>{t('notice.threshold.link')}</OutsideLink>
      </li>
    </ul>
  );
}

/** Beside the overall rate, never instead of it: a seller of that group meets this one (requirement P-08). */
function WorstGroupInWords({ group }: { readonly group: WorstGroup | undefined }): string {
  const { t, format, locale } = useText();
  if (group === undefined) return t('notice.threshold.ungrouped');
  const [count, most] = [format.oneIn(group.fmr), format.oneIn(group.fmrAtMost)];
  return t('notice.threshold.worst', { group: inLocale(group.name, locale), count, most });
}

import type { ReactElement } from 'react';
import { inLocale } from '../../core/locale.js';
import type { Threshold, WorstGroup } from '../../core/types.js';
import { OutsideLink } from '../OutsideLink.js';
import { useText } from '../text.js';

/** The operating point with its rates (requirement M-01), so that nobody has to know what a similarity is. */
export function ThresholdInWords({ threshold }: { readonly threshold: Threshold }): ReactElement {
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

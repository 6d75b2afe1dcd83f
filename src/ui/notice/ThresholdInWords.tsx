import type { ReactElement } from 'react';
import type { Search, Threshold, WorstGroup } from '../../core/types.js';
import { OutsideLink } from '../OutsideLink.js';
import { Around, HERE, InTheirs } from '../Theirs.js';
import { useText } from '../text.js';

export interface ThresholdInWordsProps {
  readonly threshold: Threshold;
  /** What that makes of each seller; null where it is not known. */
  readonly search?: Search | null | undefined;
}

/** The operating point with its rates (requirement M-01), so that nobody has to know what a similarity is. */
export function ThresholdInWords({ threshold, search = null }: ThresholdInWordsProps): ReactElement {
  const { t, format } = useText();
  return (
    <ul className="candor-points">
      <li>{t('notice.threshold.value', { value: format.similarity(threshold.value) })}</li>
      <li>
        {t('notice.threshold.fmr', { count: format.oneIn(threshold.fmr) })}{' '}
        <WorstGroupInWords group={threshold.worstGroup} />
      </li>
      <OfEachSeller search={search} group={threshold.worstGroup} />
      <li>{t('notice.threshold.fnmr', { share: format.share(threshold.fnmr) })}</li>
      <li>
        {t('notice.threshold.n', { count: format.count(threshold.n) })}{' '}
        <OutsideLink address={threshold.calibration}>{t('notice.threshold.link')}</OutsideLink>
      </li>
    </ul>
  );
}

/** A rate of pairs says little to one who is compared with thousands. In percent, so that the worst group's can be held against the overall
 * one, which stands beside it (requirement P-08). Where only groups are searched, the rates that the
 * receiver gives are not the seller's: they are of a search among all. */
function OfEachSeller({
  search,
  group,
}: Pick<ThresholdInWordsProps, 'search'> & { readonly group: WorstGroup | undefined }): ReactElement | null {
  const { t, format } = useText();
  if (search === null || search === undefined || search.templates === 0 || search.scope === 'groups')
    return null;
  const { templates, overall, worstGroup } = search;
  return (
    <li>
      <Around sentence={t('notice.threshold.seller', { count: format.count(templates), all: HERE })}>
        {format.share(overall.fpir)}
        {group === undefined || worstGroup === null ? null : (
          <>
            {' ('}
            <InTheirs texts={group.name} />: {format.share(worstGroup.fpir)})
          </>
        )}
      </Around>
    </li>
  );
}

/** Beside the overall rate, never instead of it: a seller of that group meets this one (requirement P-08). */
function WorstGroupInWords({ group }: { readonly group: WorstGroup | undefined }): ReactElement {
  const { t, format } = useText();
  if (group === undefined) return <>{t('notice.threshold.ungrouped')}</>;
  const [count, most] = [format.oneIn(group.fmr), format.oneIn(group.fmrAtMost)];
  return (
    <Around sentence={t('notice.threshold.worst', { group: HERE, count, most })}>
      <InTheirs texts={group.name} />
    </Around>
  );
}

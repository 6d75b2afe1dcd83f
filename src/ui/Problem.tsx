import type { ReactElement } from 'react';
import type { CandorError } from '../core/errors.js';
import { Icon } from './icons.js';
import { remedyFor } from './remedy.js';
import { useText } from './text.js';
import { useSpoken } from './widget.js';

export interface ProblemProps {
  readonly error: CandorError;
  /** Whether the way without a face is on this screen: only then may a remedy name it. */
  readonly offersWay?: boolean | undefined;
  /** Whether the sealed result is kept: then it is sent again. */
  readonly isKept?: boolean | undefined;
}

/** What happened, what to do next, and the code for whoever is asked for help. */
export function Problem({ error, offersWay = false, isKept = false }: ProblemProps): ReactElement {
  const { t } = useText();
  const cause = t(`error.${error.code}.cause`);
  const remedy = t(remedyFor(error, offersWay, isKept));
  useSpoken(`${cause} ${remedy}`);
  return (
    <div className="candor-note" part="problem" data-problem={error.code}>
      <Icon name="alert" />
      <div>
        <p className="candor-lead">{cause}</p>
        <p>{remedy}</p>
        <p className="candor-small">{t('failed.code', { code: error.code })}</p>
      </div>
    </div>
  );
}

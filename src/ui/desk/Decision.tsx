import type { ReactElement } from 'react';
import type { StoredRecord } from '../../envelope/wire.js';
import { Icon, type IconName } from '../icons.js';
import { type Text, useText } from '../text.js';
import { useSpoken } from '../widget.js';
import { oddsOfSeller } from './compared-with.js';
import { isAwaited } from './Deletion.js';

export interface DecisionProps {
  readonly record: StoredRecord;
  /** In a list: without the threshold, which stands with what is stored. */
  readonly short?: boolean | undefined;
}

/** How it stands with one check: what was decided, and by what kind of reviewer, when, under which threshold. */
export function Decision({ record, short = false }: DecisionProps): ReactElement {
  const text = useText();
  const { headline, basis, icon } = standing(record, text);
  useSpoken(`${headline} ${basis}`);
  return (
    <section
      className="candor-decision"
      part="decision"
      data-record={record.state}
      data-decision={decisionName(record)}
    >
      <Icon name={icon} />
      <div>
        <p className="candor-lead">{headline}</p>
        <p>{basis}</p>
        {short || record.comparedWith === 0 ? null : (
          <p className="candor-small">
            <ThresholdOf record={record} />
          </p>
        )}
      </div>
    </section>
  );
}

/** The rate of pairs and, where it is known with how many the seller was compared, the seller's own. */
export function ThresholdOf({ record }: { readonly record: StoredRecord }): string {
  const text = useText();
  const { t, format } = text;
  const { value, fmr } = record.threshold;
  const ofPairs = t('decision.threshold', { value: format.similarity(value), count: format.oneIn(fmr) });
  return `${ofPairs} ${oddsOfSeller(record, text)}`.trimEnd();
}

/** For tests of hosts, which need no language: an outcome, or how the case stands. */
function decisionName({ state, review, status }: StoredRecord): string {
  if (state !== 'stored') return state;
  if (review === undefined || review === null) return status;
  return review.state === 'closed' ? (review.outcome ?? 'closed') : review.state;
}

interface Standing {
  readonly headline: string;
  readonly basis: string;
  readonly icon: IconName;
}

function standing(record: StoredRecord, text: Text): Standing {
  const { t, format } = text;
  const { state, status, review, decidedAt, deletedAt } = record;
  if (state !== 'stored') {
    const time = format.time(deletedAt ?? record.deleteAfter);
    const headline = t(isAwaited(record.shares) ? 'withdrawn.waiting' : 'decision.gone');
    return { headline, basis: t('decision.deletedAt', { time }), icon: 'check' };
  }
  if (review !== undefined && review !== null) return standingOf(review, decidedAt, text);
  const time = format.time(decidedAt);
  if (status === 'no_duplicate') {
    // Nobody was there to compare with: then nothing was compared, and nothing is said of it.
    if (record.comparedWith === 0)
      return { headline: t('status.no_duplicate.body'), basis: time, icon: 'check' };
    const basis = t('decision.byMachine', { time });
    return { headline: t('decision.nothingFound'), basis, icon: 'check' };
  }
  // A receiver without reviews says at most what was found, in its own word.
  const headline = record.reviewOutcome ?? t('decision.open');
  return { headline, basis: t('decision.since', { time }), icon: 'person' };
}

function standingOf(
  { state, outcome, decidedAt }: NonNullable<StoredRecord['review']>,
  since: string,
  { t, format }: Text,
): Standing {
  const found = outcome === null ? null : t(`decision.found.${outcome}`);
  const by = t('decision.byPerson', { time: format.time(decidedAt ?? since) });
  if (state === 'closed' && found !== null) return { headline: found, basis: by, icon: 'check' };
  const waiting = t('decision.since', { time: format.time(since) });
  if (found !== null) {
    return { headline: t('decision.again'), basis: t('decision.before', { found }), icon: 'person' };
  }
  return {
    headline: t(state === 'asked' ? 'decision.asked' : 'decision.open'),
    basis: waiting,
    icon: 'person',
  };
}

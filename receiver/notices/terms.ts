import { type CalibratedThreshold, peopleBehind } from '../../src/calibration/calibrated-threshold.js';
import type { Locale } from '../../src/core/types.js';

/** The figures that a notice states. Its words are made around them, so that they cannot disagree with discovery. */
export interface NoticeTerms {
  readonly threshold: CalibratedThreshold;
  readonly retentionDays: number;
  /** Numbers in a template. */
  readonly embeddingDim: number;
}

/** Those figures as they are written in a language. */
export interface WrittenTerms {
  /** Similarity, such as `0.45`. */
  readonly value: string;
  /** Whose pictures were compared, such as `2,066`. */
  readonly people: string;
  /** Pairs of different people that were compared. */
  readonly pairs: string;
  /** Of how many of them one is taken for the same person, such as `43,000`. */
  readonly oneInPairs: string;
  /** The group of people in which that happens most, with the same figures; `atMost` for the upper end of the interval. */
  readonly group: {
    readonly name: string;
    readonly pairs: string;
    readonly oneInPairs: string;
    readonly atMost: string;
  };
  /** Share of same-person pairs that are missed, such as `8.9 %`. */
  readonly missed: string;
  readonly days: string;
}

export function writeTerms({ threshold, retentionDays }: NoticeTerms, locale: Locale): WrittenTerms {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: 'always' });
  const rounded = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2, useGrouping: 'always' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const oneIn = (rate: number): string => rounded.format(1 / rate);
  const { worstGroup } = threshold;
  return {
    value: number.format(threshold.value),
    people: number.format(peopleBehind(threshold.n)),
    pairs: number.format(threshold.n),
    oneInPairs: oneIn(threshold.fmr),
    group: {
      name: worstGroup.name[locale] ?? worstGroup.name.en ?? '',
      pairs: number.format(worstGroup.n),
      oneInPairs: oneIn(worstGroup.fmr),
      atMost: oneIn(worstGroup.fmrAtMost),
    },
    missed: percent.format(threshold.fnmr),
    days: number.format(retentionDays),
  };
}

import type { Locale, Threshold } from '../../src/core/types.js';

/** The figures that a notice states. Its words are made around them, so that they cannot disagree with discovery. */
export interface NoticeTerms {
  readonly threshold: Threshold;
  readonly retentionDays: number;
  /** Numbers in a template. */
  readonly embeddingDim: number;
}

/** Those figures as they are written in a language. */
export interface WrittenTerms {
  /** Similarity, such as `0.919`. */
  readonly value: string;
  /** Of how many different pairs one is taken for the same person, such as `1,000`. */
  readonly oneInPairs: string;
  /** Share of same-person pairs that are missed, such as `3.3 %`. */
  readonly missed: string;
  /** Pairs that were measured. */
  readonly pairs: string;
  readonly days: string;
}

export function writeTerms({ threshold, retentionDays }: NoticeTerms, locale: Locale): WrittenTerms {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: 'always' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return {
    value: number.format(threshold.value),
    oneInPairs: number.format(Math.round(1 / threshold.fmr)),
    missed: percent.format(threshold.fnmr),
    pairs: number.format(threshold.n),
    days: number.format(retentionDays),
  };
}

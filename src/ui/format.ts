import type { Locale } from '../core/types.js';

/** Numbers and times in the words of one language. */
export interface Format {
  /** `30` → `30 days`. */
  days(count: number): string;
  /** `3` → `3 seconds`. */
  seconds(count: number): string;
  /** `7104` → `7,104 bytes`. */
  bytes(count: number): string;
  count(count: number): string;
  /** A similarity, to three decimals at most. */
  similarity(value: number): string;
  /** A share of 0…1 → `2.5%`, `0.012%`: two significant digits, so that nothing rare is said never to happen. */
  share(value: number): string;
  /** A rate of 0…1 → the N of "1 in N", to two significant digits; `∞` for 0. */
  oneIn(rate: number): string;
  /** The same of rates that stand beside each other, or their shares: "1 in 1.1" says nothing to anybody, so from more than a
   * half on all of them are told as shares, `90%`. */
  odds(rates: readonly number[]): Odds;
  /** ISO 8601 → date and time of day. What is no time is shown as it came. */
  time(iso: string): string;
}

export interface Odds {
  readonly areShares: boolean;
  /** In the order of the rates. */
  readonly told: readonly string[];
}

/** Highest rate that is told as "1 in N". */
const MOST_ONE_IN = 0.5;

function unit(locale: Locale, name: 'day' | 'second' | 'byte'): (count: number) => string {
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' });
  return (count) => format.format(count);
}

function timeOf(locale: Locale): (iso: string) => string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  return (iso) => {
    const time = new Date(iso);
    return Number.isNaN(time.getTime()) ? iso : format.format(time);
  };
}

export function formatFor(locale: Locale): Format {
  const number = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value: number) => format.format(value);
  };
  const rounded = number({ maximumSignificantDigits: 2 });
  const share = number({ style: 'percent', maximumSignificantDigits: 2 });
  const oneIn = (rate: number): string => rounded(1 / rate);
  return {
    days: unit(locale, 'day'),
    seconds: unit(locale, 'second'),
    bytes: unit(locale, 'byte'),
    count: number({}),
    similarity: number({ maximumFractionDigits: 3 }),
    share,
    oneIn,
    odds: (rates) => {
      const areShares = rates.some((rate) => rate > MOST_ONE_IN);
      return { areShares, told: rates.map(areShares ? share : oneIn) };
    },
    time: timeOf(locale),
  };
}

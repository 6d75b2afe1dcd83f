import { type CalibratedThreshold, calibratedThreshold } from '../src/calibration/calibrated-threshold.js';
import { calibrationOf } from '../src/calibration/calibration.js';
import { SHIPPED_MODEL } from '../src/core/shipped-model.js';
import type { Locale } from '../src/core/types.js';
import type { SearchPolicy } from './matching/search-policy.js';
import { DEMO_LANGUAGES } from './notices/languages.js';
import { type NamedOperators, threePartNoticeOf } from './notices/three-parts.js';
import { type AlternativeId, type AlternativeWords, type DemoWords, noticeOf } from './notices/words.js';
import { ReceiverOptionError } from './option-error.js';
import type { OfferedAlternative, ReceiverOptions } from './options.js';

/** The fictional marketplace that the demo and the tests run as. */

/** The lowest threshold of the shipped model at which the worst measured group stays below 0.3 % (docs/thresholds.md).
 * Whoever ships a model that was not measured states figures and words of their own. */
function demoThreshold(): CalibratedThreshold {
  const { modelId } = SHIPPED_MODEL;
  const calibration = calibrationOf(modelId);
  if (calibration === null) {
    throw new ReceiverOptionError([
      { field: 'threshold', reason: `nobody measured ${modelId}: state your own, and own notices` },
    ]);
  }
  return calibratedThreshold(calibration, 'https://candor.example/docs/thresholds.md');
}

const DEMO_RETENTION_DAYS = 90;

/** In the order in which they are offered. */
const ALTERNATIVE_IDS: readonly AlternativeId[] = [
  'id-document',
  'bank-check',
  'video-call',
  'second-account',
];

function inEachLanguage<Said>(
  said: (words: DemoWords, locale: Locale) => Said,
): Readonly<Record<Locale, Said>> {
  return Object.fromEntries(
    Object.entries(DEMO_LANGUAGES).map(([locale, words]) => [locale, said(words, locale)]),
  );
}

function alternativeOf(id: AlternativeId): OfferedAlternative {
  const inWords = (name: keyof AlternativeWords) =>
    inEachLanguage(({ alternatives }) => alternatives[id][name]);
  return { id, label: inWords('label'), expectedTime: inWords('expectedTime'), next: inWords('next') };
}

/** Whom the demo's newcomers are compared with: nobody gives its sellers a group, and few try it, so one false hit for each
 * newcomer may be looked at. Not among {@link demoOptions}: a marketplace that begins with those has to switch it on. */
export const DEMO_SEARCH: SearchPolicy = { scope: 'gallery', mostFalseHits: 1 };

/** What a receiver needs but where it runs and whom it searches: the fictional marketplace Marktkiste, in eleven languages.
 * @param operators - the three who keep a part of each template, where there are any: its notices name them, and say who gets what.
 * @throws {@link ReceiverOptionError} for a model without calibration.
 * @example
 * const { notices, threshold } = demoOptions(); */
export function demoOptions(operators?: NamedOperators): Pick<
  ReceiverOptions,
  'audience' | 'notices' | 'embeddingDim' | 'alternatives'
> & {
  readonly threshold: CalibratedThreshold;
} {
  const threshold = demoThreshold();
  const terms = { embeddingDim: SHIPPED_MODEL.dim, retentionDays: DEMO_RETENTION_DAYS };
  return {
    audience: 'receiver.marktkiste.example',
    notices: inEachLanguage((words, locale) =>
      operators === undefined
        ? noticeOf(words, terms)
        : threePartNoticeOf(words, { ...terms, operators, locale }),
    ),
    threshold,
    embeddingDim: SHIPPED_MODEL.dim,
    alternatives: ALTERNATIVE_IDS.map(alternativeOf),
  };
}

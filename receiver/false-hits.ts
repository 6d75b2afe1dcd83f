import { largestGallery, MOST_FALSE_HITS } from '../src/calibration/operating-points.js';
import { searchErrors } from '../src/core/rates.js';
import { fmrAtMost } from './matching/search-policy.js';
import type { ReceiverConfig } from './options.js';

type Watched = Pick<ReceiverConfig, 'threshold' | 'gallerySize' | 'log'>;

/** Says what a newcomer must expect of a search among the templates stored or planned, and warns when that is more false hits
 * than people can look at: the worst measured group's false match rate, at the upper end of its interval (requirement M-05;
 * docs/thresholds.md). A marketplace begins with none and grows, so it warns at a start and whenever the gallery has grown past the
 * bound since. */
export class FalseHitsWatch {
  readonly #config: Watched;
  #isTooLow = false;

  constructor(config: Watched) {
    this.#config = config;
  }

  /** @param templates - how many are searched. */
  start(templates: number): void {
    const { threshold, log } = this.#config;
    const { gallerySize, errors } = this.#among(templates);
    const holdsUpTo = largestGallery(fmrAtMost(threshold));
    log({ event: 'search.expected', gallerySize, ...errors, holdsUpTo });
    this.seen(templates);
  }

  /** Warns once each time that the bound is crossed.
   * @param templates - how many are searched now. */
  seen(templates: number): void {
    const { gallerySize, errors } = this.#among(templates);
    const { falseHits: falseHitsPerNewcomer } = errors.worstGroup ?? errors.overall;
    const isTooLow = falseHitsPerNewcomer > MOST_FALSE_HITS;
    const measuredOn = errors.worstGroup === null ? 'overall' : 'worst_group';
    if (isTooLow && !this.#isTooLow)
      this.#config.log({ event: 'threshold.too_low', gallerySize, falseHitsPerNewcomer, measuredOn });
    this.#isTooLow = isTooLow;
  }

  #among(templates: number) {
    const { threshold, gallerySize: planned } = this.#config;
    const gallerySize = Math.max(planned, templates);
    return { gallerySize, errors: searchErrors(threshold, gallerySize) };
  }
}

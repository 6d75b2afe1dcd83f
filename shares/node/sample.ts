import type { Party } from '../party.js';
import type { Gallery } from './gallery.js';

const SAMPLE_WORDS = 6;

/** What an operator has, for its own eyes. */
export interface Sample {
  /** Templates of which it has a part. */
  readonly rows: number;
  /** A few words of the first component of the part that came last; empty where there is none. */
  readonly words: readonly number[];
}

/** Each operator takes its words from another place: what three of them print gives no number of a template. */
export function sampleOf(gallery: Gallery, party: Party): Sample {
  const from = party * SAMPLE_WORDS;
  const words = gallery.newest?.own.slice(from, from + SAMPLE_WORDS) ?? [];
  return { rows: gallery.size, words: [...words] };
}

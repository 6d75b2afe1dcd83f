import type { EmbeddingEvidence, FrameObservation } from '../../src/core/observation.js';
import type { Challenge } from '../../src/core/types.js';
import type { ClipScript } from '../../src/testing/index.js';

/** What is put before the camera once: a clip, and what is asked while it is recorded. */
export interface Presentation {
  readonly script: ClipScript;
  readonly challenge: Challenge;
  /** Clip time at which the five seconds begin, ms: a whole number of its frames. */
  readonly startAtMs: number;
}

/** All that the worker said of one recorded clip: numbers, no picture and no embedding. `decide` is a pure function of
 * it, so thresholds can be tried on series that were recorded once. */
export interface RecordedSeries {
  readonly name: string;
  readonly observations: readonly FrameObservation[];
  /** null: no frame was good enough to be embedded. */
  readonly embedded: EmbeddingEvidence | null;
  /** Which frames that says something of, in the order in which they were chosen. */
  readonly embeddedFrameIds: readonly number[];
}

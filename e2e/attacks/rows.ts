/** Rows of the list of attacks that are no clip before the camera, and the test that covers each, or the words that admit a gap. */
export const COVERED_ELSEWHERE: Readonly<Record<number, { readonly file: string; readonly test: string }>> = {
  22: { file: 'e2e/camera-says-no.spec.ts', test: 'torn off in the middle of the clip: camera.lost' },
  26: { file: 'e2e/injection.spec.ts', test: 'the documented table is what was asserted' },
  27: { file: 'e2e/injection.spec.ts', test: 'the documented table is what was asserted' },
  28: { file: 'e2e/injection.spec.ts', test: 'the documented table is what was asserted' },
  29: { file: 'e2e/injection.spec.ts', test: 'the documented table is what was asserted' },
  30: { file: 'e2e/injection.spec.ts', test: 'the documented table is what was asserted' },
  31: { file: 'receiver/replay.test.ts', test: 'accepts a random unit vector that no camera ever saw' },
  32: { file: 'receiver/replay.test.ts', test: 'lets one of two different envelopes of a session win' },
  33: { file: 'src/envelope/seal.test.ts', test: 'stays shut under any change of any text field' },
  34: { file: 'receiver/status-table.test.ts', test: 'refuses a consent to a notice of which one letter' },
  35: { file: 'src/envelope/key.test.ts', test: 'refuses a substituted key under a known id' },
  36: { file: 'src/vision/worker/load.test.ts', test: 'assets.integrity_failed' },
  // A gap that is admitted: whoever owns the page sees what is in it.
  37: { file: 'docs/threat-model.md', test: 'the host page' },
  38: { file: 'receiver/replay.test.ts', test: 'and never decides on it alone' },
  39: { file: 'src/transport/discovery.test.ts', test: 'the threshold is 0' },
  40: { file: 'src/liveness/flash.test.ts', test: 'flash in none of 100,000 schedules' },
};

/** The last row of the list (docs/threat-model.md). */
export const LAST_ROW = 40;

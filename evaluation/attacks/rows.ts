/** Rows of the list of attacks that are no clip before the camera, and the test that covers each. */
export const COVERED_ELSEWHERE: Readonly<Record<number, { readonly file: string; readonly test: string }>> = {
  22: { file: 'e2e/camera-says-no.spec.ts', test: 'torn off in the middle of the clip: camera.lost' },
  26: { file: 'e2e/injection.spec.ts', test: 'the documented table is what was asserted' },
  27: { file: 'e2e/injection.spec.ts', test: 'the documented table is what was asserted' },
  28: { file: 'e2e/injection.spec.ts', test: 'the documented table is what was asserted' },
  29: { file: 'e2e/injection.spec.ts', test: 'the documented table is what was asserted' },
  30: { file: 'e2e/injection.spec.ts', test: 'the documented table is what was asserted' },
  31: {
    file: 'receiver/replay.test.ts',
    test: 'accepts a random unit vector that no camera ever saw, and takes it for a newcomer',
  },
  32: { file: 'receiver/replay.test.ts', test: 'lets one of two different envelopes of a session win' },
  33: { file: 'receiver/attacks.test.ts', test: 'is refused for each of its fields, stores nothing' },
  34: { file: 'receiver/status-table.test.ts', test: 'refuses a consent to a notice of which one letter' },
  35: {
    file: 'evaluation/attacks/key-list.test.ts',
    test: 'is refused by the widget where it is an earlier one',
  },
  36: {
    file: 'src/vision/worker/load.test.ts',
    test: 'refuses a changed file with its name, what was expected and what was found',
  },
  38: {
    file: 'receiver/replay.test.ts',
    test: 'takes nobody’s word for it: a page that says “verified” has no record, and makes none',
  },
  39: { file: 'receiver/attacks.test.ts', test: 'with %s is never made' },
  40: { file: 'src/liveness/flash.test.ts', test: 'flash in none of 100,000 schedules' },
};

/** Rows against which nothing can be done in a page, in the words of docs/threat-model.md: whoever owns the page sees what is
 * in it. */
export const OPEN: Readonly<Record<number, string>> = {
  37: 'on the same origin **open**; the frame’s own origin reads all of it |',
};

/** The last row of the list (docs/threat-model.md). */
export const LAST_ROW = 40;

/** When a suite runs: before everything else; with what needs a quiet machine, one after the other; or on the processor time that those
 * leave. A browser test also waits, for files and for a camera. */
export type Lane = 'first' | 'browsers' | 'beside';

/** Whether a suite has the machine to itself, or steps back for another one. */
export type Place = 'alone' | 'beside';

interface InLane {
  readonly lane: Lane;
}

/** Runs suites lane by lane, the last two lanes at the same time; within a lane in their order. Where no browser test is asked for,
 * nothing steps back. */
export async function runLanes<Suite extends InLane, Result>(
  suites: readonly Suite[],
  run: (suite: Suite, place: Place) => Promise<Result>,
): Promise<readonly Result[]> {
  const inOrder = async (lane: Lane, place: Place): Promise<readonly Result[]> => {
    const results: Result[] = [];
    for (const suite of suites) if (suite.lane === lane) results.push(await run(suite, place));
    return results;
  };
  const first = await inOrder('first', 'alone');
  const besidePlace = suites.some(({ lane }) => lane === 'browsers') ? 'beside' : 'alone';
  const [browsers, beside] = await Promise.all([
    inOrder('browsers', 'alone'),
    inOrder('beside', besidePlace),
  ]);
  return [...first, ...beside, ...browsers];
}

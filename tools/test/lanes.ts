/** When a suite runs: before everything else; with what waits for files and installations; beside that, on the processor time that it
 * leaves; or last, alone: while a camera plays, nothing else may run. */
export type Lane = 'first' | 'package' | 'beside' | 'browsers';

/** Whether a suite has the machine to itself, or steps back for another one. */
export type Place = 'alone' | 'beside';

interface InLane {
  readonly lane: Lane;
}

/** Runs suites lane by lane, `package` and `beside` at the same time; within a lane in their order. Where nothing of `package` is asked
 * for, nothing steps back. */
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
  const besidePlace = suites.some(({ lane }) => lane === 'package') ? 'beside' : 'alone';
  const [packages, beside] = await Promise.all([inOrder('package', 'alone'), inOrder('beside', besidePlace)]);
  return [...first, ...beside, ...packages, ...(await inOrder('browsers', 'alone'))];
}

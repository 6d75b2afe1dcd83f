import type { ReceiverConfig } from '../options.js';
import type { Database } from '../store/database.js';
import { countRemovals } from '../store/shared-templates.js';
import type { Finding } from './finding.js';

/** How many deletions wait for which of the three operators. */
export async function findInRemovals(
  database: Database,
  { threeOperators }: Pick<ReceiverConfig, 'threeOperators'>,
): Promise<readonly Finding[]> {
  if (threeOperators === undefined) return [];
  const what = 'operators';
  const waiting = (await countRemovals(database)).flatMap((count, place) =>
    count === 0 ? [] : [`${count} for ${threeOperators.operators[place]?.name}`],
  );
  if (waiting.length === 0)
    return [{ kind: 'ok', what, words: 'all three have signed every deletion that they were asked for' }];
  return [{ kind: 'warning', what, words: `deletions wait: ${waiting.join(', ')}` }];
}

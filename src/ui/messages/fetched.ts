import { withTimeout } from '../../core/abort.js';

/** A file of words. */
export type WordsFile<Words> = (signal: AbortSignal) => Promise<{ readonly messages: Words }>;

const LOAD_TIMEOUT_MS = 8_000;

/** A file that does not arrive is no reason to say nothing: null, and then it is English.
 * @throws the signal's reason when it aborts. */
export async function fetched<Words>(
  fetchFile: WordsFile<Words>,
  signal: AbortSignal,
): Promise<Words | null> {
  try {
    return (await withTimeout(LOAD_TIMEOUT_MS, 'assets.timeout', signal, fetchFile)).messages;
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

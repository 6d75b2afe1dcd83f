import { createAnswers, type ReceiverDouble, type ReceiverDoubleOptions } from './answers.js';
import { listen } from './listen.js';

export type { ReceiverDouble, ReceiverDoubleOptions } from './answers.js';

/** A receiver for a page's own tests.
 * @throws RangeError for a `challenge` that cannot be read.
 * @example
 * const double = await createReceiverDouble({ scenario: 'no_duplicate' });
 * const { url, close } = await double.listen();
 * // `url` is the widget's endpoint.
 * await close(); */
export async function createReceiverDouble(options: ReceiverDoubleOptions = {}): Promise<ReceiverDouble> {
  const double = await createAnswers(options);
  return Object.assign(double, { listen: (port = 0) => listen((request) => double.fetch(request), port) });
}

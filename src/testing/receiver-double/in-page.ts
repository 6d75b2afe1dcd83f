import { createAnswers } from './answers.js';

/** A receiver double in the page itself, for pages that show the widget without a server: what is below its address never becomes a
 * request. It answers as long as the page is open. Never for real people: the page has the private key. */

/** @param endpoint - absolute; what the widget is given. */
export async function answerInPage(endpoint: string): Promise<void> {
  const { fetch: answer } = await createAnswers();
  const { fetch: ask } = globalThis;
  globalThis.fetch = async (...asked) => {
    const request = new Request(...asked);
    return request.url.startsWith(`${endpoint}/`) ? answer(request) : ask(...asked);
  };
}

/** Calls into the page around the widget. What a host's function throws or rejects with is the host's: it is reported
 * where the host's own mistakes are, and changes nothing here. */

/** Tells the page of a fault of its own. */
export function reportHost(thrown: unknown): void {
  try {
    // As an uncaught error of the page, where its monitoring looks. Safari before 15.4 and Node do not have it.
    if (typeof globalThis.reportError === 'function') globalThis.reportError(thrown);
    else console.error('candor: a callback of the page failed', thrown);
  } catch {
    // A console or a reporter that the page has replaced and broken: there is nobody left to tell.
  }
}

/** Runs a function of the host, to its end or not. One that returns a promise is not waited for. */
export function callHost<Given extends readonly unknown[]>(
  callback: ((...given: Given) => unknown) | null | undefined,
  ...given: Given
): void {
  if (callback === null || callback === undefined) return;
  try {
    // `resolve` also follows a thenable that is no promise, and turns what its `then` throws into a rejection.
    Promise.resolve(callback(...given)).catch(reportHost);
  } catch (thrown) {
    reportHost(thrown);
  }
}

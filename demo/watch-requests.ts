import { readRequest, type SeenRequest } from './requests.js';

/** A list that grows while the page is open. */
export interface RequestLog {
  getSnapshot(): readonly SeenRequest[];
  subscribe(listener: () => void): () => void;
}

/** Follows the browser's own record of what this page fetched. It only reads: no request is wrapped or changed. What a
 * worker fetches is in the worker's record and not in this one. */
export function watchRequests(pageUrl: string, endpoint: string): RequestLog {
  let seen: readonly SeenRequest[] = [];
  const listeners = new Set<() => void>();
  const observer = new PerformanceObserver((list) => {
    const added = list
      .getEntries()
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .map((entry) => readRequest(entry, pageUrl, endpoint));
    seen = [...seen, ...added];
    for (const listener of listeners) listener();
  });
  observer.observe({ type: 'navigation', buffered: true });
  observer.observe({ type: 'resource', buffered: true });
  return {
    getSnapshot: () => seen,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

import type { PagePort } from './ports.js';

/** The real page: its clock, its visibility, what its reader's system asks for. */
export const page: PagePort = {
  now: () => new Date(),
  isSecure: () => isSecureContext,
  uuid: () => crypto.randomUUID(),
  onVisibility: (listener) => {
    const listening = new AbortController();
    const tell = (): void => listener(document.visibilityState === 'hidden');
    document.addEventListener('visibilitychange', tell, { signal: listening.signal });
    // A page that goes into the back/forward cache keeps its camera otherwise.
    window.addEventListener('pagehide', () => listener(true), { signal: listening.signal });
    return () => listening.abort();
  },
  onMotionPreference: (listener) => {
    const listening = new AbortController();
    const reduced = matchMedia('(prefers-reduced-motion: reduce)');
    reduced.addEventListener('change', ({ matches }) => listener(matches), { signal: listening.signal });
    listener(reduced.matches);
    return () => listening.abort();
  },
};

import type { PagePort, Presence } from './ports.js';

function presence(): Presence {
  return document.visibilityState === 'hidden' ? 'hidden' : 'shown';
}

/** The real page: its visibility, what its reader's system asks for. */
export const page: PagePort = {
  isSecure: () => isSecureContext,
  uuid: () => crypto.randomUUID(),
  presence,
  onPresence: (listener) => {
    const listening = new AbortController();
    const { signal } = listening;
    const tell = (): void => listener(presence());
    document.addEventListener('visibilitychange', tell, { signal });
    window.addEventListener('pageshow', tell, { signal });
    document.addEventListener('resume', tell, { signal });
    // A page that goes into the back/forward cache, or is frozen in the background, keeps its camera otherwise: no timer
    // runs there any more.
    window.addEventListener('pagehide', () => listener('gone'), { signal });
    document.addEventListener('freeze', () => listener('gone'), { signal });
    tell();
    return () => listening.abort();
  },
  onMotionPreference: (listener) => {
    const listening = new AbortController();
    const reduced = matchMedia('(prefers-reduced-motion: reduce)');
    reduced.addEventListener('change', ({ matches }) => listener(matches), { signal: listening.signal });
    listener(reduced.matches);
    return () => listening.abort();
  },
  onOnline: (listener) => {
    const listening = new AbortController();
    window.addEventListener('online', () => listener(), { signal: listening.signal });
    return () => listening.abort();
  },
  random: () => Math.random(),
};

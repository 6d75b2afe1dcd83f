import type { PagePort, Presence } from './ports.js';

/** How often it is looked whether the widget is drawn at all, ms: no event says so. */
const LOOK_EVERY_MS = 500;

/** Where the widget is on the page; null or absent: somewhere. */
export type Place = () => Element | null;

function placed(place: Place): Element | null {
  try {
    const found: unknown = place();
    return isElement(found) ? found : null;
  } catch {
    // A host's mistake, twice a second: it does not know where the widget is.
    return null;
  }
}

/** Not by `instanceof`: it may be of another window's document. What a page without types hands over instead (nothing, a ref) is none. */
function isElement(found: unknown): found is Element {
  return typeof found === 'object' && found !== null && 'nodeType' in found && found.nodeType === 1;
}

/** Whether anything of it can be seen by whoever scrolls there: not in a dialog that the host has closed, or faded out. */
function isDrawn(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  // One of both alone may be that of a box around what is placed absolutely.
  if (width === 0 && height === 0) return false;
  // Safari before 17.4 does not have it.
  if (element.checkVisibility === undefined) return element.getClientRects().length > 0;
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** A frame that the page around it has put away goes on, and counts as visible. */
function isFramePutAway(): boolean {
  return window.innerWidth === 0 || window.innerHeight === 0 || !isFrameDrawn(window);
}

/** As far as pages of the same origin are around it: others do not tell. */
function isFrameDrawn(inner: Window): boolean {
  try {
    const frame = inner.frameElement;
    return !frame || (isDrawn(frame) && isFrameDrawn(inner.parent));
  } catch {
    return true;
  }
}

/** The real page: its visibility and that of the widget on it, what its reader's system asks for. */
export function pageAround(place: Place = () => null): PagePort {
  const presence = (): Presence => {
    if (document.visibilityState === 'hidden' || isFramePutAway()) return 'hidden';
    const element = placed(place);
    return element === null || isDrawn(element) ? 'shown' : 'hidden';
  };
  return { ...page, presence, onPresence: (listener) => watchPresence(presence, listener) };
}

function watchPresence(presence: () => Presence, listener: (presence: Presence) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let told = presence();
  const tell = (now = presence()): void => {
    told = now;
    listener(now);
  };
  const look = setInterval(() => {
    const now = presence();
    if (now !== told) tell(now);
  }, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(look), { once: true });
  document.addEventListener('visibilitychange', () => tell(), { signal });
  window.addEventListener('pageshow', () => tell(), { signal });
  document.addEventListener('resume', () => tell(), { signal });
  // A page that goes into the back/forward cache, or is frozen in the background, keeps its camera otherwise: no timer
  // runs there any more.
  window.addEventListener('pagehide', () => tell('gone'), { signal });
  document.addEventListener('freeze', () => tell('gone'), { signal });
  tell();
  return () => listening.abort();
}

const page: Omit<PagePort, 'presence' | 'onPresence'> = {
  uuid: () => crypto.randomUUID(),
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

/** The global object of another document: the same classes once more, with functions of its own. */
export type Realm = Window & typeof globalThis;

/** Runs `probe` with a realm that no script of the page has touched, unless it waits for new realms (requirement I-06).
 * The frame is empty, so that no policy has anything to block, and gone before the browser could draw it.
 * @returns null when no realm can be made or the probe throws. */
export function inFreshRealm<T>(probe: (realm: Realm) => T): T | null {
  let frame: HTMLIFrameElement | undefined;
  try {
    frame = document.createElement('iframe');
    frame.hidden = true;
    document.documentElement.append(frame);
    const realm = frame.contentWindow as Realm | null; // TypeScript's Window lacks the globals
    return realm === null ? null : probe(realm);
  } catch {
    return null;
  } finally {
    frame?.remove();
  }
}

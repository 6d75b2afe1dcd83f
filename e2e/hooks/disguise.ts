/** What a hook needs to look like the browser's own function, wherever it is asked: `pretend(fake, name)` gives it the
 * text of a native one, `patchRealms(patch)` applies a patch to the page and to every document that is made later. For
 * the body of an init script. */
export const DISGUISE = `
  const texts = new WeakMap();
  const pretend = (fake, name) => {
    texts.set(fake, 'function ' + name + '() { [native code] }');
    return fake;
  };
  const hideTexts = (realm) => {
    const original = realm.Function.prototype.toString;
    const { toString } = { toString() { return texts.get(this) ?? Reflect.apply(original, this, []); } };
    realm.Function.prototype.toString = pretend(toString, 'toString');
  };
  const isEmpty = (realm) => {
    try {
      return realm !== null && realm.location.href === 'about:blank';
    } catch {
      // A page of another origin.
      return false;
    }
  };
  const patchRealms = (patch) => {
    patch(window);
    const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
    const patched = new WeakSet();
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      configurable: true,
      get() {
        const realm = Reflect.apply(get, this, []);
        if (isEmpty(realm) && !patched.has(realm)) {
          patched.add(realm);
          patch(realm);
        }
        return realm;
      },
    });
  };
`;

/** Runs `body` in the page alone: init scripts reach the page's empty frames too, a script of the page would not. */
export function inPage(body: string): string {
  return `if (window === top) (() => {${body}})();`;
}

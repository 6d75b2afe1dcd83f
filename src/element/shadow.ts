import { CandorError } from '../core/errors.js';
import { reportHost } from '../core/host-call.js';
import { PolicyEar } from '../core/policy.js';
import { type Try, tryQuietly, underFreshQuery } from '../core/retry.js';
import { shownAddress } from '../core/shown-address.js';

/** What the custom elements of this door have in common: a shadow root with the stylesheet and a place for React. */

/** How long the stylesheet may take before the widget is shown without it, ms. */
const STYLE_TIMEOUT_MS = 3_000;

function stylesheetUrl(assetsUrl: string | null): string {
  if (assetsUrl !== null) {
    const folder = assetsUrl.endsWith('/') ? assetsUrl : `${assetsUrl}/`;
    return new URL('style.css', new URL(folder, document.baseURI)).href;
  }
  const { href } = new URL('./style.css', import.meta.url);
  // Turbopack's `URL` of a file has only the path of it in `href`.
  return new URL(href, document.baseURI).href;
}

/** Shows `container` only once its stylesheet is there, failed, or is late: unstyled controls would jump. One that arrives broken
 * is asked for again, also after the container is shown. */
function showWhenStyled(link: HTMLLinkElement, url: string, container: HTMLElement): void {
  const show = (): void => {
    container.hidden = false;
    clearTimeout(late);
  };
  const late = setTimeout(show, STYLE_TIMEOUT_MS);
  container.hidden = true;
  fetchStyle(link, url).then(show, (thrown: unknown) => {
    show();
    if (link.isConnected) reportHost(thrown);
  });
}

/** @throws `env.csp_blocked`, naming what `style-src` lacks; `assets.load_failed` naming the address, after three tries. */
async function fetchStyle(link: HTMLLinkElement, url: string): Promise<void> {
  const ear = new PolicyEar();
  try {
    await tryQuietly(new AbortController().signal, async (index): Promise<Try<void>> => {
      const arrives = arrival(link);
      link.href = index === 0 ? url : underFreshQuery(url);
      if (await arrives) return { kind: 'done', value: undefined };
      const error = await refusalOf(url, ear);
      if (error !== null) return { kind: 'failed', error, again: 'never' };
      const failed = new CandorError('assets.load_failed', { detail: shownAddress(url) });
      return { kind: 'failed', error: failed, again: link.isConnected ? 'soon' : 'never' };
    });
  } finally {
    ear.close();
  }
}

/** Null: no policy of the page refused the stylesheet. */
async function refusalOf(url: string, ear: PolicyEar): Promise<CandorError | null> {
  const { origin } = new URL(url);
  const refusal = await ear.find(
    ({ directive, blocked }) => directive.startsWith('style-src') && blocked.startsWith(origin),
  );
  return refusal === null ? null : new CandorError('env.csp_blocked', { detail: `style-src ${origin}` });
}

/** Whether what the link asks for next arrives. */
function arrival(link: HTMLLinkElement): Promise<boolean> {
  return new Promise((resolve) => {
    link.onload = () => resolve(true);
    link.onerror = () => resolve(false);
  });
}

/** `HTMLElement`; on a server, which has none and where importing must still work, an empty class. */
export const ElementBase: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** Fills the shadow root: stylesheet and a place for React. */
export function furnish(element: HTMLElement): HTMLElement {
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  const container = document.createElement('div');
  shadow.replaceChildren(link, container);
  showWhenStyled(link, stylesheetUrl(element.getAttribute('assets-url')), container);
  return container;
}

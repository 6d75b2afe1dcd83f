/** What the custom elements of this door have in common: a shadow root with the stylesheet and a place for React. */

/** How long the stylesheet may take before the widget is shown without it, ms. */
const STYLE_TIMEOUT_MS = 3_000;

function stylesheetUrl(assetsUrl: string | null): string {
  if (assetsUrl !== null) {
    const folder = assetsUrl.endsWith('/') ? assetsUrl : `${assetsUrl}/`;
    return new URL('style.css', new URL(folder, document.baseURI)).href;
  }
  return new URL('./style.css', import.meta.url).href;
}

/** Shows `container` only once its stylesheet is there, failed, or is late: unstyled controls would jump. */
function showWhenStyled(link: HTMLLinkElement, container: HTMLElement): void {
  const show = (): void => {
    container.hidden = false;
    clearTimeout(late);
  };
  const late = setTimeout(show, STYLE_TIMEOUT_MS);
  container.hidden = true;
  link.addEventListener('load', show, { once: true });
  link.addEventListener('error', show, { once: true });
}

// A server has no HTMLElement; importing must still work there.
export const ElementBase: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** Fills the shadow root: stylesheet and a place for React. */
export function furnish(element: HTMLElement): HTMLElement {
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  const container = document.createElement('div');
  showWhenStyled(link, container);
  link.href = stylesheetUrl(element.getAttribute('assets-url'));
  shadow.replaceChildren(link, container);
  return container;
}

import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Profile } from '../core/types.js';
import type { FlowState } from '../flow/state.js';
import { SellerVerification, type SellerVerificationProps, type Theme } from '../ui/SellerVerification.js';

/** `candor/element`: the same widget as a custom element, for pages without React. Importing it defines
 * `<candor-verification>`. */

export const ELEMENT_NAME = 'candor-verification';

const ATTRIBUTES = [
  'endpoint',
  'locale',
  'profile',
  'subject',
  'assets-url',
  'auto-start',
  'light',
  'theme',
] as const;

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
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** `<candor-verification endpoint="https://…">`. Attributes: `endpoint`, `locale`, `profile`, `subject`, `assets-url`,
 * `auto-start`, `light`, `theme`; properties: `headers`, `allowedCameraLabels`. Events, none of which bubble out of a
 * shadow tree of the host's own: `statechange`, `done`, `optout`, `error`, `cancel`, each with `detail`. The flow lives
 * while the element is in a document; put back, it starts anew. */
export class CandorVerificationElement extends Base {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;

  #root: Root | null = null;
  #headers: Readonly<Record<string, string>> | undefined;
  /** As the option of that name; read when the element is put into a document. */
  allowedCameraLabels: readonly string[] | undefined;

  /** Sent with every request to the endpoint. May change while the flow runs. */
  get headers(): Readonly<Record<string, string>> | undefined {
    return this.#headers;
  }

  set headers(headers: Readonly<Record<string, string>> | undefined) {
    this.#headers = headers;
    this.#render();
  }

  connectedCallback(): void {
    this.#root = createRoot(this.#furnish());
    this.#render();
  }

  disconnectedCallback(): void {
    this.#root?.unmount();
    this.#root = null;
    this.shadowRoot?.replaceChildren();
    for (const name of ['data-state', 'data-code', 'data-verdict']) this.removeAttribute(name);
  }

  attributeChangedCallback(): void {
    this.#render();
  }

  /** Fills the shadow root: stylesheet and a place for React. */
  #furnish(): HTMLElement {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    const container = document.createElement('div');
    showWhenStyled(link, container);
    link.href = stylesheetUrl(this.getAttribute('assets-url'));
    shadow.replaceChildren(link, container);
    return container;
  }

  #render(): void {
    this.#root?.render(createElement(SellerVerification, this.#props()));
  }

  #props(): SellerVerificationProps {
    return {
      endpoint: this.getAttribute('endpoint') ?? '',
      autoStart: this.hasAttribute('auto-start'),
      light: this.hasAttribute('light'),
      ...this.#optional(),
      onUpdate: (state) => this.#mirror(state),
      onStateChange: (state) => this.#tell('statechange', state),
      onDone: (receipt) => this.#tell('done', receipt),
      onOptOut: (choice) => this.#tell('optout', choice),
      onError: (error) => this.#tell('error', error),
      onCancel: () => this.#tell('cancel', null),
    };
  }

  /** Only what is there: an absent attribute is an absent option. */
  #optional(): Partial<SellerVerificationProps> {
    const text = (name: (typeof ATTRIBUTES)[number]): string | undefined =>
      this.getAttribute(name) ?? undefined;
    const given = {
      locale: text('locale'),
      // Checked where every option is: an unknown word is `config.invalid`.
      profile: text('profile') as Profile | undefined,
      subject: text('subject'),
      assetsUrl: text('assets-url'),
      theme: text('theme') as Theme | undefined,
      headers: this.#headers,
      allowedCameraLabels: this.allowedCameraLabels,
    };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** The state on the element itself, where the page's own CSS and tests can see it. */
  #mirror(state: FlowState): void {
    const verdict = 'verdict' in state ? state.verdict?.verdict : undefined;
    this.#set('data-state', state.kind);
    this.#set('data-code', state.kind === 'failed' ? state.error.code : undefined);
    this.#set('data-verdict', verdict);
  }

  #set(name: string, value: string | undefined): void {
    if (value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    [ELEMENT_NAME]: CandorVerificationElement;
  }
}

if (globalThis.customElements !== undefined && customElements.get(ELEMENT_NAME) === undefined) {
  customElements.define(ELEMENT_NAME, CandorVerificationElement);
}

import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Profile } from '../core/types.js';
import type { FlowState } from '../flow/state.js';
import { SellerVerification, type SellerVerificationProps } from '../ui/SellerVerification.js';
import type { AnswerOrder, Theme } from '../ui/theme.js';
import { isOn, setSwitch, setText, upgradeProperties } from './attributes.js';
import { ElementBase, furnish } from './shadow.js';

export {
  CandorReceiptsElement,
  CandorSellerDataElement,
  RECEIPTS_ELEMENT_NAME,
  SELLER_DATA_ELEMENT_NAME,
} from './desk-elements.js';

/** `candor/element`: the same widget as a custom element, for pages without React. Importing it defines
 * `<candor-verification>`, `<candor-receipts>` and `<candor-seller-data>`. */

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
  'answer-order',
  'embedding-backend',
] as const;

type Backend = NonNullable<SellerVerificationProps['embeddingBackend']>;

/** What an attribute cannot hold. */
type ObjectOptions = Pick<
  SellerVerificationProps,
  'headers' | 'allowedCameraLabels' | 'pinnedKey' | 'messages'
>;

const PROPERTIES = [
  'endpoint',
  'locale',
  'profile',
  'subject',
  'assetsUrl',
  'autoStart',
  'light',
  'theme',
  'answerOrder',
  'embeddingBackend',
  'headers',
  'allowedCameraLabels',
  'pinnedKey',
  'messages',
] as const satisfies readonly (keyof SellerVerificationProps)[];

/** `<candor-verification endpoint="https://…">`. Every attribute is a property too, and the property writes the
 * attribute: `endpoint`, `locale`, `profile`, `subject`, `assets-url`, `auto-start`, `light`, `theme`,
 * `answer-order`, `embedding-backend`. Properties alone: `headers`, `allowedCameraLabels`, `pinnedKey`, `messages`. Events, none of which
 * bubble out of a shadow tree of the host's own: `statechange`, `done`, `optout`, `error`, `cancel`, each with `detail`.
 * The flow lives while the element is in a document; put back, it starts anew. */
export class CandorVerificationElement extends ElementBase {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;

  #root: Root | null = null;
  #objects: ObjectOptions = {};

  get endpoint(): string {
    return this.getAttribute('endpoint') ?? '';
  }

  set endpoint(value: string) {
    setText(this, 'endpoint', value);
  }

  get locale(): string | undefined {
    return this.getAttribute('locale') ?? undefined;
  }

  set locale(value: string | undefined) {
    setText(this, 'locale', value);
  }

  // Words are checked where every option is: an unknown one is `config.invalid`.
  get profile(): Profile | undefined {
    return (this.getAttribute('profile') ?? undefined) as Profile | undefined;
  }

  set profile(value: Profile | undefined) {
    setText(this, 'profile', value);
  }

  get subject(): string | undefined {
    return this.getAttribute('subject') ?? undefined;
  }

  set subject(value: string | undefined) {
    setText(this, 'subject', value);
  }

  get assetsUrl(): string | undefined {
    return this.getAttribute('assets-url') ?? undefined;
  }

  set assetsUrl(value: string | undefined) {
    setText(this, 'assets-url', value);
  }

  get autoStart(): boolean {
    return isOn(this.getAttribute('auto-start'));
  }

  set autoStart(on: boolean | undefined) {
    setSwitch(this, 'auto-start', on);
  }

  get light(): boolean {
    return isOn(this.getAttribute('light'));
  }

  set light(on: boolean | undefined) {
    setSwitch(this, 'light', on);
  }

  get theme(): Theme | undefined {
    return (this.getAttribute('theme') ?? undefined) as Theme | undefined;
  }

  set theme(value: Theme | undefined) {
    setText(this, 'theme', value);
  }

  get answerOrder(): AnswerOrder | undefined {
    return (this.getAttribute('answer-order') ?? undefined) as AnswerOrder | undefined;
  }

  set answerOrder(value: AnswerOrder | undefined) {
    setText(this, 'answer-order', value);
  }

  get embeddingBackend(): Backend | undefined {
    return (this.getAttribute('embedding-backend') ?? undefined) as Backend | undefined;
  }

  set embeddingBackend(value: Backend | undefined) {
    setText(this, 'embedding-backend', value);
  }

  /** Sent with every request to the endpoint. May change while the flow runs. */
  get headers(): ObjectOptions['headers'] {
    return this.#objects.headers;
  }

  set headers(headers: ObjectOptions['headers']) {
    this.#take({ headers: headers ?? undefined });
  }

  /** As the option of that name; read when the element is put into a document. */
  get allowedCameraLabels(): ObjectOptions['allowedCameraLabels'] {
    return this.#objects.allowedCameraLabels;
  }

  set allowedCameraLabels(allowedCameraLabels: ObjectOptions['allowedCameraLabels']) {
    this.#take({ allowedCameraLabels: allowedCameraLabels ?? undefined });
  }

  /** As the option of that name; read when the element is put into a document. */
  get pinnedKey(): ObjectOptions['pinnedKey'] {
    return this.#objects.pinnedKey;
  }

  set pinnedKey(pinnedKey: ObjectOptions['pinnedKey']) {
    this.#take({ pinnedKey: pinnedKey ?? undefined });
  }

  /** Words of your own. May change while the flow runs. */
  get messages(): ObjectOptions['messages'] {
    return this.#objects.messages;
  }

  set messages(messages: ObjectOptions['messages']) {
    this.#take({ messages: messages ?? undefined });
  }
  connectedCallback(): void {
    upgradeProperties(this, PROPERTIES);
    this.#root = createRoot(furnish(this));
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

  #render(): void {
    this.#root?.render(createElement(SellerVerification, this.#props()));
  }

  /** Null, which a framework may pass for absent, is absent. */
  #take(objects: ObjectOptions): void {
    this.#objects = { ...this.#objects, ...objects };
    this.#render();
  }

  #props(): SellerVerificationProps {
    return {
      endpoint: this.endpoint,
      locale: this.locale,
      profile: this.profile,
      subject: this.subject,
      assetsUrl: this.assetsUrl,
      autoStart: this.autoStart,
      light: this.light,
      theme: this.theme,
      answerOrder: this.answerOrder,
      embeddingBackend: this.embeddingBackend,
      ...this.#objects,
      onUpdate: (state) => this.#mirror(state),
      onStateChange: (state) => this.#tell('statechange', state),
      onDone: (receipt) => this.#tell('done', receipt),
      onOptOut: (choice) => this.#tell('optout', choice),
      onError: (error) => this.#tell('error', error),
      onCancel: () => this.#tell('cancel', null),
    };
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

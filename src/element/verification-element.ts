import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { FlowStateKind, ToldState } from '../flow/state.js';
import type { Part } from '../ui/parts.js';
import { SellerVerification, type SellerVerificationProps } from '../ui/SellerVerification.js';
import { setSwitch, setText, upgradeProperties } from './attributes.js';
import type { VerificationEventMap } from './events.js';
import { answerOf, FormControl } from './form-answer.js';
import { OPTION_ATTRIBUTES, OptionElement } from './option-element.js';
import { furnish } from './shadow.js';
import { SLOTS } from './slots.js';

/** The name under which the widget’s element is defined.
 * @example
 * const check = document.createElement(ELEMENT_NAME);
 * check.setAttribute('endpoint', 'https://verify.example/candor'); */
export const ELEMENT_NAME = 'candor-verification';

const LOADING = { kind: 'loading' } as const;

const OF_THE_CAMERA: readonly FlowStateKind[] = ['downloading', 'permission', 'positioning', 'recording'];

/** Whether the camera is on, or goes on by itself from here. */
function usesCamera({ kind }: ToldState): boolean {
  return OF_THE_CAMERA.includes(kind);
}

/** `<candor-verification endpoint="https://…">`. Every attribute is a property too, and the property writes the
 * attribute: `endpoint`, `locale`, `profile`, `subject`, `assets-url`, `auto-start`, `colour-check`, `theme`,
 * `answer-order`, `embedding-backend`, `hand-over-token`, and those of a form: `name`, `required`, `disabled`. Properties alone: `headers`,
 * `allowedCameraLabels`, `pinnedKey`, `messages`. Events: {@link VerificationEventMap}. Slots: `brand`, `header`, `footer`. Parts: {@link Part}.
 *
 * In a form it is a control: its value, once the receiver has confirmed the check, is the verification's id, and `required` is
 * satisfied by either answer. Whether the check found anything is not in it: ask the receiver.
 * The flow lives while the element is in a document; put back, or reset by its form, it starts anew. While it is disabled
 * nothing in it can be pressed, and a camera that is on is turned off.
 *
 * @example
 * document.querySelector('candor-verification')?.addEventListener('done', ({ detail }) => detail.outcome.verificationId); */
export class CandorVerificationElement extends OptionElement {
  static readonly formAssociated = true;
  static readonly observedAttributes: readonly string[] = [...OPTION_ATTRIBUTES, 'required'];

  readonly #control = new FormControl(this);
  #root: Root | null = null;
  #container: HTMLElement | null = null;
  #state: ToldState = LOADING;
  #isDisabled = false;

  get name(): string {
    return this.getAttribute('name') ?? '';
  }

  set name(value: string) {
    setText(this, 'name', value);
  }

  get required(): boolean {
    return this.hasAttribute('required');
  }

  set required(on: boolean) {
    setSwitch(this, 'required', on);
  }

  /** Its own attribute; `:disabled` also matches where a `<fieldset>` around it says so. */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(on: boolean) {
    setSwitch(this, 'disabled', on);
  }

  get type(): string {
    return ELEMENT_NAME;
  }

  get form(): HTMLFormElement | null {
    return this.#control.internals.form;
  }

  /** The id of the confirmed check; empty before, and where the seller said no. */
  get value(): string {
    return this.#control.value;
  }

  get validity(): ValidityState {
    return this.#control.internals.validity;
  }

  get validationMessage(): string {
    return this.#control.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#control.internals.willValidate;
  }

  checkValidity(): boolean {
    return this.#control.internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#control.internals.reportValidity();
  }

  connectedCallback(): void {
    upgradeProperties(this);
    this.#control.checkRequired();
    this.#start();
  }

  disconnectedCallback(): void {
    this.#stop();
    this.shadowRoot?.replaceChildren();
  }

  attributeChangedCallback(name: string): void {
    if (name === 'required') this.#control.checkRequired();
    else this.#render();
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.#isDisabled = isDisabled;
    if (isDisabled && usesCamera(this.#state)) this.#restart();
    this.#applyDisabled();
  }

  formResetCallback(): void {
    this.#restart();
  }

  protected optionsChanged(): void {
    this.#render();
  }

  #start(): void {
    this.#container = furnish(this);
    this.#root = createRoot(this.#container);
    this.#applyDisabled();
    this.#render();
  }

  /** Ends the flow, and with it whatever it holds. */
  #stop(): void {
    this.#root?.unmount();
    this.#root = null;
    this.#container = null;
    this.#take(LOADING);
    for (const name of ['data-state', 'data-code', 'data-verdict']) this.removeAttribute(name);
  }

  #restart(): void {
    this.#stop();
    if (this.isConnected) this.#start();
  }

  #applyDisabled(): void {
    if (this.#container !== null) this.#container.inert = this.#isDisabled;
  }

  #take(state: ToldState): void {
    this.#state = state;
    this.#control.setAnswer(answerOf(state));
  }

  #render(): void {
    this.#root?.render(createElement(SellerVerification, this.#props()));
  }

  #props(): SellerVerificationProps {
    return {
      ...this.options(),
      ...SLOTS,
      onUpdate: (state) => this.#mirror(state),
      onStateChange: (state) => this.#tell('statechange', state),
      onDone: (receipt) => this.#tell('done', receipt),
      onOptOut: (choice) => this.#tell('optout', choice),
      onError: (error) => this.#tell('error', error),
      onCancel: () => this.#tell('cancel', null),
      onEvent: (event) => this.#tell('step', event),
    };
  }

  #tell<Name extends keyof VerificationEventMap>(
    name: Name,
    detail: VerificationEventMap[Name]['detail'],
  ): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** The state on the element itself, where the page's own CSS and tests can see it, and in the form. */
  #mirror(state: ToldState): void {
    this.#take(state);
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

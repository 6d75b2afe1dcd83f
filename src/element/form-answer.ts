import { unreachable } from '../core/unreachable.js';
import type { ToldState } from '../flow/state.js';

/** What a form learns of the flow. Saying no is an answer, as good as the other one. */
export type FormAnswer =
  | { readonly kind: 'none' }
  /** Neither answer can be given here: the form goes on without one. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'verified'; readonly verificationId: string };

const NO_ANSWER: FormAnswer = { kind: 'none' };

export function answerOf(state: ToldState): FormAnswer {
  switch (state.kind) {
    case 'done':
      return { kind: 'verified', verificationId: state.receipt.outcome.verificationId };
    case 'opted-out':
    case 'withdrawn':
      return { kind: 'declined' };
    case 'loading':
    case 'notice':
    case 'downloading':
    case 'permission':
    case 'positioning':
    case 'recording':
    case 'review':
    case 'sending':
    case 'cancelled':
      return NO_ANSWER;
    case 'failed':
      return state.retryable || state.alternatives.length > 0 ? NO_ANSWER : { kind: 'impossible' };
    default:
      return unreachable(state);
  }
}

/** "Please fill out this field", or what this browser says for it in its own language. */
function nativeMessage(): string {
  const input = document.createElement('input');
  input.required = true;
  return input.validationMessage || 'Required';
}

/** What a form has of one of its controls. */
type FormInternals = Pick<
  ElementInternals,
  | 'form'
  | 'validity'
  | 'validationMessage'
  | 'willValidate'
  | 'checkValidity'
  | 'reportValidity'
  | 'setFormValue'
  | 'setValidity'
>;

/** Of an element that the browser lets no form have: it sends nothing, and holds nothing up. */
function outsideForms(element: HTMLElement): FormInternals {
  const { validity } = document.createElement('input');
  return {
    get form() {
      return element.closest('form');
    },
    validity,
    validationMessage: '',
    willValidate: false,
    checkValidity: () => true,
    reportValidity: () => true,
    setFormValue: () => {},
    setValidity: () => {},
  };
}

/** Safari before 16.4 has no `attachInternals`, and jsdom half of it: the widget must be seen there all the same, because it tells
 * the seller what the browser lacks and which other ways there are. */
function internalsOf(element: HTMLElement): FormInternals {
  if (typeof element.attachInternals !== 'function') return outsideForms(element);
  const internals = element.attachInternals();
  return typeof internals.setFormValue === 'function' ? internals : outsideForms(element);
}

/** An element as a control of a form: its value is the id of the confirmed check, and it is valid, where an answer is required,
 * once the seller has said yes and is through, or has said no. */
export class FormControl {
  readonly #element: HTMLElement;
  readonly #internals: FormInternals;
  #answer: FormAnswer = NO_ANSWER;

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#internals = internalsOf(element);
    // The screen has changed since the answer was last told: the browser's words point at a heading that is there now.
    element.addEventListener('invalid', () => this.checkRequired());
  }

  get internals(): FormInternals {
    return this.#internals;
  }

  /** Empty until the check is confirmed. */
  get value(): string {
    return this.#answer.kind === 'verified' ? this.#answer.verificationId : '';
  }

  setAnswer(answer: FormAnswer): void {
    this.#answer = answer;
    // Null and not empty: a form without a check has no field of that name.
    this.#internals.setFormValue(this.value === '' ? null : this.value);
    this.checkRequired();
  }

  /** Tells the form whether something is missing. */
  checkRequired(): void {
    const isMissing = this.#element.hasAttribute('required') && this.#answer.kind === 'none';
    if (isMissing) this.#internals.setValidity({ valueMissing: true }, nativeMessage(), this.#anchor());
    else this.#internals.setValidity({});
  }

  /** Where the browser puts its words and the focus: the heading, and not one of two equal answers. */
  #anchor(): HTMLElement | undefined {
    return this.#element.shadowRoot?.querySelector<HTMLElement>('.candor-title') ?? undefined;
  }
}

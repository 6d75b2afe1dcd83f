import type { Profile } from '../core/types.js';
import type { FurnishingProps } from '../ui/Frame.js';
import type { SellerVerificationProps } from '../ui/SellerVerification.js';
import type { AnswerOrder } from '../ui/theme.js';
import type { VerificationEvents } from '../ui/useVerification.js';
import { isOn, setSwitch, setText } from './attributes.js';
import { VerificationTargetBase } from './events.js';

/** What is read again when it changes. */
export const OPTION_ATTRIBUTES = [
  'endpoint',
  'locale',
  'profile',
  'subject',
  'assets-url',
  'auto-start',
  'colour-check',
  'theme',
  'answer-order',
  'embedding-backend',
  'hand-over-token',
] as const;

/** What an attribute cannot hold. */
type ObjectOptions = Pick<
  SellerVerificationProps,
  'headers' | 'allowedCameraLabels' | 'pinnedKey' | 'messages'
>;

/** The options of the widget that its element has. */
export type VerificationElementOptions = Omit<
  SellerVerificationProps,
  keyof VerificationEvents | keyof FurnishingProps | 'className'
>;

/** The widget's options, as attributes and properties of an element. */
export abstract class OptionElement extends VerificationTargetBase {
  #objects: ObjectOptions = {};

  get endpoint(): string {
    return this.getAttribute('endpoint') ?? '';
  }

  set endpoint(value: string) {
    setText(this, 'endpoint', value);
  }

  // Words are checked where every option is: an unknown one is `config.invalid`.
  get profile(): Profile | undefined {
    return (this.getAttribute('profile') ?? undefined) as Profile | undefined;
  }

  set profile(value: Profile | undefined) {
    setText(this, 'profile', value);
  }

  get autoStart(): boolean {
    return isOn(this.getAttribute('auto-start'));
  }

  set autoStart(on: boolean | undefined) {
    setSwitch(this, 'auto-start', on);
  }

  get colourCheck(): boolean {
    return isOn(this.getAttribute('colour-check'));
  }

  set colourCheck(on: boolean | undefined) {
    setSwitch(this, 'colour-check', on);
  }

  get answerOrder(): AnswerOrder | undefined {
    return (this.getAttribute('answer-order') ?? undefined) as AnswerOrder | undefined;
  }

  set answerOrder(value: AnswerOrder | undefined) {
    setText(this, 'answer-order', value);
  }

  get embeddingBackend(): SellerVerificationProps['embeddingBackend'] {
    return (this.getAttribute('embedding-backend') ??
      undefined) as SellerVerificationProps['embeddingBackend'];
  }

  set embeddingBackend(value: SellerVerificationProps['embeddingBackend']) {
    setText(this, 'embedding-backend', value);
  }

  get handOverToken(): boolean {
    return isOn(this.getAttribute('hand-over-token'));
  }

  set handOverToken(on: boolean | undefined) {
    setSwitch(this, 'hand-over-token', on);
  }

  /** Sent with every request to the endpoint. May change while the flow runs. */
  get headers(): SellerVerificationProps['headers'] {
    return this.#objects.headers;
  }

  set headers(headers: SellerVerificationProps['headers']) {
    this.#take({ headers: headers ?? undefined });
  }

  /** As the option of that name; read when the element is put into a document. */
  get allowedCameraLabels(): SellerVerificationProps['allowedCameraLabels'] {
    return this.#objects.allowedCameraLabels;
  }

  set allowedCameraLabels(allowedCameraLabels: SellerVerificationProps['allowedCameraLabels']) {
    this.#take({ allowedCameraLabels: allowedCameraLabels ?? undefined });
  }

  /** As the option of that name; read when the element is put into a document. */
  get pinnedKey(): SellerVerificationProps['pinnedKey'] {
    return this.#objects.pinnedKey;
  }

  set pinnedKey(pinnedKey: SellerVerificationProps['pinnedKey']) {
    this.#take({ pinnedKey: pinnedKey ?? undefined });
  }

  /** Words of your own. May change while the flow runs. */
  get messages(): SellerVerificationProps['messages'] {
    return this.#objects.messages;
  }

  set messages(messages: SellerVerificationProps['messages']) {
    this.#take({ messages: messages ?? undefined });
  }

  /** Every option as it stands. */
  protected options(): VerificationElementOptions {
    return {
      endpoint: this.endpoint,
      locale: this.locale,
      profile: this.profile,
      subject: this.subject,
      assetsUrl: this.assetsUrl,
      autoStart: this.autoStart,
      colourCheck: this.colourCheck,
      theme: this.theme,
      answerOrder: this.answerOrder,
      embeddingBackend: this.embeddingBackend,
      handOverToken: this.handOverToken,
      ...this.#objects,
    };
  }

  /** Called when an option that no attribute holds has changed. */
  protected abstract optionsChanged(): void;

  /** Null, which a framework may pass for absent, is absent. */
  #take(objects: ObjectOptions): void {
    this.#objects = { ...this.#objects, ...objects };
    this.optionsChanged();
  }
}

import type { ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { ReceiptDeskProps } from '../ui/ReceiptDesk.js';
import { setText, upgradeProperties } from './attributes.js';
import { furnish } from './shadow.js';
import { SharedOptions } from './shared-options.js';
import { SLOTS } from './slots.js';

const ATTRIBUTES = ['endpoint', 'subject', 'locale', 'theme', 'assets-url'] as const;

type ObjectOptions = Pick<ReceiptDeskProps, 'otherEndpoints' | 'messages'>;

/** Options of `<candor-receipts>` and `<candor-seller-data>`. */
export interface DeskElementProps
  extends Pick<
    ReceiptDeskProps,
    'endpoint' | 'subject' | 'locale' | 'theme' | 'otherEndpoints' | 'messages'
  > {
  /** Folder of `style.css`, when it is not beside the element’s JavaScript. Read when the element is put into a document. */
  readonly assetsUrl?: string | undefined;
}

/** With what the page puts into the element. */
export type DrawnProps = Omit<DeskElementProps, 'assetsUrl'> &
  Pick<ReceiptDeskProps, 'brand' | 'header' | 'footer'>;

/** What the elements of a desk have in common. Attributes, and properties of the same name: `endpoint`, `subject`, `locale`,
 * `theme`, `assets-url` (`assetsUrl`). Properties alone: `otherEndpoints`, `messages`. */
export abstract class DeskElement extends SharedOptions {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;

  #root: Root | null = null;
  #objects: ObjectOptions = {};

  get endpoint(): string | undefined {
    return this.getAttribute('endpoint') ?? undefined;
  }

  set endpoint(value: string | undefined) {
    setText(this, 'endpoint', value);
  }

  get otherEndpoints(): ReceiptDeskProps['otherEndpoints'] {
    return this.#objects.otherEndpoints;
  }

  set otherEndpoints(otherEndpoints: ReceiptDeskProps['otherEndpoints']) {
    this.#take({ otherEndpoints: otherEndpoints ?? undefined });
  }

  get messages(): ReceiptDeskProps['messages'] {
    return this.#objects.messages;
  }

  set messages(messages: ReceiptDeskProps['messages']) {
    this.#take({ messages: messages ?? undefined });
  }

  connectedCallback(): void {
    upgradeProperties(this);
    this.#root = createRoot(furnish(this));
    this.#render();
  }

  disconnectedCallback(): void {
    this.#root?.unmount();
    this.#root = null;
    this.shadowRoot?.replaceChildren();
  }

  attributeChangedCallback(): void {
    this.#render();
  }

  #take(objects: ObjectOptions): void {
    this.#objects = { ...this.#objects, ...objects };
    this.#render();
  }

  #render(): void {
    const { endpoint, subject, locale, theme } = this;
    this.#root?.render(this.draw({ endpoint, subject, locale, theme, ...this.#objects, ...SLOTS }));
  }

  protected abstract draw(props: DrawnProps): ReactElement;
}

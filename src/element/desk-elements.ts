import { createElement, type ReactElement } from 'react';
import { ReceiptDesk } from '../ui/ReceiptDesk.js';
import { SellerData } from '../ui/SellerData.js';
import { DeskElement, type DrawnProps } from './desk-element.js';

/** The name under which {@link CandorReceiptsElement} is defined.
 * @example
 * await customElements.whenDefined(RECEIPTS_ELEMENT_NAME); */
export const RECEIPTS_ELEMENT_NAME = 'candor-receipts';
/** The name under which {@link CandorSellerDataElement} is defined.
 * @example
 * await customElements.whenDefined(SELLER_DATA_ELEMENT_NAME); */
export const SELLER_DATA_ELEMENT_NAME = 'candor-seller-data';

/** `<candor-receipts endpoint="https://…" subject="…">`: opens a receipt, shows what was decided and what is stored, takes an
 * objection, withdraws.
 * @example
 * const desk = document.querySelector<CandorReceiptsElement>('candor-receipts');
 * desk?.setAttribute('subject', seller.pseudonym); */
export class CandorReceiptsElement extends DeskElement {
  protected draw(props: DrawnProps): ReactElement {
    return createElement(ReceiptDesk, props);
  }
}

/** `<candor-seller-data endpoint="https://…" subject="…">`: everything of one seller's, here and at the receiver.
 * @example
 * const desk = document.querySelector<CandorSellerDataElement>('candor-seller-data');
 * desk?.setAttribute('subject', seller.pseudonym); */
export class CandorSellerDataElement extends DeskElement {
  protected draw(props: DrawnProps): ReactElement {
    // Without an endpoint it shows `config.invalid`.
    return createElement(SellerData, { ...props, endpoint: props.endpoint ?? '' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    [RECEIPTS_ELEMENT_NAME]: CandorReceiptsElement;
    [SELLER_DATA_ELEMENT_NAME]: CandorSellerDataElement;
  }
}

const ELEMENTS = [
  [RECEIPTS_ELEMENT_NAME, CandorReceiptsElement],
  [SELLER_DATA_ELEMENT_NAME, CandorSellerDataElement],
] as const;

for (const [name, element] of ELEMENTS) {
  if (globalThis.customElements !== undefined && customElements.get(name) === undefined) {
    customElements.define(name, element);
  }
}

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { DeskElementProps } from './desk-element.js';
import type { CandorReceiptsElement, CandorSellerDataElement } from './desk-elements.js';
import type { VerificationEventMap } from './events.js';
import type { VerificationElementOptions } from './option-element.js';
import type { CandorVerificationElement } from './verification-element.js';

/** The elements in JSX, for pages whose React is their own: React 19 sets properties and listens to `on` and the event's name;
 * before it only attributes are set, which are strings. */
export interface VerificationElementProps
  extends DetailedHTMLProps<HTMLAttributes<CandorVerificationElement>, CandorVerificationElement>,
    VerificationElementOptions {
  // Attributes that are written otherwise than their properties.
  readonly 'assets-url'?: string | undefined;
  readonly 'auto-start'?: boolean | string | undefined;
  readonly 'colour-check'?: boolean | string | undefined;
  readonly 'answer-order'?: VerificationElementOptions['answerOrder'];
  readonly 'embedding-backend'?: VerificationElementOptions['embeddingBackend'];
  readonly 'hand-over-token'?: boolean | string | undefined;
  // Those of a form.
  readonly name?: string | undefined;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly onstatechange?: ((event: VerificationEventMap['statechange']) => unknown) | undefined;
  readonly ondone?: ((event: VerificationEventMap['done']) => unknown) | undefined;
  readonly onoptout?: ((event: VerificationEventMap['optout']) => unknown) | undefined;
  readonly onerror?: ((event: VerificationEventMap['error']) => unknown) | undefined;
  readonly oncancel?: ((event: VerificationEventMap['cancel']) => unknown) | undefined;
  readonly onstep?: ((event: VerificationEventMap['step']) => unknown) | undefined;
}

/** `<candor-receipts>` in JSX. */
export interface ReceiptsElementProps
  extends DetailedHTMLProps<HTMLAttributes<CandorReceiptsElement>, CandorReceiptsElement>,
    DeskElementProps {
  readonly 'assets-url'?: string | undefined;
}

/** `<candor-seller-data>` in JSX. */
export interface SellerDataElementProps
  extends DetailedHTMLProps<HTMLAttributes<CandorSellerDataElement>, CandorSellerDataElement>,
    DeskElementProps {
  readonly 'assets-url'?: string | undefined;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'candor-verification': VerificationElementProps;
      'candor-receipts': ReceiptsElementProps;
      'candor-seller-data': SellerDataElementProps;
    }
  }
}

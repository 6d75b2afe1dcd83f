import type { ReactElement } from 'react';
import { DeskShell, type ReceiptDeskProps } from './DeskShell.js';

/** Props of {@link SellerData}. */
export interface SellerDataProps extends Omit<ReceiptDeskProps, 'endpoint' | 'asksAtOnce'> {
  readonly endpoint: string;
}

/** Everything of one seller's: what this browser keeps, and what the receiver holds and decided, which is asked at once by
 * the kept receipts' tokens. To play, save and delete a clip, object, withdraw, and take everything out as one file. Only
 * what belongs to `endpoint` and `subject` is shown. Its root carries `data-desk` as the one of `ReceiptDesk` does.
 * @example
 * <SellerData endpoint="https://verify.example/candor" subject={seller.pseudonym} /> */
export function SellerData(props: SellerDataProps): ReactElement {
  return <DeskShell {...props} view="my-data" asksAtOnce />;
}

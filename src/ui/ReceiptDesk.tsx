import type { ReactElement } from 'react';
import { DeskShell, type ReceiptDeskProps } from './DeskShell.js';

export type { ReceiptDeskProps };

/** Opens a receipt, also weeks later and on another device: shows what was decided and what is stored, takes an objection,
 * and withdraws. Lists what this browser keeps for the seller who is signed in. Its root carries `data-desk`: `loading`,
 * `list`, `open`, `withdrawn`, `failed`.
 * @example
 * <ReceiptDesk endpoint="https://verify.example/candor" subject={seller.pseudonym} /> */
export function ReceiptDesk(props: ReceiptDeskProps): ReactElement {
  return <DeskShell {...props} view="receipts" />;
}

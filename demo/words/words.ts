import type { Deed } from '../operators.js';
import type { RequestKind } from '../requests.js';

/** What the demo's pages say around the check, in one language. */
export interface PageWords {
  readonly forSellers: string;
  readonly title: string;
  readonly lead: string;
  readonly steps: string;
  readonly account: string;
  readonly shop: string;
  readonly you: string;
  /** Only heard: what is seen is a tick. */
  readonly done: string;
  readonly inProgress: string;
  readonly sent: string;
  readonly otherWay: string;
  readonly withdrawn: string;
  readonly open: string;
  readonly afterSent: string;
  readonly afterOtherWay: string;
  readonly notReal: string;
  readonly openReceipt: string;
  readonly yourData: string;
  readonly yourDataLead: string;
  readonly otherShops: string;
  readonly signUpAs: (seller: string) => string;
  readonly reviewer: string;
  readonly receipt: string;
  readonly receiptLead: string;
  readonly curious: string;
  readonly toReceiver: string;
  readonly aboutFace: string;
  readonly meaning: Readonly<Record<RequestKind, string>>;
  readonly carriesFace: string;
  readonly nothingOfFace: string;
  readonly noAnswer: string;
  readonly sentSize: (size: string) => string;
  readonly receivedSize: (size: string) => string;
  readonly sizeNotTold: string;
  readonly ownFiles: (count: string, size: string) => string;
  readonly readFrom: string;
  /** Of the three who keep a part of each template, where there are any. */
  readonly operators: {
    readonly title: string;
    readonly lead: string;
    readonly rows: (count: string) => string;
    readonly digits: string;
    readonly deed: Readonly<Record<Deed, string>>;
  };
}

import type { Action, Locale, Threshold, ToldSearch } from './types.js';
import type { Verdict } from './verdict.js';

/** What goes to the receiver and comes back from it, as a page and a seller meet it (docs/protocol.md). Times are ISO 8601. */

/** How an envelope's key is agreed: X-Wing, which a quantum computer does not break either, or X25519. */
export type Kem = 'x-wing' | 'x25519';

/** What an envelope says in the clear, and is bound to. Bytes are base64url. */
export interface Header {
  readonly v: 1;
  readonly kid: string;
  readonly kem: Kem;
  readonly kdf: 'hkdf-sha256';
  readonly aead: 'aes-256-gcm';
  readonly sessionId: string;
  readonly nonce: string;
  readonly challengeId: string;
  readonly noticeHash: string;
  readonly consentHash: string;
  readonly locale: Locale;
  readonly modelId: string;
  readonly modelSha256: string;
  readonly purposeIds: readonly string[];
  readonly widget: string;
  readonly origin: string;
  readonly createdAt: string;
}

/** What is sent: only the receiver's key opens it. */
export interface Envelope {
  readonly v: 1;
  readonly header: Header;
  readonly enc: string;
  readonly ciphertext: string;
}

/** One thing for each of the three operators who keep parts of templates, by their numbers. */
export type ByOperator<T> = readonly [T, T, T];

/** The header of an envelope whose template is split among three operators. */
export interface SharedHeader extends Header {
  readonly sharing: {
    readonly scheme: 'three-share';
    /** To whose key each part is sealed. */
    readonly kids: ByOperator<string>;
    /** A salted SHA-256 of each component: the two operators who get it can check it. */
    readonly commitments: ByOperator<string>;
  };
}

/** What is sent where three operators keep parts of the template: the receiver's key opens all but the template, and each operator's
 * key opens its part. */
export interface SharedEnvelope extends Envelope {
  readonly header: SharedHeader;
  readonly parts: ByOperator<Pick<Envelope, 'enc' | 'ciphertext'>>;
}

/** What the receiver opens of it. */
export type SharedPayload = Omit<Payload, 'embedding'>;

/** What an envelope holds. It has no field for a picture. */
export interface Payload {
  readonly embedding: {
    /** Little-endian. */
    readonly dtype: 'f32le';
    readonly dim: number;
    /** base64url. */
    readonly data: string;
  };
  readonly liveness: Verdict;
  readonly capture: { readonly durationMs: number; readonly frames: number; readonly fps: number };
  readonly consent: {
    readonly consentReceiptId: string;
    readonly method: ConsentMethod;
    readonly givenAt: string;
    /** Absent where discovery had no `search`. */
    readonly search?: ToldSearch | undefined;
  };
}

/** How the seller said yes. */
export type ConsentMethod = 'button' | 'checkbox' | 'typed-name';

/** The receiver's answer to an envelope. */
export interface Outcome {
  readonly verificationId: string;
  readonly status: 'no_duplicate' | 'needs_review';
  readonly decidedAt: string;
  readonly deleteAfter: string;
  /** Whoever has it may see, contest and withdraw this verification. */
  readonly removalToken: string;
}

/** The seller's own file: enough to look, withdraw and contest weeks later, from any page. Holds nothing of the face. */
export interface Receipt {
  readonly version: 1;
  /** Base address of the receiver. */
  readonly endpoint: string;
  readonly outcome: Outcome;
  /** The consent record, in the fields of ISO/IEC TS 27560. */
  readonly consent: Readonly<Record<string, unknown>>;
  /** SHA-256 of the consent record, base64url; it stands in the envelope too. */
  readonly consentHash: string;
  readonly noticeVersion: string;
}

/** A receipt as a page learns of it: without the token, which is the seller's. */
export interface ReceiptWithoutToken extends Omit<Receipt, 'outcome'> {
  readonly outcome: Omit<Outcome, 'removalToken'>;
}

/** What a page is given of a confirmed check. The token is in it only where the option `handOverToken` asks for it. */
export type DoneReceipt<HandsOver extends boolean = boolean> = HandsOver extends true
  ? Receipt
  : ReceiptWithoutToken;

/** What a person found. `asked`: they want to hear from the seller first. An outcome stands until there is another. */
export interface Review {
  readonly state: 'open' | 'asked' | 'closed';
  readonly outcome: 'same_person' | 'different_person' | 'allowed_second_account' | 'no_concern' | null;
  /** Who decided, never by name. Null: nobody has acted yet. */
  readonly reviewerKind: 'person' | null;
  readonly decidedAt: string | null;
}

/** The receiver's answer to an objection. */
export interface Objection {
  readonly objectionId: string;
  readonly verificationId: string;
  readonly at: string;
  /** How often the seller may still object to this verification. */
  readonly objectionsLeft: number;
}

/** What the seller said against a decision. */
export interface StoredObjection {
  readonly objectionId: string;
  readonly text: string;
  readonly at: string;
}

/** What became of an operator's part of a template that was deleted. */
export type ShareRemoval =
  | {
      readonly operator: 0 | 1 | 2;
      readonly name: string;
      readonly state: 'deleted';
      readonly receipt: ShareDeletionReceipt;
      /** Ed25519 over the receipt's canonical JSON, base64url. */
      readonly signature: string;
      /** The operator's key that checks it, as discovery named it then: SPKI, base64url. */
      readonly receiptKey: string;
    }
  | { readonly operator: 0 | 1 | 2; readonly name: string; readonly state: 'pending' };

/** An operator's word that it holds no part of a template any more. */
export interface ShareDeletionReceipt {
  readonly type: 'candor/share-deletion/1';
  readonly operator: 0 | 1 | 2;
  readonly model: string;
  /** 32 hexadecimal digits, drawn at random for the template. */
  readonly template: string;
  readonly deletedAt: string;
}

/** What a person may see of their own verification: everything but the vector. */
export interface StoredRecord {
  readonly verificationId: string;
  readonly state: 'stored' | 'withdrawn' | 'deleted';
  readonly status: Outcome['status'];
  readonly receivedAt: string;
  readonly decidedAt: string;
  readonly deleteAfter: string;
  readonly deletedAt?: string | undefined;
  /** What became of the three parts, where operators kept the template and it was deleted. */
  readonly shares?: ByOperator<ShareRemoval> | undefined;
  /** Names of the fields that are stored. */
  readonly fields: readonly string[];
  readonly locale: Locale;
  readonly purposeIds: readonly string[];
  readonly threshold: Threshold;
  /** Templates that the face was compared with. Absent: the receiver does not say. */
  readonly comparedWith?: number | undefined;
  /** What the session asked for: fewer movements are a lower assurance. */
  readonly asked: readonly Action[];
  readonly liveness: Verdict;
  readonly reviewOutcome: string | null;
  /** Null: no person is asked, or nothing is left of it. Absent: the receiver does not say. */
  readonly review?: Review | null | undefined;
  /** What the seller said against it, oldest first. Absent: the receiver takes no objections here. */
  readonly objections?: readonly StoredObjection[] | undefined;
  /** Made with a test's overrides. */
  readonly test: boolean;
}

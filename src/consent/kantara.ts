import type { ConsentRecord, RecordedPurpose } from './record.js';

/** Kantara Initiative Consent Receipt v1.1.0, the older and more widely read form of the same record. */
export interface KantaraReceipt {
  readonly version: 'KI-CR-v1.1.0';
  readonly jurisdiction: string;
  /** Seconds since 1970 (v1.1.0 §4.3). */
  readonly consentTimestamp: number;
  readonly collectionMethod: string;
  readonly consentReceiptID: string;
  readonly language: string;
  readonly piiPrincipalId: string;
  readonly piiControllers: readonly KantaraController[];
  readonly policyUrl: string;
  readonly services: readonly KantaraService[];
  readonly sensitive: true;
  readonly spiCat: readonly ['Biometric'];
}

/** Of a {@link KantaraReceipt}. */
export interface KantaraController {
  readonly piiController: string;
  readonly onBehalf: false;
  readonly contact: string;
  readonly address: { readonly streetAddress: string };
}

/** Of a {@link KantaraReceipt}. */
export interface KantaraService {
  readonly service: string;
  readonly purposes: readonly KantaraPurpose[];
}

/** Of a {@link KantaraReceipt}. */
export interface KantaraPurpose {
  readonly purpose: string;
  readonly purposeCategory: readonly string[];
  readonly consentType: 'EXPLICIT';
  readonly piiCategory: readonly string[];
  readonly primaryPurpose: boolean;
  readonly termination: string;
  readonly thirdPartyDisclosure: true;
  readonly thirdPartyName: string;
}

/** Says the record in Kantara's words. Nothing is added that the record does not hold; the public key that v1.1.0
 * allows for is left out, because the record is not signed on its own: its hash is in the envelope's header.
 * @example
 * save(JSON.stringify(toKantara(record))); */
export function toKantara(record: ConsentRecord): KantaraReceipt {
  const { processing } = record;
  return {
    version: 'KI-CR-v1.1.0',
    jurisdiction: processing.jurisdiction,
    consentTimestamp: Math.floor(Date.parse(record.event[0].event_time) / 1_000),
    collectionMethod: processing.collection_method,
    consentReceiptID: record.receipt_id,
    language: processing.language,
    piiPrincipalId: record.pii_principal_id,
    piiControllers: record.party.map((party) => ({
      piiController: party.party_name,
      onBehalf: false,
      contact: party.party_contact,
      address: { streetAddress: party.party_address },
    })),
    policyUrl: processing.privacy_notice.url,
    services: [
      {
        service: processing.processing_method.description,
        purposes: processing.purposes.map((purpose, index) => toPurpose(record, purpose, index === 0)),
      },
    ],
    sensitive: true,
    spiCat: ['Biometric'],
  };
}

function toPurpose(
  { processing }: ConsentRecord,
  purpose: RecordedPurpose,
  primary: boolean,
): KantaraPurpose {
  return {
    purpose: purpose.purpose,
    purposeCategory: [purpose.purpose_id],
    consentType: 'EXPLICIT',
    piiCategory: processing.pii_information.map(({ pii_type }) => pii_type),
    primaryPurpose: primary,
    termination: `${processing.retention_period.days} days, or earlier: ${processing.withdrawal_method}`,
    // The notice says in words who receives what, processors included: `false` would claim more than the record knows.
    thirdPartyDisclosure: true,
    thirdPartyName: processing.recipient_third_parties,
  };
}

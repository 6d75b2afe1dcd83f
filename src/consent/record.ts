import { inLocale } from '../core/locale.js';
import type { Alternative, Controller, Locale, Notice, NoticeLegal, ToldSearch } from '../core/types.js';
import { assertAgreed, type ConsentAct, type ConsentMethod } from './receipt.js';

/** The consent record: who agreed to what, when, on which words. Field names follow ISO/IEC TS 27560:2023 as the W3C
 * DPV guide gives them (requirement L-08), with what the GDPR adds. It is a pure function of what the seller saw and
 * did, so that the receiver rebuilds it byte for byte and compares `consentHash`. Nothing of the face is in it: no
 * embedding, no image, no score (requirement L-09). */

/** 1: of a notice without its `legal` part, as before there was one. */
export type RecordSchema = `candor/consent-record/${1 | 2}; ISO/IEC TS 27560:2023`;

/** Whose session it is: the only things in the record that are neither in the notice nor in the act. */
export interface RecordSession {
  readonly sessionId: string;
  /** The marketplace's own pseudonymous id of the seller; without one, the session stands in for the person. */
  readonly subject?: string | undefined;
}

/** One purpose of a {@link ConsentRecord}. */
export interface RecordedPurpose {
  readonly purpose_id: string;
  readonly purpose: string;
  readonly lawful_basis: 'explicit-consent (GDPR 6(1)(a), 9(2)(a))';
  /** Refusing is possible: that is what the alternatives are for. */
  readonly necessity: 'optional';
}

/** One kind of personal data of a {@link ConsentRecord}. */
export interface RecordedPii {
  readonly pii_type: 'face-template' | 'liveness-result' | 'capture-statistics' | 'consent-act';
  readonly special_category: boolean;
  readonly pii_optional: boolean;
}

/** One other way of becoming a seller, as the seller was shown it. */
export interface RecordedAlternative {
  readonly id: string;
  readonly label: string;
  readonly expected_time: string;
}

/** The notice's `legal` part. */
export interface RecordedLegal {
  readonly basis: string;
  readonly access: string;
  readonly rectification: string;
  readonly portability: string;
  readonly processors: string;
  readonly transfers: string;
  readonly retained_after_withdrawal: string;
  readonly age_declaration: string;
}

/** The seller's statement, as the written release that BIPA 15(b)(3) asks for (requirement L-07). */
export interface Release {
  readonly method: ConsentMethod;
  /** The purposes agreed to, in the words of the notice, one per line; from version 2 on, the age declaration after them. */
  readonly text: string;
  readonly signedAt: string;
}

/** What the seller agreed to, after ISO/IEC TS 27560; the file that they may keep. */
export interface ConsentRecord {
  readonly schema_version: RecordSchema;
  readonly record_id: string;
  readonly receipt_id: string;
  readonly pii_principal_id: string;
  readonly processing: {
    readonly privacy_notice: {
      readonly url: string;
      readonly version: string;
      readonly purpose: string;
      readonly reason: string;
      readonly why_now: string;
    };
    readonly language: Locale;
    readonly purposes: readonly RecordedPurpose[];
    readonly pii_information: readonly RecordedPii[];
    readonly pii_controllers: readonly [string];
    readonly collection_method: 'camera of the seller, analysed in the browser';
    readonly processing_method: {
      readonly description: string;
      readonly sent: string;
      readonly not_sent: string;
      readonly automated_decision: false;
      readonly human_decision: string;
      /** What the seller had read of it when they agreed; left out where the receiver did not say. */
      readonly search?: ToldSearch | undefined;
    };
    readonly storage_locations: string;
    readonly retention_period: { readonly days: number };
    readonly jurisdiction: string;
    readonly recipient_third_parties: string;
    readonly withdrawal_method: string;
    readonly privacy_rights: readonly string[];
    readonly authority_party: string;
    readonly consequence_of_declining: string;
    readonly alternatives: readonly RecordedAlternative[];
    /** From version 2 on. */
    readonly legal?: RecordedLegal | undefined;
  };
  readonly party: readonly [
    {
      readonly party_id: 'controller';
      readonly party_role: 'pii-controller';
      readonly party_name: string;
      readonly party_address: string;
      readonly party_contact: string;
    },
  ];
  readonly event: readonly [
    {
      readonly event_time: string;
      readonly validity_duration: { readonly days: number };
      readonly entity_id: string;
      readonly event_type: 'explicit';
      readonly event_state: 'given';
    },
  ];
  readonly release: Release;
  /** What ties the record to one verification. */
  readonly session_id: string;
}

const PII: readonly RecordedPii[] = [
  { pii_type: 'face-template', special_category: true, pii_optional: false },
  { pii_type: 'liveness-result', special_category: false, pii_optional: false },
  { pii_type: 'capture-statistics', special_category: false, pii_optional: false },
  { pii_type: 'consent-act', special_category: false, pii_optional: false },
];

/** Rights under GDPR 7(3), 15, 16, 17, 18, 20, 22(3) and 77. */
const RIGHTS = [
  'withdraw',
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'human-review',
  'complaint',
] as const;

function agreedPurposes(notice: Notice, act: ConsentAct): Notice['purposes'] {
  assertAgreed(notice, act);
  // In the notice's order, whatever the order of the clicks: the receiver must arrive at the same bytes.
  return notice.purposes.filter(({ id }) => act.purposeIds.includes(id));
}

/** Builds the record of one consent.
 * @throws `consent.required` when the act names a purpose that the notice does not.
 * @example
 * const record = receipt(notice, 'en', act, { sessionId: session.sessionId }, alternatives); */
export function receipt(
  notice: Notice,
  locale: Locale,
  act: ConsentAct,
  session: RecordSession,
  alternatives: readonly Alternative[],
): ConsentRecord {
  const purposes = agreedPurposes(notice, act);
  const principal = session.subject ?? session.sessionId;
  return {
    schema_version: `candor/consent-record/${notice.legal === undefined ? 1 : 2}; ISO/IEC TS 27560:2023`,
    record_id: `${session.sessionId}/${act.consentReceiptId}`,
    receipt_id: act.consentReceiptId,
    pii_principal_id: principal,
    processing: processing(notice, locale, { purposes, search: act.search }, alternatives),
    party: [party(notice.controller)],
    event: [
      {
        event_time: act.givenAt,
        validity_duration: { days: notice.retentionDays },
        entity_id: principal,
        event_type: 'explicit',
        event_state: 'given',
      },
    ],
    release: {
      method: act.method,
      text: [...purposes.map(({ text }) => text), ...declared(notice)].join('\n'),
      signedAt: act.givenAt,
    },
    session_id: session.sessionId,
  };
}

function processing(
  notice: Notice,
  locale: Locale,
  { purposes, search }: Pick<Notice, 'purposes'> & Pick<ConsentAct, 'search'>,
  alternatives: readonly Alternative[],
): ConsentRecord['processing'] {
  return {
    privacy_notice: {
      url: notice.policyUrl,
      version: notice.version,
      purpose: notice.purpose,
      reason: notice.reason,
      why_now: notice.why_now,
    },
    language: locale,
    purposes: purposes.map(({ id, text }) => ({
      purpose_id: id,
      purpose: text,
      lawful_basis: 'explicit-consent (GDPR 6(1)(a), 9(2)(a))',
      necessity: 'optional',
    })),
    pii_information: PII,
    pii_controllers: ['controller'],
    collection_method: 'camera of the seller, analysed in the browser',
    processing_method: {
      description: notice.comparison,
      sent: notice.sent,
      not_sent: notice.notSent,
      automated_decision: false,
      human_decision: notice.humanDecision,
      ...(search === undefined ? {} : { search: { scope: search.scope, templates: search.templates } }),
    },
    storage_locations: notice.storagePlace,
    retention_period: { days: notice.retentionDays },
    jurisdiction: notice.regions,
    recipient_third_parties: notice.recipients,
    withdrawal_method: notice.removal,
    privacy_rights: RIGHTS,
    authority_party: notice.complaint,
    consequence_of_declining: notice.ifDeclined,
    alternatives: alternatives.map(({ id, label, expectedTime }) => ({
      id,
      label: inLocale(label, locale),
      expected_time: inLocale(expectedTime, locale),
    })),
    // Left out and not empty: the record of an older notice keeps its bytes, and so its hash.
    ...(notice.legal === undefined ? {} : { legal: recordedLegal(notice.legal) }),
  };
}

function declared({ legal }: Notice): readonly string[] {
  return legal === undefined ? [] : [legal.ageDeclaration];
}

function recordedLegal({ rights, afterWithdrawal, ageDeclaration, ...legal }: NoticeLegal): RecordedLegal {
  return {
    ...legal,
    ...rights,
    retained_after_withdrawal: afterWithdrawal,
    age_declaration: ageDeclaration,
  };
}

function party({ name, address, contact }: Controller): ConsentRecord['party'][0] {
  return {
    party_id: 'controller',
    party_role: 'pii-controller',
    party_name: name,
    party_address: address,
    party_contact: contact,
  };
}

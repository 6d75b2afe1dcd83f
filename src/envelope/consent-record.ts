import * as v from 'valibot';
import type { ConsentRecord } from '../consent/record.js';
import type { Agrees, Proven } from './agrees.js';
import { ToldSearchSchema } from './comparison.js';
import { ConsentMethodSchema } from './consent-act.js';
import { count, id, locale, text, time, token, url } from './primitives.js';

/** The consent record as JSON Schema can say it. It never travels: only its hash does, and both sides build it
 * (docs/protocol.md). */

const days = v.pipe(count, v.minValue(1), v.maxValue(1_095));
/** The purposes' words, one per line: as many times {@link text} as there are purposes. */
const lines = v.pipe(v.string(), v.regex(/\S/));

const PurposeSchema = v.strictObject({
  purpose_id: id,
  purpose: text,
  lawful_basis: v.literal('explicit-consent (GDPR 6(1)(a), 9(2)(a))'),
  necessity: v.literal('optional'),
});

const PiiSchema = v.strictObject({
  pii_type: v.picklist(['face-template', 'liveness-result', 'capture-statistics', 'consent-act']),
  special_category: v.boolean(),
  pii_optional: v.boolean(),
});

const ProcessingSchema = v.strictObject({
  privacy_notice: v.strictObject({ url, version: id, purpose: text, reason: text, why_now: text }),
  language: locale,
  purposes: v.pipe(v.array(PurposeSchema), v.minLength(1)),
  pii_information: v.array(PiiSchema),
  pii_controllers: v.strictTuple([id]),
  collection_method: v.literal('camera of the seller, analysed in the browser'),
  processing_method: v.strictObject({
    description: text,
    sent: text,
    not_sent: text,
    automated_decision: v.literal(false),
    human_decision: text,
    search: v.optional(ToldSearchSchema),
  }),
  storage_locations: text,
  retention_period: v.strictObject({ days }),
  jurisdiction: text,
  recipient_third_parties: text,
  withdrawal_method: text,
  privacy_rights: v.array(id),
  authority_party: text,
  consequence_of_declining: text,
  alternatives: v.array(v.strictObject({ id, label: text, expected_time: text })),
  legal: v.optional(
    v.strictObject({
      basis: text,
      access: text,
      rectification: text,
      portability: text,
      processors: text,
      transfers: text,
      retained_after_withdrawal: text,
      age_declaration: text,
    }),
  ),
});

const PartySchema = v.strictObject({
  party_id: v.literal('controller'),
  party_role: v.literal('pii-controller'),
  party_name: text,
  party_address: text,
  party_contact: text,
});

const EventSchema = v.strictObject({
  event_time: time,
  validity_duration: v.strictObject({ days }),
  entity_id: id,
  event_type: v.literal('explicit'),
  event_state: v.literal('given'),
});

export const ConsentRecordSchema = v.strictObject({
  schema_version: v.picklist([
    'candor/consent-record/1; ISO/IEC TS 27560:2023',
    'candor/consent-record/2; ISO/IEC TS 27560:2023',
  ]),
  record_id: v.pipe(v.string(), v.minLength(3), v.maxLength(257)),
  receipt_id: id,
  pii_principal_id: id,
  processing: ProcessingSchema,
  party: v.strictTuple([PartySchema]),
  event: v.strictTuple([EventSchema]),
  release: v.strictObject({ method: ConsentMethodSchema, text: lines, signedAt: time }),
  session_id: token,
});

/** Fails to compile when the record that is built and the schema that is published drift apart. */
export type SchemaAgreesWithRecord = Proven<Agrees<v.InferOutput<typeof ConsentRecordSchema>, ConsentRecord>>;

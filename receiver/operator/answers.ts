import * as v from 'valibot';
import type { Agrees, Proven } from '../../src/envelope/agrees.js';
import { bytes, count, finite, id, locale, receiptKey, text, time } from '../../src/envelope/primitives.js';
import { ReviewOutcomeSchema, ReviewSchema } from '../../src/envelope/review.js';
import { DeletionReceiptSchema, ShareRemovalsSchema } from '../../src/envelope/share-removals.js';
import { StoredRecordSchema } from '../../src/envelope/stored-record.js';
import { ActionSchema, PayloadSchema, ProfileSchema, ThresholdSchema } from '../../src/envelope/wire.js';
import type { AccountView, CaseSummary, CaseView } from '../review/case-view.js';
import { ACT_KINDS } from '../store/decide-case.js';
import type { SubjectRecord } from '../store/subject-records.js';
import type { SubjectErased, SubjectExport } from '../subjects/subjects.js';

/** What the operator's interface answers with, as JSON: closed, without a picture, a vector or a similarity. */

const subject = v.nullable(id);
const caseState = v.picklist(['open', 'asked', 'closed']);
const { state, status } = StoredRecordSchema.entries;
const reason = v.picklist([
  'hit',
  'not_live',
  'inconclusive',
  'started_anyway',
  'not_searched',
  'test_outcome',
  'objection',
]);

export const AccountSchema = v.strictObject({
  verificationId: id,
  subject,
  state,
  receivedAt: time,
  deleteAfter: time,
  liveness: PayloadSchema.entries.liveness,
  asked: v.array(ActionSchema),
});

const ofEveryCase = {
  caseId: id,
  reason,
  state: caseState,
  outcome: v.nullable(ReviewOutcomeSchema),
  openedAt: time,
  decidedAt: v.nullable(time),
};

export const CaseSummarySchema = v.strictObject({ ...ofEveryCase, verificationId: id, subject });

export const CasesSchema = v.strictObject({
  cases: v.array(CaseSummarySchema),
  /** What `after` is for the next page; null on the last. */
  next: v.nullable(v.string()),
});

export const CaseSchema = v.strictObject({
  ...ofEveryCase,
  revision: count,
  deleteAfter: time,
  account: AccountSchema,
  hits: v.array(AccountSchema),
  threshold: ThresholdSchema,
  searched: v.nullable(count),
  objections: v.array(v.strictObject({ objectionId: id, text, at: time })),
  acts: v.array(v.strictObject({ outcome: v.picklist(ACT_KINDS), at: time, reviewer: text })),
});

export const ActedSchema = v.strictObject({
  caseId: id,
  state: caseState,
  outcome: v.nullable(ReviewOutcomeSchema),
});

const SubjectRecordSchema = v.strictObject({
  verificationId: id,
  state,
  status,
  receivedAt: time,
  decidedAt: time,
  deleteAfter: time,
  review: v.nullable(ReviewSchema),
});

export const SubjectSchema = v.strictObject({ subject: id, records: v.array(SubjectRecordSchema) });

const ExportedVerificationSchema = v.strictObject({
  verificationId: id,
  sessionId: id,
  state,
  status,
  basis: v.picklist([
    ...reason.options.filter((one) => one !== 'objection'),
    'no_hit',
    'matching_not_configured',
  ]),
  decision: v.nullable(
    v.strictObject({
      searched: v.picklist(['gallery', 'groups', 'none']),
      gallerySize: count,
      scopeSize: count,
      falseHitsPerNewcomer: finite,
      lowConfidence: v.boolean(),
    }),
  ),
  receivedAt: time,
  decidedAt: time,
  deleteAfter: time,
  deletedAt: v.nullable(time),
  subject,
  locale,
  purposeIds: v.array(id),
  noticeHash: bytes(32),
  consentHash: bytes(32),
  /** The consent receipt as both sides made it (docs/protocol.md). */
  consent: v.nullable(v.record(v.string(), v.unknown())),
  capture: v.nullable(PayloadSchema.entries.capture),
  asked: v.array(ActionSchema),
  liveness: PayloadSchema.entries.liveness,
  threshold: ThresholdSchema,
  reviewOutcome: v.nullable(id),
  test: v.boolean(),
});

/** What three operators keep: never a part of it. */
const ExportedTemplateSchema = v.strictObject({
  verificationId: id,
  state: v.picklist(['pending', 'stored', 'removing', 'deleted']),
  madeAt: time,
  removingAt: v.nullable(time),
  operators: v.array(
    v.strictObject({
      operator: v.picklist([0, 1, 2]),
      name: text,
      contact: text,
      state: v.picklist(['kept', 'pending', 'deleted']),
      receipt: v.nullable(DeletionReceiptSchema),
      signature: v.nullable(bytes(64)),
      receiptKey: v.nullable(receiptKey),
    }),
  ),
});

export const SubjectExportSchema = v.strictObject({
  subject: id,
  exportedAt: time,
  verifications: v.array(ExportedVerificationSchema),
  cases: v.array(
    v.strictObject({
      ...ofEveryCase,
      verificationId: id,
      deleteAfter: time,
      acts: v.array(v.strictObject({ outcome: v.picklist(ACT_KINDS), at: time })),
    }),
  ),
  objections: v.array(
    v.strictObject({ objectionId: id, verificationId: id, text, at: time, deleteAfter: time }),
  ),
  sessions: v.array(
    v.strictObject({
      sessionId: id,
      noticeHash: bytes(32),
      locale,
      profile: ProfileSchema,
      subject,
      asked: v.array(ActionSchema),
      openedAt: time,
      captureBy: time,
      submitBy: time,
    }),
  ),
  optOuts: v.array(
    v.strictObject({
      caseId: id,
      alternative: id,
      subject,
      locale,
      reason: v.nullable(v.string()),
      openedAt: time,
      deleteAfter: time,
      test: v.boolean(),
    }),
  ),
  templates: v.optional(v.array(ExportedTemplateSchema)),
});

export const SubjectErasedSchema = v.strictObject({
  verifications: count,
  optOuts: count,
  sessions: count,
  shares: v.optional(v.array(v.strictObject({ verificationId: id, operators: ShareRemovalsSchema }))),
});

/** As `JSON.stringify` writes it. */
type Json<T> = T extends Date ? string : T extends object ? { [Field in keyof T]: Json<T[Field]> } : T;

/** Fails to compile when what is read from the tables and what is documented drift apart. */
export type AnswersAgree = [
  Proven<Agrees<v.InferOutput<typeof AccountSchema>, Json<AccountView>>>,
  Proven<Agrees<v.InferOutput<typeof CaseSummarySchema>, Json<CaseSummary>>>,
  Proven<Agrees<Omit<v.InferOutput<typeof CaseSchema>, 'objections'>, Omit<Json<CaseView>, 'objections'>>>,
  Proven<Agrees<v.InferOutput<typeof SubjectRecordSchema>, Json<SubjectRecord>>>,
  Proven<Agrees<v.InferOutput<typeof SubjectExportSchema>, Json<SubjectExport>>>,
  Proven<Agrees<v.InferOutput<typeof SubjectErasedSchema>, SubjectErased>>,
];

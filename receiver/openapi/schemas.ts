import * as v from 'valibot';
import { ObjectionRequestSchema, ObjectionSchema, ReviewSchema } from '../../src/envelope/review.js';
import { SessionEndSchema } from '../../src/envelope/session-end.js';
import * as storedRecord from '../../src/envelope/stored-record.js';
import { SharedEnvelopeSchema } from '../../src/envelope/three-share.js';
import * as wire from '../../src/envelope/wire.js';
import { CountsSchema, MonthSchema } from '../counts/counts.js';
import {
  AccountSchema,
  ActedSchema,
  CaseSchema,
  CaseSummarySchema,
  CasesSchema,
  SubjectErasedSchema,
  SubjectExportSchema,
  SubjectSchema,
} from '../operator/answers.js';
import { ActRequestSchema } from '../operator/requests.js';
import { ReviewFormSchema } from '../review/form.js';

/** Every document that travels, by its name in docs/openapi.json. */
export const SCHEMAS = {
  Account: AccountSchema,
  Acted: ActedSchema,
  ActRequest: ActRequestSchema,
  Alternative: wire.AlternativeSchema,
  Case: CaseSchema,
  CaseSummary: CaseSummarySchema,
  Cases: CasesSchema,
  Challenge: wire.ChallengeSchema,
  Counts: CountsSchema,
  CountsOfMonth: MonthSchema,
  Discovery: wire.DiscoverySchema,
  Envelope: wire.EnvelopeSchema,
  /** Which of the two, discovery says: with operators, in three parts. */
  EitherEnvelope: v.union([wire.EnvelopeSchema, SharedEnvelopeSchema]),
  Health: v.strictObject({ status: v.literal('ok') }),
  Key: wire.KeySchema,
  Liveness: wire.PayloadSchema.entries.liveness,
  Notice: wire.NoticeSchema,
  Objection: ObjectionSchema,
  ObjectionRequest: ObjectionRequestSchema,
  OptOut: wire.OptOutSchema,
  OptOutRequest: wire.OptOutRequestSchema,
  Outcome: wire.OutcomeSchema,
  Problem: wire.ProblemSchema,
  Ready: v.strictObject({
    status: v.literal('ready'),
    /** Whether all three could compare a newcomer; absent where no operators do. */
    operators: v.optional(v.picklist(['answering', 'away'])),
  }),
  Review: ReviewSchema,
  ReviewForm: ReviewFormSchema,
  Session: wire.SessionSchema,
  SessionEnd: SessionEndSchema,
  SessionRequest: wire.SessionRequestSchema,
  SharedEnvelope: SharedEnvelopeSchema,
  StoredRecord: storedRecord.StoredRecordSchema,
  Subject: SubjectSchema,
  SubjectErased: SubjectErasedSchema,
  SubjectExport: SubjectExportSchema,
  Threshold: wire.ThresholdSchema,
  Withdrawal: storedRecord.WithdrawalSchema,
} as const satisfies Record<string, v.GenericSchema>;

export type SchemaName = keyof typeof SCHEMAS;

import { randomUUID } from 'node:crypto';
import type { ConsentRecord } from '../src/consent/record.js';
import type { SharedPayload } from '../src/core/record.js';
import type { Claim } from './binding.js';
import type { ReceiverContext } from './context.js';
import { nonceHashOf } from './keys/secrets.js';
import { decide, fixed } from './matching/decide.js';
import type { Conclusion } from './matching/matcher.js';
import { retentionEnd } from './retention.js';
import type { SessionRow } from './store/sessions.js';
import type { Concluded, NewVerification, VerificationRow } from './store/verifications.js';

/** What is stored of a verification beside the face and the decision, whoever keeps the template. */

/** What has opened, but for the template. */
export interface OpenedClaim extends Claim<SessionRow> {
  readonly payload: SharedPayload;
}

export type NewRow = NewVerification['verification'] & {
  readonly receivedAt: Date;
  readonly deleteAfter: Date;
};

export function verificationOf(
  { config, secrets }: ReceiverContext,
  { header, payload, session }: OpenedClaim,
  consent: ConsentRecord,
  bodyHash: string,
): NewRow {
  const receivedAt = config.now();
  return {
    verificationId: randomUUID(),
    sessionId: session.sessionId,
    bodyHash,
    state: 'stored',
    receivedAt,
    decidedAt: receivedAt,
    deleteAfter: retentionEnd(config.notices, receivedAt),
    subject: session.subject,
    locale: session.locale,
    purposeIds: [...header.purposeIds],
    noticeHash: header.noticeHash,
    consentHash: header.consentHash,
    consent: { ...consent },
    nonceHash: nonceHashOf(secrets, session.nonce),
    capture: payload.capture,
    asked: session.challenge.steps.map(({ action }) => action),
    liveness: payload.liveness,
    threshold: config.threshold,
    test: config.test !== undefined,
  };
}

/** Decides, by what the comparison found and the browser judged. */
export function concludedFrom(
  { config }: ReceiverContext,
  { payload: { liveness } }: OpenedClaim,
  { hits, record }: Conclusion,
): Concluded {
  const outcome = config.test?.outcome;
  const { searched } = record;
  const decision = outcome === undefined ? decide({ liveness, searched, hits: hits.length }) : fixed(outcome);
  return { decision, record, hits };
}

/** Says in the log what was decided. */
export function say(
  { config }: ReceiverContext,
  { verificationId, status, basis, decision, test }: VerificationRow,
): void {
  if (decision === null) return;
  const { searched, gallerySize, scopeSize, lowConfidence } = decision;
  const comparison = { searched, gallerySize, scopeSize, lowConfidence };
  config.log({ event: 'verification.received', verificationId, status, basis, ...comparison, test });
}

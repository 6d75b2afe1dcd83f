import { type ConsentRecord, receipt } from '../src/consent/record.js';
import { CandorError } from '../src/core/errors.js';
import { hashCanonical } from '../src/envelope/canonical.js';
import type { Header, Payload } from '../src/envelope/wire.js';
import type { ReceiverConfig } from './options.js';
import { ProblemError } from './problem.js';
import type { SessionRow } from './store/sessions.js';

/** What has opened, and the session it claims to be for. */
export interface Claim {
  readonly header: Header;
  readonly payload: Payload;
  readonly session: SessionRow;
}

/** Checks that the envelope was made for this session, this notice, this consent and this model, and returns the
 * consent record as rebuilt from the receiver's own words (requirement E-05).
 * @throws `envelope.unbound` */
export async function bind(claim: Claim, config: ReceiverConfig): Promise<ConsentRecord> {
  const { header, payload, session } = claim;
  const isBound =
    header.nonce === session.nonce &&
    header.challengeId === session.challenge.id &&
    header.noticeHash === session.noticeHash &&
    header.locale === session.locale &&
    header.modelId === config.threshold.modelId &&
    header.modelSha256 === config.threshold.modelSha256 &&
    payload.liveness.profile === session.profile;
  if (!isBound) throw new ProblemError('envelope.unbound');
  const consent = rebuildConsent(claim, config);
  if ((await hashCanonical(consent)) !== header.consentHash) throw new ProblemError('envelope.unbound');
  return consent;
}

function rebuildConsent({ header, payload, session }: Claim, config: ReceiverConfig): ConsentRecord {
  const notice = config.notices[session.locale];
  if (notice === undefined) throw new ProblemError('envelope.unbound');
  const act = { ...payload.consent, purposeIds: header.purposeIds };
  const { sessionId, subject } = session;
  const alternatives = config.alternatives.map(({ next: _, ...alternative }) => alternative);
  try {
    return receipt(notice, session.locale, act, { sessionId, subject: subject ?? undefined }, alternatives);
  } catch (cause) {
    // Purposes that the notice does not name.
    if (cause instanceof CandorError) throw new ProblemError('envelope.unbound', { cause });
    throw cause;
  }
}

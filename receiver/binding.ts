import { type ConsentRecord, receipt } from '../src/consent/record.js';
import { CandorError } from '../src/core/errors.js';
import type { Locale, Profile } from '../src/core/types.js';
import { hashCanonical } from '../src/envelope/canonical.js';
import type { Header, Payload } from '../src/envelope/wire.js';
import type { ReceiverOptions } from './options.js';
import { ProblemError } from './problem.js';

/** Of a session, what an envelope has to agree with. */
export interface ClaimedSession {
  readonly sessionId: string;
  readonly nonce: string;
  readonly noticeHash: string;
  readonly locale: Locale;
  readonly profile: Profile;
  readonly challenge: { readonly id: string };
  readonly subject?: string | null | undefined;
}

/** What has opened, and the session it claims to be for. */
export interface Claim<Session extends ClaimedSession = ClaimedSession> {
  readonly header: Header;
  readonly payload: Pick<Payload, 'liveness' | 'consent'>;
  readonly session: Session;
}

/** The receiver's own words, and its model. */
export type Terms = Pick<ReceiverOptions, 'notices' | 'alternatives' | 'threshold'>;

/** Checks that the envelope was made for this session, this notice, this consent and this model, and returns the
 * consent record as rebuilt from the receiver's own words (requirement E-05).
 * @throws `envelope.unbound`
 * @example
 * const payload = await open(envelope, keyring, 'https://verify.example/candor');
 * const record = await bind({ header: envelope.header, payload, session }, terms); */
export async function bind(claim: Claim, terms: Terms): Promise<ConsentRecord> {
  const { header, payload, session } = claim;
  const isBound =
    header.nonce === session.nonce &&
    header.challengeId === session.challenge.id &&
    header.noticeHash === session.noticeHash &&
    header.locale === session.locale &&
    header.modelId === terms.threshold.modelId &&
    header.modelSha256 === terms.threshold.modelSha256 &&
    payload.liveness.profile === session.profile;
  if (!isBound) throw new ProblemError('envelope.unbound');
  const consent = rebuildConsent(claim, terms);
  if ((await hashCanonical(consent)) !== header.consentHash) throw new ProblemError('envelope.unbound');
  return consent;
}

function rebuildConsent({ header, payload, session }: Claim<ClaimedSession>, terms: Terms): ConsentRecord {
  const notice = terms.notices[session.locale];
  if (notice === undefined) throw new ProblemError('envelope.unbound');
  const act = { ...payload.consent, purposeIds: header.purposeIds };
  const { sessionId, subject } = session;
  const alternatives = terms.alternatives.map(({ next: _, ...alternative }) => alternative);
  try {
    return receipt(notice, session.locale, act, { sessionId, subject: subject ?? undefined }, alternatives);
  } catch (cause) {
    // Purposes that the notice does not name.
    if (cause instanceof CandorError) throw new ProblemError('envelope.unbound', { cause });
    throw cause;
  }
}

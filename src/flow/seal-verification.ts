import { receipt as consentRecord } from '../consent/record.js';
import { wipe } from '../core/bytes.js';
import { wholeSecond } from '../core/receiver-clock.js';
import { WIDGET } from '../core/version.js';
import { hashCanonical } from '../envelope/canonical.js';
import { chooseKey } from '../envelope/key.js';
import { composePayload, fieldSizes } from '../envelope/payload.js';
import { bodyBytes, seal } from '../envelope/seal.js';
import type { ModelIdentity, SealedVerification, SealRequest } from './ports.js';

/** What the envelope is bound to besides the verification itself. */
export interface SealPlace {
  readonly model: ModelIdentity;
  /** Of the page that embeds the widget. */
  readonly origin: string;
  /** The receiver's time, or the device's where it has stated none. */
  readonly now: Date;
  readonly isStated: boolean;
}

/** Seals what the capture gave, bound to the session, the consent and the model (docs/protocol.md). The embedding is wiped
 * on the way, whatever happens.
 * @throws `crypto.*`, `discovery.no_valid_key`, `embedding.low_quality`. */
export async function sealVerification(request: SealRequest, place: SealPlace): Promise<SealedVerification> {
  try {
    return await sealBound(request, place);
  } finally {
    wipe(request.capture.embedding);
  }
}

async function sealBound(request: SealRequest, place: SealPlace): Promise<SealedVerification> {
  const { discovery, session, notice, receipt, subject } = request;
  const { act, locale } = receipt;
  const parties = { sessionId: session.sessionId, subject };
  const consent = consentRecord(notice, locale, act, parties, discovery.alternatives);
  const consentHash = await hashCanonical(consent);
  const payload = payloadOf(request);
  const sealed = await seal({
    payload,
    binding: bindingOf(request, place, consentHash),
    key: chooseKey(discovery.keys, place.now, place.isStated),
    audience: discovery.audience,
  });
  const preview = {
    fields: fieldSizes(payload),
    bodyBytes: bodyBytes(sealed),
    kem: sealed.header.kem,
    origin: place.origin,
  };
  return { envelope: sealed, preview, consent: { ...consent }, consentHash };
}

function payloadOf({ capture, verdict, durationMs, frames, receipt }: SealRequest) {
  const { consentReceiptId, method, givenAt, search } = receipt.act;
  return composePayload({
    embedding: capture.embedding,
    verdict,
    durationMs,
    frames,
    consent: { consentReceiptId, method, givenAt, search },
  });
}

function bindingOf({ session, noticeHash, receipt }: SealRequest, place: SealPlace, consentHash: string) {
  return {
    sessionId: session.sessionId,
    nonce: session.nonce,
    challengeId: session.challenge.id,
    noticeHash,
    consentHash,
    locale: receipt.locale,
    ...place.model,
    purposeIds: [...receipt.act.purposeIds],
    widget: WIDGET,
    origin: place.origin,
    createdAt: wholeSecond(place.now),
  };
}

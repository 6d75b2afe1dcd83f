import { receipt as consentRecord } from '../consent/record.js';
import { CandorError } from '../core/errors.js';
import { wholeSecond } from '../core/receiver-clock.js';
import { unreachable } from '../core/unreachable.js';
import { WIDGET } from '../core/version.js';
import { hashCanonical } from '../envelope/canonical.js';
import { chooseKey } from '../envelope/key.js';
import {
  composePayload,
  composeShared,
  type FieldSize,
  fieldSizes,
  sharedFieldSizes,
} from '../envelope/payload.js';
import type { Operators } from '../envelope/recipients.js';
import { bodyBytes, headerOf, type SealInput, seal, sealShared } from '../envelope/seal.js';
import type { Envelope } from '../envelope/wire.js';
import type { KeptCapture, WholeCapture } from '../vision/seller-vision.js';
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

/** Seals what the capture gave, bound to the session, the consent and the model (docs/protocol.md): for the receiver, or, where discovery
 * names operators, in three parts for them and the rest for the receiver. The template is wiped on the way, whatever happens.
 * @throws `crypto.*`, `discovery.no_valid_key`, `runtime.model_failed`, `discovery.malformed` where the notice leaves an operator out. */
export async function sealVerification(request: SealRequest, place: SealPlace): Promise<SealedVerification> {
  try {
    return await sealBound(request, place);
  } finally {
    request.capture.wipe();
  }
}

async function sealBound(request: SealRequest, place: SealPlace): Promise<SealedVerification> {
  const { discovery, session, notice, receipt, subject } = request;
  const { act, locale } = receipt;
  const parties = { sessionId: session.sessionId, subject };
  const consent = consentRecord(notice, locale, act, parties, discovery.alternatives);
  const consentHash = await hashCanonical(consent);
  const bound: Bound = {
    binding: bindingOf(request, place, consentHash),
    key: chooseKey(discovery.keys, place.now, place.isStated),
    audience: discovery.audience,
  };
  const sealed = await sealCapture(request, bound);
  const preview = {
    fields: sealed.fields,
    bodyBytes: bodyBytes(sealed.envelope),
    kem: sealed.envelope.header.kem,
    origin: place.origin,
    operators: discovery.operators?.map(({ name }) => name) ?? [],
  };
  return { envelope: sealed.envelope, preview, consent: { ...consent }, consentHash };
}

/** For whom it is sealed, and what it is bound to. */
type Bound = Omit<SealInput, 'payload'>;

interface Sealed {
  readonly envelope: Envelope;
  readonly fields: readonly FieldSize[];
}

type Found = Omit<SealRequest, 'capture'>;

/** What began without operators does not end with them, and the other way round: the worker was started for one of both. */
async function sealCapture({ capture, ...found }: SealRequest, bound: Bound): Promise<Sealed> {
  const { operators } = found.discovery;
  switch (capture.kind) {
    case 'whole':
      if (operators !== undefined) throw new CandorError('internal', { detail: 'a template for operators' });
      return sealWhole(capture, found, bound);
    case 'kept':
      if (operators === undefined) throw new CandorError('internal', { detail: 'parts for no operators' });
      return sealForThree(capture, found, bound, operators);
    default:
      return unreachable(capture);
  }
}

async function sealWhole({ embedding }: WholeCapture, found: Found, bound: Bound): Promise<Sealed> {
  const payload = composePayload({ embedding, ...foundIn(found) });
  return { envelope: await seal({ payload, ...bound }), fields: fieldSizes(payload) };
}

/** The receiver gets no template: each operator gets a part of it, of which two make the whole. */
async function sealForThree(
  capture: KeptCapture,
  found: Found,
  bound: Bound,
  operators: Operators,
): Promise<Sealed> {
  assertNamed(found, operators);
  const { key, audience, binding } = bound;
  const payload = composeShared(foundIn(found));
  const shares = await capture.split({ header: headerOf(binding, key), operators, audience });
  const envelope = await sealShared(shares, { payload, key, audience });
  return { envelope, fields: sharedFieldSizes(payload, capture.dim) };
}

/** Nobody gets a part whom the notice does not name among the recipients: it is what the seller agreed to.
 * @throws `discovery.malformed` */
function assertNamed({ notice: { recipients } }: Found, operators: Operators): void {
  if (operators.some(({ name }) => !recipients.includes(name)))
    throw new CandorError('discovery.malformed', { detail: 'recipients' });
}

/** What was found and agreed to, beside the template. */
function foundIn({ verdict, durationMs, frames, receipt }: Found) {
  const { consentReceiptId, method, givenAt, search } = receipt.act;
  return { verdict, durationMs, frames, consent: { consentReceiptId, method, givenAt, search } };
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

import { openCamera } from '../camera/open-camera.js';
import { recordClip } from '../camera/record-clip.js';
import { giveConsent } from '../consent/receipt.js';
import { wipe } from '../core/bytes.js';
import { CandorError } from '../core/errors.js';
import type { Profile } from '../core/types.js';
import { WIDGET } from '../core/version.js';
import { hashCanonical } from '../envelope/canonical.js';
import { chooseKey } from '../envelope/key.js';
import { cueAt } from '../liveness/challenge.js';
import { outcomeOf } from '../liveness/outcome.js';
import { positioningHint } from '../liveness/positioning.js';
import { frameDefects, frameScore } from '../liveness/quality.js';
import { decide } from '../liveness/verdict.js';
import { createTransport } from '../transport/transport.js';
import { createVault } from '../vault/vault.js';
import { embeddingModel } from '../vision/manifest.js';
import { startFlow } from './create-flow.js';
import { checkOptions } from './options.js';
import { page } from './page.js';
import type {
  EnvelopePort,
  LivenessPort,
  Ports,
  SealedVerification,
  SealRequest,
  VisionPort,
} from './ports.js';
import type { Flow, FlowOptions } from './state.js';

/** The one place where the flow meets its stages. What is heavy (the worker's client, the cryptography) is imported
 * when the seller has agreed, not before: until then only the notice is needed. */

function liveness(profile: Profile): LivenessPort {
  return {
    positioningHint,
    frameDefects: (observation) => frameDefects(observation, profile),
    frameScore,
    cueAt,
    decide,
    outcomeOf,
  };
}

function vision({ assetsUrl, embeddingBackend = 'auto' }: FlowOptions): VisionPort {
  return {
    start: async (signal) => {
      const { startVision } = await chunk(() => import('../vision/client.js'));
      return startVision({ assetsUrl, backend: embeddingBackend }, signal);
    },
  };
}

const envelope: EnvelopePort = {
  hash: hashCanonical,
  seal: sealVerification,
};

const loadEnvelope = () =>
  Promise.all([
    import('../envelope/payload.js'),
    import('../envelope/seal.js'),
    import('../consent/record.js'),
  ]);

/** Seals what the capture gave, bound to the session, the consent and the model. The embedding is wiped on the way. */
async function sealVerification(request: SealRequest): Promise<SealedVerification> {
  try {
    return await sealBound(request);
  } finally {
    wipe(request.capture.embedding);
  }
}

async function sealBound(request: SealRequest): Promise<SealedVerification> {
  const { discovery, session, notice, noticeHash, receipt: given, verdict, capture, subject } = request;
  const { act, locale } = given;
  const [payloads, sealing, records] = await chunk(loadEnvelope);
  const payload = payloads.composePayload({
    embedding: capture.embedding,
    verdict,
    durationMs: request.durationMs,
    frames: request.frames,
    consent: { consentReceiptId: act.consentReceiptId, method: act.method, givenAt: act.givenAt },
  });
  const parties = { sessionId: session.sessionId, subject };
  const consent = records.receipt(notice, locale, act, parties, discovery.alternatives);
  const consentHash = await hashCanonical(consent);
  const binding = {
    sessionId: session.sessionId,
    nonce: session.nonce,
    challengeId: session.challenge.id,
    noticeHash,
    consentHash,
    locale,
    modelId: embeddingModel.id,
    modelSha256: embeddingModel.sha256,
    purposeIds: [...act.purposeIds],
    widget: WIDGET,
    origin: globalThis.location.origin,
    createdAt: page.now().toISOString(),
  };
  const key = chooseKey(discovery.keys, page.now());
  const sealed = await sealing.seal({ payload, binding, key, audience: discovery.audience });
  const preview = {
    fields: payloads.fieldSizes(payload),
    bodyBytes: sealing.bodyBytes(sealed),
    kem: key.kem,
    origin: binding.origin,
  };
  return { envelope: sealed, preview, consent: { ...consent }, consentHash };
}

/** A part of the widget that does not arrive is the network's fault, with a code, not a bare TypeError. */
async function chunk<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new CandorError('assets.load_failed', { cause, detail: 'script' });
  }
}

function wireUp(options: FlowOptions): Ports {
  return {
    model: { modelId: embeddingModel.id, modelSha256: embeddingModel.sha256 },
    transport: createTransport(options),
    consent: { give: giveConsent },
    camera: {
      open: (receipt, deviceId, signal) =>
        openCamera(receipt, deviceId === undefined ? {} : { deviceId }, signal),
      record: recordClip,
    },
    vision: vision(options),
    liveness: liveness(options.profile ?? 'standard'),
    envelope,
    vault: createVault(options.endpoint),
    page,
  };
}

/** Makes a verification flow over the real camera, worker, cryptography and network. Nothing but discovery happens
 * before the `consent` command. The caller destroys it.
 * @throws `config.invalid` naming the option that cannot be used. */
export function createFlow(options: FlowOptions): Flow {
  const checked = checkOptions(options, globalThis.document?.baseURI);
  return startFlow(checked, wireUp(checked));
}

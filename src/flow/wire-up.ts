import { NATIVES } from '../camera/natives.js';
import { giveConsent } from '../consent/receipt.js';
import { wipe } from '../core/bytes.js';
import { CandorError } from '../core/errors.js';
import { WIDGET } from '../core/version.js';
import { hashCanonical } from '../envelope/canonical.js';
import { chooseKey } from '../envelope/key.js';
import { createTransport } from '../transport/transport.js';
import { embeddingModel } from '../vision/manifest.js';
import { startFlow } from './create-flow.js';
import { checkOptions } from './options.js';
import { page } from './page.js';
import type {
  CameraPort,
  EnvelopePort,
  LivenessPort,
  Ports,
  SealedVerification,
  SealRequest,
  VaultPort,
  VisionPort,
} from './ports.js';
import type { Flow, FlowOptions } from './state.js';

/** The one place where the flow meets its stages. What only a seller who agreed will need (camera, liveness, worker,
 * cryptography, storage) is imported when they have agreed: until then the notice is all there is.
 * The one exception is `camera/natives`, which keeps the browser's functions before anyone can replace them. */

const loadCamera = () =>
  Promise.all([import('../camera/open-camera.js'), import('../camera/record-clip.js')]);

function camera({ allowedCameraLabels: allowedLabels }: FlowOptions): CameraPort {
  return {
    open: async (receipt, deviceId, signal) => {
      const [{ openCamera }] = await chunk(loadCamera);
      return openCamera(receipt, { deviceId, allowedLabels, natives: NATIVES }, signal);
    },
    record: async (opened) => {
      const [, { recordClip }] = await chunk(loadCamera);
      return recordClip(opened);
    },
  };
}

const loadLiveness = () =>
  Promise.all([
    import('../liveness/challenge.js'),
    import('../liveness/light-schedule.js'),
    import('../liveness/outcome.js'),
    import('../liveness/positioning.js'),
    import('../liveness/quality.js'),
    import('../liveness/verdict.js'),
  ]);

async function liveness(): Promise<LivenessPort> {
  const [{ cueAt }, { colourAt }, { outcomeOf }, { positioningHint }, quality, { decide }] =
    await chunk(loadLiveness);
  return {
    positioningHint,
    frameDefects: quality.frameDefects,
    frameScore: quality.frameScore,
    cueAt,
    colourAt,
    decide,
    outcomeOf,
  };
}

/** Where even the storage's code does not arrive: nothing is kept, and nothing depends on it. */
const NO_STORAGE: VaultPort = {
  keepEnvelope: async () => {},
  waitingEnvelope: async () => null,
  dropEnvelope: async () => {},
  keepReceipt: async () => {},
  dropReceipt: async () => {},
  keepClip: async () => false,
  dropClip: async () => {},
};

/** Storage that is opened with its first use. */
function vault(endpoint: string): VaultPort {
  let opened: Promise<VaultPort> | undefined;
  const open = (): Promise<VaultPort> => {
    opened ??= import('../vault/vault.js').then(
      ({ createVault }) => createVault(endpoint),
      () => NO_STORAGE,
    );
    return opened;
  };
  return {
    keepEnvelope: async (waiting) => (await open()).keepEnvelope(waiting),
    waitingEnvelope: async (now) => (await open()).waitingEnvelope(now),
    dropEnvelope: async (sessionId) => (await open()).dropEnvelope(sessionId),
    keepReceipt: async (receipt) => (await open()).keepReceipt(receipt),
    dropReceipt: async (verificationId) => (await open()).dropReceipt(verificationId),
    keepClip: async (sessionId, clip) => (await open()).keepClip(sessionId, clip),
    dropClip: async (sessionId) => (await open()).dropClip(sessionId),
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
    camera: camera(options),
    vision: vision(options),
    liveness,
    envelope,
    vault: vault(options.endpoint),
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

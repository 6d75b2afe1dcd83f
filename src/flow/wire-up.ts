import { NATIVES } from '../camera/natives.js';
import { giveConsent } from '../consent/receipt.js';
import { CandorError } from '../core/errors.js';
import { hashCanonical } from '../envelope/canonical.js';
import { createTransport } from '../transport/transport.js';
import { VAULT_NAME } from '../vault/name.js';
import type { Principal } from '../vault/owner.js';
import type { Vault } from '../vault/vault.js';
import { embeddingModel } from '../vision/manifest.js';
import { startFlow } from './create-flow.js';
import { lazyVault } from './lazy-vault.js';
import { checkOptions } from './options.js';
import { page } from './page.js';
import type { CameraPort, EnvelopePort, LivenessPort, ModelIdentity, Ports, VisionPort } from './ports.js';
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
    import('../liveness/camera-rate.js'),
    import('../liveness/challenge.js'),
    import('../liveness/light-schedule.js'),
    import('../liveness/outcome.js'),
    import('../liveness/positioning.js'),
    import('../liveness/quality.js'),
    import('../liveness/verdict.js'),
  ]);

async function liveness(): Promise<LivenessPort> {
  const [
    { isCameraTooSlow },
    { cueAt },
    { colourAt },
    { outcomeOf },
    { positioningHint },
    quality,
    { decide },
  ] = await chunk(loadLiveness);
  return {
    positioningHint,
    isCameraTooSlow,
    frameDefects: quality.frameDefects,
    frameScore: quality.frameScore,
    cueAt,
    colourAt,
    decide,
    outcomeOf,
  };
}

/** Storage that is opened with its first use; without its code nothing is kept, and nothing depends on it. Looking back,
 * before the seller has agreed, fetches the code only where there is something to look at. */
function vault(principal: Principal): Vault {
  return lazyVault(async () => (await import('../vault/vault.js')).createVault(principal), VAULT_NAME);
}

function vision({ assetsUrl, embeddingBackend = 'auto' }: FlowOptions): VisionPort {
  return {
    start: async (signal) => {
      const { startVision } = await chunk(() => import('../vision/client.js'));
      return startVision({ assetsUrl, backend: embeddingBackend }, signal);
    },
  };
}

const MODEL: ModelIdentity = { modelId: embeddingModel.id, modelSha256: embeddingModel.sha256 };

const envelope: EnvelopePort = {
  hash: hashCanonical,
  seal: async (request) => {
    const { sealVerification } = await chunk(() => import('./seal-verification.js'));
    return sealVerification(request, {
      model: MODEL,
      origin: globalThis.location.origin,
      now: page.now(),
    });
  },
};

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
    model: MODEL,
    transport: createTransport(options),
    consent: { give: giveConsent },
    camera: camera(options),
    vision: vision(options),
    liveness,
    envelope,
    vault: vault({ endpoint: options.endpoint, subject: options.subject }),
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

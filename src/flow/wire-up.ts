import { browserEnvironment } from '../camera/environment.js';
import { NATIVES } from '../camera/natives.js';
import { giveConsent } from '../consent/receipt.js';
import { later } from '../core/later.js';
import { createReceiverClock, type ReceiverClock } from '../core/receiver-clock.js';
import { hashCanonical } from '../envelope/canonical.js';
import { assembleTransport } from '../transport/assemble.js';
import { VAULT_NAME } from '../vault/name.js';
import type { Principal } from '../vault/owner.js';
import { embeddingModel, landmarksModel, visionWasm } from '../vision/manifest.js';
import { startFlow } from './create-flow.js';
import { type LazyVault, lazyVault } from './lazy-vault.js';
import { checkOptions, pageOrigin } from './options.js';
import { pageAround } from './page.js';
import type { CameraPort, EnvelopePort, ModelIdentity, Ports, VisionPort } from './ports.js';
import { preflight, thisBrowser } from './preflight.js';
import type { Flow, FlowOptions } from './state.js';

/** The one place where the flow meets its stages. What only a seller who agreed will need (camera, liveness, worker,
 * cryptography, storage) is imported when they have agreed: until then the notice is all there is. All of it comes before
 * the camera is asked for, so that no recording is lost to a script that does not arrive.
 * The one exception is `camera/natives`, which keeps the browser's functions before anyone can replace them. */

const stages = later(() => import('./stages.js'), import.meta.url);
const storage = later(() => import('../vault/vault.js'), import.meta.url);
const afterConsent = later(() => import('../transport/after-consent.js'), import.meta.url);

/** All that the rest of the way needs. Storage may be missing, or late: nothing depends on it. */
async function everything(kept: LazyVault, signal: AbortSignal) {
  const [all] = await Promise.all([stages(signal), afterConsent(signal), kept.ready()]);
  return all;
}

/** @param life - aborts when the flow is destroyed. */
function camera(
  { allowedCameraLabels: allowedLabels }: FlowOptions,
  kept: LazyVault,
  life: AbortSignal,
): CameraPort {
  return {
    open: async (receipt, wish, signal) => {
      const { openCamera } = await everything(kept, signal);
      return openCamera(receipt, { ...wish, allowedLabels, natives: NATIVES }, signal);
    },
    record: async (opened) => (await stages(life)).recordClip(opened),
  };
}

/** Storage that is opened with its first use; without its code nothing is kept, and nothing depends on it. Looking back,
 * before the seller has agreed, fetches the code only where there is something to look at. */
function vault(principal: Principal, life: AbortSignal): LazyVault {
  return lazyVault(async () => (await storage(life)).createVault(principal), VAULT_NAME);
}

function vision({ assetsUrl, embeddingBackend = 'auto' }: FlowOptions, kept: LazyVault): VisionPort {
  return {
    firstBytes: visionWasm.sizeBytes + landmarksModel.sizeBytes,
    start: async ({ operators }, onDownload, signal) => {
      const { startSellerVision } = await everything(kept, signal);
      return startSellerVision({ assetsUrl, backend: embeddingBackend, operators, onDownload }, signal);
    },
  };
}

const MODEL: ModelIdentity = { modelId: embeddingModel.id, modelSha256: embeddingModel.sha256 };

function envelope(clock: ReceiverClock, origin: string, life: AbortSignal): EnvelopePort {
  return {
    hash: hashCanonical,
    seal: async (request) => {
      const { sealVerification } = await stages(life);
      const isStated = clock.stated() !== null;
      return sealVerification(request, { model: MODEL, origin, now: clock.now(), isStated });
    },
  };
}

function wireUp(options: FlowOptions, origin: string, life: AbortSignal): Ports {
  const clock = createReceiverClock();
  const kept = vault({ endpoint: options.endpoint, subject: options.subject ?? undefined }, life);
  return {
    model: MODEL,
    preflight: () => preflight(thisBrowser(browserEnvironment())),
    transport: assembleTransport({ ...options, clock }, afterConsent),
    consent: { give: giveConsent },
    camera: camera(options, kept, life),
    vision: vision(options, kept),
    checking: () => stages(life),
    liveness: () => stages(life),
    envelope: envelope(clock, origin, life),
    vault: kept,
    clock,
    page: pageAround(options.place),
  };
}

/** Makes a verification flow over the real camera, worker, cryptography and network. Nothing but discovery happens
 * before the `consent` command. The caller destroys it.
 * @throws `config.invalid` naming the option, or the page's lack, because of which nothing could be used.
 * @example
 * const flow = createFlow({ endpoint: 'https://verify.example/candor', subject: 'shop:42' });
 * const unsubscribe = flow.subscribe(() => draw(flow.getState()));
 * document.querySelector('#no')?.addEventListener('click', () => flow.send({ type: 'opt-out' }));
 * // When the page is left:
 * unsubscribe();
 * flow.destroy(); */
export function createFlow<HandsOver extends boolean = boolean>(
  options: FlowOptions<HandsOver>,
): Flow<HandsOver> {
  const checked = checkOptions(options, globalThis.document?.baseURI);
  const origin = pageOrigin();
  const life = new AbortController();
  // What its states carry is what the option says.
  const flow = startFlow(checked, wireUp(checked, origin, life.signal)) as Flow<HandsOver>;
  return {
    ...flow,
    destroy: () => {
      flow.destroy();
      life.abort(new DOMException('destroyed', 'AbortError'));
    },
  };
}

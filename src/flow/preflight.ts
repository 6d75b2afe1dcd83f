import type { CameraEnvironment } from '../camera/environment.js';
import { CandorError, type ErrorCode } from '../core/errors.js';
import { hasOffscreen2d } from '../core/offscreen.js';

/** What the check needs of a browser and a page, as far as it can be told before the seller is asked: without a camera and
 * without a file. A seller whose browser cannot do it is told so before they agree to anything. */
export interface PreflightBrowser {
  readonly camera: CameraEnvironment;
  hasCryptography(): boolean;
  hasEs2023(): boolean;
  hasModuleWorkers(): boolean;
  hasWasmSimd(): boolean;
  hasOffscreen2d(): boolean;
}

interface Need {
  isMet(browser: PreflightBrowser): boolean;
  readonly code: ErrorCode;
  readonly detail?: string;
}

/** The first that is not met is told. The insecure page comes first, because it is why others are missing; the canvas last,
 * because a context takes the longest. */
const NEEDS: readonly Need[] = [
  { isMet: ({ camera }) => camera.isSecureContext, code: 'env.insecure_context' },
  {
    isMet: ({ camera }) => typeof camera.mediaDevices?.getUserMedia === 'function',
    code: 'env.unsupported',
    detail: 'mediaDevices.getUserMedia',
  },
  { isMet: ({ camera }) => camera.isCameraAllowed() !== false, code: 'env.policy_blocked' },
  { isMet: (browser) => browser.hasCryptography(), code: 'crypto.unavailable', detail: 'crypto.subtle' },
  { isMet: (browser) => browser.hasEs2023(), code: 'env.unsupported', detail: 'ES2023' },
  { isMet: (browser) => browser.hasModuleWorkers(), code: 'env.unsupported', detail: 'module workers' },
  { isMet: (browser) => browser.hasWasmSimd(), code: 'env.unsupported', detail: 'WebAssembly SIMD' },
  { isMet: (browser) => browser.hasOffscreen2d(), code: 'env.unsupported', detail: 'OffscreenCanvas 2d' },
];

/** A question that throws, behind an add-on's wrapper say, says nothing: the analysis itself will tell. */
function isMissing({ isMet }: Need, browser: PreflightBrowser): boolean {
  try {
    return !isMet(browser);
  } catch {
    return false;
  }
}

/** @returns what this browser, on this page, lacks for the check; null where nothing is known to be missing. */
export function preflight(browser: PreflightBrowser): CandorError | null {
  const unmet = NEEDS.find((need) => isMissing(need, browser));
  if (unmet === undefined) return null;
  const { code, detail } = unmet;
  return new CandorError(code, detail === undefined ? {} : { detail });
}

/** A function that gives back a vector: `v128`, `i8x16.splat`, `i8x16.popcnt`. */
const SIMD_MODULE = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b],
  ...[0x03, 0x02, 0x01, 0x00, 0x0a, 0x0a, 0x01, 0x08, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0xfd, 0x62, 0x0b],
);

function hasWasmSimd(): boolean {
  // Validated, not compiled: that needs no word of the page's policy. Safari's Lockdown Mode has no WebAssembly at all.
  return typeof WebAssembly === 'object' && WebAssembly.validate(SIMD_MODULE);
}

/** Whether `new Worker` reads the option `type`. The address is none, so that nothing is fetched, and no policy asked. */
function hasModuleWorkers(): boolean {
  if (typeof Worker !== 'function') return false;
  // Where a page may ask for Trusted Types an address by itself would be reported; whoever has them has module workers.
  if ('trustedTypes' in globalThis) return true;
  let isRead = false;
  const options: WorkerOptions = {
    get type(): WorkerType {
      isRead = true;
      return 'module';
    },
  };
  try {
    // Not by `new`: Parcel builds no page with a worker whose address is written there.
    const worker: Worker = Reflect.construct(Worker, ['https://:', options]);
    worker.terminate();
  } catch {
    // It is no address: every browser says so, once it has read the options.
  }
  return isRead;
}

/** Reads the globals when asked, not when imported, so that a server may import the module. */
export function thisBrowser(camera: CameraEnvironment): PreflightBrowser {
  return {
    camera,
    hasCryptography: () => globalThis.crypto?.subtle !== undefined,
    hasEs2023: () => typeof Array.prototype.toSorted === 'function',
    hasModuleWorkers,
    hasWasmSimd,
    hasOffscreen2d,
  };
}

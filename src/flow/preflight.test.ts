import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import { endAll, start, until } from './flow-steps.fixture.js';
import { Stages } from './port-doubles.fixture.js';
import { type PreflightBrowser, preflight, thisBrowser } from './preflight.js';
import { DISCOVERY } from './samples.fixture.js';

const CAMERA: PreflightBrowser['camera'] = {
  isSecureContext: true,
  mediaDevices: { getUserMedia: vi.fn(), enumerateDevices: vi.fn() },
  userAgent: 'a browser of its own',
  isCameraAllowed: () => null,
};
const ABLE: PreflightBrowser = {
  camera: CAMERA,
  hasCryptography: () => true,
  hasEs2023: () => true,
  hasModuleWorkers: () => true,
  hasWasmSimd: () => true,
  hasWebGl2: () => true,
};
const NONE = {} as NonNullable<PreflightBrowser['camera']['mediaDevices']>; // as some web views have it

describe('what a browser lacks', () => {
  it('is nothing where all of it is there, and the camera is not asked for', () => {
    expect(preflight(ABLE)).toBeNull();
    expect(CAMERA.mediaDevices?.getUserMedia).not.toHaveBeenCalled();
  });

  it('is left to the analysis where a question throws', () => {
    const wrapped = (): never => {
      throw new TypeError('an add-on’s wrapper');
    };
    expect(preflight({ ...ABLE, hasModuleWorkers: wrapped, hasWebGl2: wrapped })).toBeNull();
  });

  it.each<readonly [string, Partial<PreflightBrowser>, string, string | undefined]>([
    [
      'a page without https',
      { camera: { ...CAMERA, isSecureContext: false } },
      'env.insecure_context',
      undefined,
    ],
    [
      'no devices',
      { camera: { ...CAMERA, mediaDevices: undefined } },
      'env.unsupported',
      'mediaDevices.getUserMedia',
    ],
    [
      'no camera API',
      { camera: { ...CAMERA, mediaDevices: NONE } },
      'env.unsupported',
      'mediaDevices.getUserMedia',
    ],
    [
      'a page that may not use the camera',
      { camera: { ...CAMERA, isCameraAllowed: () => false } },
      'env.policy_blocked',
      undefined,
    ],
    ['no cryptography', { hasCryptography: () => false }, 'crypto.unavailable', 'crypto.subtle'],
    ['a language that is too old', { hasEs2023: () => false }, 'env.unsupported', 'ES2023'],
    ['no module workers', { hasModuleWorkers: () => false }, 'env.unsupported', 'module workers'],
    ['no SIMD', { hasWasmSimd: () => false }, 'env.unsupported', 'WebAssembly SIMD'],
    ['no WebGL2', { hasWebGl2: () => false }, 'env.webgl_unavailable', undefined],
  ])('is told by name: %s', (_name, missing, code, detail) => {
    const lack = preflight({ ...ABLE, ...missing });
    expect([lack?.code, lack?.detail, lack?.retryable]).toEqual([code, detail, false]);
  });

  it('is told by its reason first: an insecure page has no cryptography either', () => {
    const camera = { ...CAMERA, isSecureContext: false, mediaDevices: undefined };
    expect(preflight({ ...ABLE, camera, hasCryptography: () => false })?.code).toBe('env.insecure_context');
  });
});

describe('how it is found out', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('takes what the runtime says of SIMD and of cryptography', () => {
    expect(thisBrowser(CAMERA).hasWasmSimd()).toBe(true);
    expect(thisBrowser(CAMERA).hasCryptography()).toBe(true);
    expect(thisBrowser(CAMERA).hasEs2023()).toBe(true);
    vi.stubGlobal('WebAssembly', { validate: () => false });
    expect(thisBrowser(CAMERA).hasWasmSimd()).toBe(false);
    vi.stubGlobal('WebAssembly', undefined);
    expect(thisBrowser(CAMERA).hasWasmSimd()).toBe(false);
    vi.stubGlobal('crypto', {});
    expect(thisBrowser(CAMERA).hasCryptography()).toBe(false);
  });

  it('knows module workers by the option that is read', () => {
    const { hasModuleWorkers } = thisBrowser(CAMERA);
    expect(hasModuleWorkers()).toBe(false);
    class Newer {
      constructor(_url: string, { type }: WorkerOptions) {
        throw new DOMException(type, 'SyntaxError');
      }
    }
    vi.stubGlobal('Worker', Newer);
    expect(hasModuleWorkers()).toBe(true);
    class Older {
      constructor(_url: string) {
        throw new DOMException('no address', 'SyntaxError');
      }
    }
    vi.stubGlobal('Worker', Older);
    expect(hasModuleWorkers()).toBe(false);
    vi.stubGlobal('trustedTypes', {});
    expect(hasModuleWorkers()).toBe(true);
  });

  it('asks a canvas off the screen for WebGL2, and gives the context back', () => {
    const { hasWebGl2 } = thisBrowser(CAMERA);
    expect(hasWebGl2()).toBe(false);
    const loseContext = vi.fn();
    const getContext = vi.fn().mockReturnValue(null);
    class Canvas {
      readonly getContext = getContext;
    }
    vi.stubGlobal('OffscreenCanvas', Canvas);
    expect(hasWebGl2()).toBe(false);
    getContext.mockReturnValueOnce({ getExtension: () => ({ loseContext }) });
    expect(hasWebGl2()).toBe(true);
    expect(loseContext).toHaveBeenCalledOnce();
    // A GPU that was lost since then comes back, and the analysis tells of it.
    expect(thisBrowser(CAMERA).hasWebGl2()).toBe(true);
  });
});

describe('a seller whose browser cannot do the check', () => {
  let stages: Stages;
  beforeEach(() => {
    stages = new Stages();
    stages.lack = new CandorError('env.webgl_unavailable');
  });
  afterEach(endAll);

  it('is told so before the question, with the alternatives and nothing to try again', async () => {
    const flow = start(stages);
    await until(flow, 'failed');
    expect(flow.getState()).toMatchObject({
      error: { code: 'env.webgl_unavailable' },
      retryable: false,
      alternatives: DISCOVERY.alternatives,
    });
    flow.send({ type: 'retry' });
    expect(flow.getState().kind).toBe('failed');
    expect(stages.camerasOpened + stages.visionsOpen + stages.sessionsOpened).toBe(0);
  });

  it('goes the other way with one press', async () => {
    const flow = start(stages);
    await until(flow, 'failed');
    flow.send({ type: 'opt-out' });
    expect(flow.getState()).toMatchObject({ kind: 'opted-out' });
    await vi.waitFor(() => expect(stages.optOuts).toHaveLength(1));
  });

  it('still reaches what this browser keeps of theirs', async () => {
    const kept = [{ verificationId: 'v-1' }];
    const found = { receipts: kept, clips: [] } as unknown as Awaited<
      ReturnType<typeof stages.ports.vault.kept>
    >; // that there is one is all that is looked at
    vi.spyOn(stages.ports.vault, 'kept').mockResolvedValueOnce(found);
    const flow = start(stages);
    await until(flow, 'failed');
    expect(flow.getState()).toMatchObject({ keeps: true });
    flow.send({ type: 'look-again' });
    await vi.waitFor(() => expect(flow.getState()).toMatchObject({ kind: 'failed', keeps: false }));
    expect(flow.getState()).toMatchObject({ error: { code: 'env.webgl_unavailable' } });
  });

  it('is shown the alternatives also where the signature of a pinned key cannot be checked', async () => {
    stages.lack = null;
    stages.discover = () => Promise.reject(new CandorError('crypto.unavailable', { detail: 'pinnedKey' }));
    const flow = start(stages);
    await until(flow, 'failed');
    expect(flow.getState()).toMatchObject({
      error: { code: 'crypto.unavailable', detail: 'pinnedKey' },
      alternatives: DISCOVERY.alternatives,
    });
  });

  it('is shown none of a receiver whose key list has another signature', async () => {
    stages.discover = () => Promise.reject(new CandorError('discovery.signature_invalid'));
    const flow = start(stages);
    await until(flow, 'failed');
    expect(flow.getState()).toMatchObject({
      error: { code: 'discovery.signature_invalid' },
      alternatives: [],
    });
  });

  it('does not wait for it: the receiver is asked first', async () => {
    const order: string[] = [];
    stages.discover = async () => {
      order.push('discover');
      return DISCOVERY;
    };
    vi.spyOn(stages.ports, 'preflight').mockImplementation(() => {
      order.push('preflight');
      return null;
    });
    await until(start(stages), 'notice');
    expect(order).toEqual(['discover', 'preflight']);
  });
});

import { trustedAddress } from '../../core/trusted-script.js';

/** onnxruntime starts its threads from this worker's own file. Where the response of that file asks for Trusted Types,
 * their address must pass the policy too. */
export function trustThreads(): void {
  const scope = globalThis as { trustedTypes?: unknown };
  if (scope.trustedTypes === undefined || typeof Worker !== 'function') return;
  const own = self.location.href;
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(
        trustedAddress(String(url), (address) => address === own),
        options,
      );
    }
  };
}

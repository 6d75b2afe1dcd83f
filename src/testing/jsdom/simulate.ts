import { beginSimulation } from './current.js';
import type { SimulatedVerification } from './simulated-verification.js';

/** Takes the place of receiver, camera, worker and storage for the widgets that are rendered from now on.
 * @example
 * import { render } from '@testing-library/react';
 * import { expect, vi } from 'vitest';
 * const verification = simulateVerification();
 * const onDone = vi.fn();
 * render(<SellerVerification endpoint="https://verify.example" onDone={onDone} />);
 * await verification.finish('no_duplicate');
 * expect(onDone).toHaveBeenCalled(); */
export function simulateVerification(): SimulatedVerification {
  return beginSimulation();
}

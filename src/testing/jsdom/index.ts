/** `candor/testing/jsdom`: all of `candor`, over doubles, for tests in jsdom. Put in its place by the test's own configuration
 * (docs/embedding.md); no page ever gets it. */

export * from '../../index.js';
export type { FailureCode } from './failures.js';
export { simulateVerification } from './simulate.js';
export type { SimulatedVerification } from './simulated-verification.js';

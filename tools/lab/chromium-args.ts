import { SOFTWARE_WEBGL_ARGS } from '../../src/testing/index.js';

/** For every browser of the tests: WebGL2 without a GPU, and nothing of the browser's own on the network. */
export const CHROMIUM_ARGS: readonly string[] = [
  ...SOFTWARE_WEBGL_ARGS,
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A request to any other host fails here, and shows in the log of requests.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

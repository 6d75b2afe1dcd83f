import { fileURLToPath } from 'node:url';

/** `candor-share-node` from its source, as Node runs it: what is published need not be built. */
export const SHARE_NODE_SOURCE = [
  '--import',
  import.meta.resolve('tsx'),
  fileURLToPath(new URL('../../shares/node/cli.ts', import.meta.url)),
];

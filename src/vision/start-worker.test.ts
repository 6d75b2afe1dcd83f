import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWorker } from './start-worker.js';

/** Under a page's Trusted Types. The browser's own way is for e2e/vision/policies.spec.ts. */

const SITE = 'https://shop.example';

describe('the policy of the page', () => {
  let started: unknown[];
  beforeEach(() => {
    started = [];
    vi.stubGlobal('origin', SITE);
    vi.stubGlobal('document', { baseURI: `${SITE}/` });
    vi.stubGlobal('Worker', function start(address: unknown) {
      started.push(address);
    });
    vi.stubGlobal('trustedTypes', {
      createPolicy: (_name: string, { createScriptURL }: { createScriptURL(url: string): string }) => ({
        createScriptURL: (url: string) => `trusted ${createScriptURL(url)}`,
      }),
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(globalThis, Symbol.for('candor.trusted-types'));
  });

  it.each(['candor-worker.js', 'candor-share-worker.js'])('passes the widget’s own %s', (file) => {
    createWorker(`${SITE}/candor/${file}`);
    expect(started).toEqual([`trusted ${SITE}/candor/${file}`]);
  });

  it.each([`${SITE}/candor/other-worker.js`, 'https://other.example/candor/candor-share-worker.js'])(
    'does not pass %s',
    (address) => {
      createWorker(address);
      expect(started).toEqual([address]);
    },
  );
});

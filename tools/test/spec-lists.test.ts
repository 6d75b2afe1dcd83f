import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CAMERA_SPECS, refuseCameraIn, STILL, STILL_SPECS } from '../../e2e/support/spec-lists.js';
import { SUITES } from './suites.js';

describe('the lists of the browser tests', () => {
  it('hold each spec once', () => {
    const there = readdirSync('e2e', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.spec.ts'))
      .map((file) => file.replaceAll('\\', '/'));
    expect([...STILL_SPECS, ...CAMERA_SPECS].sort()).toEqual(there.sort());
  });

  it('are a suite each, so that what is still never plays beside a camera', () => {
    const run = SUITES.map(({ script: [script] }) => script).filter((script) =>
      script?.startsWith('test:e2e'),
    );
    expect(run).toEqual(['test:e2e-still', 'test:e2e']);
  });

  it('let no camera play among what is still, but where a test runs by itself', () => {
    expect(() => refuseCameraIn(STILL, [])).toThrow('CAMERA_SPECS');
    expect(() => refuseCameraIn(STILL, ['@slow'])).not.toThrow();
    expect(() => refuseCameraIn('camera', [])).not.toThrow();
  });
});

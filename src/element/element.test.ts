import { describe, expect, it } from 'vitest';

describe('candor/element', () => {
  it('can be imported on a server, where there are no elements', async () => {
    expect(globalThis.HTMLElement).toBeUndefined();
    const { CandorVerificationElement, ELEMENT_NAME } = await import('./element.js');
    expect(ELEMENT_NAME).toBe('candor-verification');
    expect(CandorVerificationElement.observedAttributes).toContain('endpoint');
  });
});

import { describe, expect, it } from 'vitest';
import { securityHeaders } from './security-headers.js';

const policyOf = (rules: Parameters<typeof securityHeaders>[1]): string =>
  securityHeaders([], rules)['Content-Security-Policy'] ?? '';

describe('the policy of a page', () => {
  it('requires Trusted Types, and takes the widget’s alone', () => {
    expect(policyOf({})).toMatch(/; require-trusted-types-for 'script'; trusted-types candor$/);
  });

  it('takes those of the page’s framework too, or requires none', () => {
    expect(policyOf({ trustedTypes: ['of-a-framework'] })).toMatch(/; trusted-types candor of-a-framework$/);
    expect(policyOf({ trustedTypes: 'notRequired' })).not.toContain('trusted-types');
  });
});

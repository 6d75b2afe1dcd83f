import { describe, expect, it } from 'vitest';
import { readEndpoint } from './endpoint.js';

describe('readEndpoint', () => {
  it.each([
    ['https://verify.example/candor', 'https://verify.example/candor'],
    ['https://verify.example/', 'https://verify.example'],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['http://127.0.0.1:1/a-b/c_d', 'http://127.0.0.1:1/a-b/c_d'],
  ])('takes %s', (text, endpoint) => {
    expect(readEndpoint(text)).toBe(endpoint);
  });

  it.each([
    'http://verify.example',
    'ftp://localhost',
    'javascript:alert(1)',
    'verify.example',
    '',
    'https://a:b@verify.example',
    'https://verify.example/?x=1',
    'https://verify.example/#x',
    'https://verify.example/;script-src *',
    "https://verify.example/'unsafe-inline'",
    'https://verify.example; script-src *',
  ])('refuses %s', (text) => {
    expect(readEndpoint(text)).toBeNull();
  });

  it('leaves nothing in the address that would end an attribute', () => {
    expect(readEndpoint('https://verify.example/"><script>')).toBe(
      'https://verify.example/%22%3E%3Cscript%3E',
    );
  });
});

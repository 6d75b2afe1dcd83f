import { describe, expect, it } from 'vitest';
import { safeHref } from './safe-href.js';

describe('safeHref', () => {
  it.each([
    ['https://shop.example/policy', 'https://shop.example/policy'],
    ['mailto:a@shop.example', 'mailto:a@shop.example'],
    ['privacy@shop.example', 'mailto:privacy@shop.example'],
    ['tel:+4940123456', 'tel:+4940123456'],
  ])('makes a link of %s', (text, href) => {
    expect(safeHref(text)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://shop.example/1',
    'call us',
    'javascript:x@y.z',
    '',
  ])('makes no link of %s', (text) => {
    expect(safeHref(text)).toBeNull();
  });
});

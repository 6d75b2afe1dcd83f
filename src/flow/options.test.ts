import { afterEach, describe, expect, it, vi } from 'vitest';
import { check } from '../envelope/check.js';
import { SessionRequestSchema } from '../envelope/wire.js';
import { createDesk } from './desk-wire-up.js';
import { checkOptions, checkSubject, endpointAddress, pageOrigin } from './options.js';
import type { FlowOptions } from './state.js';

const GOOD: FlowOptions = { endpoint: 'https://verify.example/candor/' };

describe('checkOptions', () => {
  it('gives the endpoint as an absolute address without a closing slash', () => {
    expect(checkOptions(GOOD).endpoint).toBe('https://verify.example/candor');
    expect(checkOptions({ endpoint: '/candor' }, 'https://shop.example/signup').endpoint).toBe(
      'https://shop.example/candor',
    );
  });

  it.each([
    'https://verify.example/candor',
    'https://VERIFY.example:443/candor//',
    'https://verify.example/x/../candor/?',
    '/candor',
  ])('knows that %s is the same endpoint', (written) => {
    expect(endpointAddress(written, 'https://verify.example/signup')).toBe('https://verify.example/candor');
  });

  it('takes undefined and null for absent, in every option', () => {
    const nothing = {
      locale: undefined,
      profile: undefined,
      subject: undefined,
      headers: undefined,
      assetsUrl: undefined,
      autoStart: undefined,
      colourCheck: undefined,
      pinnedKey: undefined,
      embeddingBackend: undefined,
      allowedCameraLabels: undefined,
    };
    expect(() => checkOptions({ ...GOOD, ...nothing })).not.toThrow();
    const nulls = Object.fromEntries(Object.keys(nothing).map((name) => [name, null]));
    expect(checkOptions({ ...GOOD, ...nulls })).toEqual({ endpoint: 'https://verify.example/candor' });
    const absent: object = { endpoint: null, otherEndpoints: null };
    expect(() => createDesk(absent).destroy()).not.toThrow();
  });

  it('takes a subject of null for absent, as it takes undefined', () => {
    expect(checkOptions({ ...GOOD, subject: null }).subject).toBeUndefined();
    expect(checkSubject(null)).toBeUndefined();
    for (const named of ['ada', 'nullable', 'undefined-7', '[object Object] 7'])
      expect(checkOptions({ ...GOOD, subject: named }).subject).toBe(named);
  });

  it('takes a subject as long as the wire takes it', () => {
    const longest = 'x'.repeat(128);
    expect(checkSubject(longest)).toBe(longest);
    const { subject } = SessionRequestSchema.entries;
    expect([check(subject, longest).ok, check(subject, `${longest}x`).ok]).toEqual([true, false]);
  });

  it.each([
    ['an empty one', ''],
    ['one of blanks', '  '],
    ['a number', 42],
    ['one that the wire does not take', 'x'.repeat(129)],
    ['the word that undefined becomes', 'undefined'],
    ['the word that null becomes', ' null '],
    ['the word that no number becomes', 'NaN'],
    ['the words that an object becomes', '[object Object]'],
    ['one with U+0000', 'ada\u0000'],
    ['half a pair, as of a name that was cut', 'ada\ud83d'],
  ])('refuses as subject %s, and names the option, at the desk too', (_, wrong) => {
    const subject = wrong as string; // as a page without types passes it
    const refused = expect.objectContaining({
      code: 'config.invalid',
      detail: expect.stringMatching(/^subject/),
    });
    expect(() => checkOptions({ ...GOOD, subject })).toThrow(refused);
    expect(() => createDesk({ ...GOOD, subject })).toThrow(refused);
  });

  it.each([
    ['an empty address', { endpoint: ' ' }],
    ['a missing address', {}],
    ['an address that is none', { endpoint: 'https://' }],
    ['an address of another kind', { endpoint: 'javascript:alert(1)' }],
    ['a query in the address', { endpoint: 'https://verify.example/candor?shop=7' }],
    ['a fragment in the address', { endpoint: 'https://verify.example/candor#shop' }],
    ['credentials in the address', { endpoint: 'https://a:b@verify.example' }],
    ['an unknown profile', { ...GOOD, profile: 'fast' }],
    ['an unknown backend', { ...GOOD, embeddingBackend: 'cuda' }],
    ['WebGPU without the folder that has it', { ...GOOD, embeddingBackend: 'webgpu' }],
    ['headers that are none', { ...GOOD, headers: { Authorization: 'Bearer first\nX: 1' } }],
    ['a language that is none', { ...GOOD, locale: 'not a tag' }],
    ['a camera name that is in every name', { ...GOOD, allowedCameraLabels: ['kiosk', ' '] }],
    ['a camera name that is no list', { ...GOOD, allowedCameraLabels: 'kiosk' }],
    ['a switch that is a word', { ...GOOD, handOverToken: 'false' }],
    ['a pinned key without a minimum', { ...GOOD, pinnedKey: { publicKey: 'x', minSeq: Number.NaN } }],
  ])('refuses %s with config.invalid', (_, options) => {
    // What a page without types could pass.
    const untyped = options as FlowOptions;
    const base = 'https://shop.example/signup';
    expect(() => checkOptions(untyped, base)).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  });
});

describe('pageOrigin', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('refuses a page that has none, as a sandboxed frame, and says what it needs', () => {
    expect(pageOrigin).not.toThrow();
    vi.stubGlobal('origin', 'null');
    expect(pageOrigin).toThrow(
      expect.objectContaining({
        code: 'config.invalid',
        detail: expect.stringContaining('allow-same-origin'),
      }),
    );
  });

  it('is that of the page around a frame of srcdoc, whose address has none', () => {
    vi.stubGlobal('origin', 'https://shop.example');
    vi.stubGlobal('location', new URL('about:srcdoc'));
    expect([globalThis.location.origin, pageOrigin()]).toEqual(['null', 'https://shop.example']);
  });
});

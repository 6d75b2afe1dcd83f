import { describe, expect, it } from 'vitest';
import type { Notice } from '../src/core/types.js';
import { isAllowedOrigin, LOOPBACK_ORIGINS } from './allowed-origins.js';
import { demoOptions } from './demo.js';
import { checkOptions, type ReceiverOptions } from './options.js';

const valid: ReceiverOptions = {
  ...demoOptions(),
  allowedOrigins: ['https://shop.example'],
  dataDir: 'unused',
};
const KEY = Buffer.alloc(32, 7).toString('base64url');
const demo = demoOptions();
const { en, de, es } = demo.notices;

/** Texts as long as each may be. */
function endless(notice: Notice | undefined): object {
  const fixed = ['version', 'policyUrl'];
  const texts = Object.entries(notice ?? {}).map(([name, said]) => {
    const isText = typeof said === 'string' && !fixed.includes(name);
    return [name, isText ? 'あ'.repeat(4_000) : said];
  });
  return Object.fromEntries(texts);
}

function fieldRefused(options: unknown, isProduction = false): string | undefined {
  try {
    // The values come from configuration files, which no compiler has seen.
    checkOptions(options as ReceiverOptions, isProduction);
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error && 'field' in thrown ? String(thrown.field) : String(thrown);
  }
}

describe('a receiver does not start', () => {
  it.each([
    ['no threshold', { threshold: undefined }, 'threshold'],
    ['shared keys without a PostgreSQL', { keysDir: '/mnt/keys' }, 'keysDir'],
    ['a master key without a PostgreSQL', { masterKeys: [KEY], databaseUrl: 'memory://' }, 'masterKeys'],
    [
      'keys in two places',
      { keysDir: '/mnt/keys', masterKeys: [KEY], databaseUrl: 'postgres://x' },
      'keysDir',
    ],
    [
      'a master key that is too short',
      { masterKeys: ['c2hvcnQ'], databaseUrl: 'postgres://x' },
      'masterKeys.0',
    ],
    ['a storage key that is too short', { secretKeys: { storage: 'c2hvcnQ' } }, 'secretKeys.storage'],
    ['a threshold of 0', { threshold: { ...demo.threshold, value: 0 } }, 'threshold.value'],
    ['a threshold of NaN', { threshold: { ...demo.threshold, value: Number.NaN } }, 'threshold.value'],
    ['a threshold of 1', { threshold: { ...demo.threshold, value: 1 } }, 'threshold.value'],
    [
      'a threshold that lets strangers through',
      { threshold: { ...demo.threshold, value: 0.3 } },
      'threshold',
    ],
    [
      'a threshold that nobody of one group could live with',
      { threshold: { ...demo.threshold, worstGroup: { ...demo.threshold.worstGroup, fmrAtMost: 0.011 } } },
      'threshold',
    ],
    [
      'a threshold measured on another file of its model',
      { threshold: { ...demo.threshold, modelSha256: '0'.repeat(64) } },
      'threshold.modelSha256',
    ],
    [
      'a false match rate lower than its pairs can show',
      { threshold: { ...demo.threshold, fmr: 0.9 / demo.threshold.n } },
      'threshold',
    ],
    [
      'a bound for the worst group lower than no error among its pairs would show (3/n)',
      {
        threshold: {
          ...demo.threshold,
          worstGroup: {
            ...demo.threshold.worstGroup,
            fmr: 0.0003,
            fmrAtMost: 2.9 / demo.threshold.worstGroup.n,
          },
        },
      },
      'threshold',
    ],
    ['a search that is neither of groups nor of all', { search: { scope: 'everyone' } }, 'search.scope'],
    ['a bound of no false hits', { search: { mostFalseHits: 0 } }, 'search.mostFalseHits'],
    ['a gallery of half a template', { gallerySize: 0.5 }, 'gallerySize'],
    ['a false match rate of 2 %', { threshold: { ...demo.threshold, fmr: 0.02 } }, 'threshold'],
    ['a threshold as text', { threshold: { ...demo.threshold, value: '0.9' } }, 'threshold.value'],
    ['no false match rate', { threshold: { ...demo.threshold, fmr: undefined } }, 'threshold.fmr'],
    [
      'a threshold without its model',
      { threshold: { ...demo.threshold, modelSha256: 'x' } },
      'threshold.modelSha256',
    ],
    ['no alternative', { alternatives: [] }, 'alternatives'],
    [
      'only the declaration of a second account',
      { alternatives: demo.alternatives.filter(({ id }) => id === 'second-account') },
      'alternatives',
    ],
    [
      'an alternative without words in a language of the notice',
      { alternatives: demo.alternatives.map((offered) => ({ ...offered, label: { en: 'x' } })) },
      'alternatives',
    ],
    ['no notice', { notices: {} }, 'notices'],
    [
      'more notices than a page reads',
      { notices: { en: endless(en), de: endless(de), es: endless(es) } },
      'notices',
    ],
    ['a notice without its legal part', { notices: { en: { ...en, legal: undefined } } }, 'notices'],
    ['an empty field in a notice', { notices: { en: { ...en, purpose: ' ' } } }, 'notices.en.purpose'],
    [
      'retention beyond three years',
      { notices: { en: { ...en, retentionDays: 1_096 } } },
      'notices.en.retentionDays',
    ],
    ['two promises of retention', { notices: { en, de: { ...de, retentionDays: 30 } } }, 'notices'],
    ['no origin', { allowedOrigins: [] }, 'allowedOrigins'],
    ['a wildcard origin', { allowedOrigins: ['*'] }, 'allowedOrigins.0'],
    ['an origin with a path', { allowedOrigins: ['https://shop.example/'] }, 'allowedOrigins.0'],
    ['actions that allow no turn', { actions: ['look-up', 'open-mouth'] }, 'actions'],
    ['no attempts', { maxAttempts: 0 }, 'maxAttempts'],
    ['no attempts of an address', { maxAttemptsPerAddress: 0 }, 'maxAttemptsPerAddress'],
    ['proxies of which nobody said how many', { trustProxy: true }, 'trustProxy'],
    ['half a proxy', { trustProxy: 0.5 }, 'trustProxy'],
    ['leave for every header', { allowedHeaders: ['*'] }, 'allowedHeaders.0'],
    ['a header’s name that is none', { allowedHeaders: ['X-Shop', 'X Shop'] }, 'allowedHeaders.1'],
  ])('with %s', (_, change, field) => {
    expect(fieldRefused({ ...valid, ...change })).toBe(field);
  });

  it('starts with a model that nobody measured for it, once its own figures are stated', () => {
    const own = { ...demo.threshold, modelId: 'own-model', modelSha256: '0'.repeat(64), value: 0.3 };
    expect(fieldRefused({ ...valid, threshold: own })).toBeUndefined();
    expect(fieldRefused({ ...valid, threshold: { ...own, fmr: undefined } })).toBe('threshold.fmr');
  });

  it('in production with test overrides or any-port origins, and does elsewhere', () => {
    const test = { ...valid, test: { outcome: 'no_duplicate' } };
    const anyPort = { ...valid, allowedOrigins: LOOPBACK_ORIGINS };
    expect([fieldRefused(test, true), fieldRefused(test, false)]).toEqual(['test', undefined]);
    expect([fieldRefused(anyPort, true), fieldRefused(anyPort, false)]).toEqual([
      'allowedOrigins.0',
      undefined,
    ]);
    expect(fieldRefused(valid, true)).toBeUndefined();
  });
});

describe('isAllowedOrigin', () => {
  it.each([
    ['https://shop.example', true],
    ['https://shop.example.evil.example', false],
    ['http://shop.example', false],
    ['https://shop.example:8443', false],
    ['http://localhost', true],
    ['http://localhost:5173', true],
    ['http://127.0.0.1:1', true],
    ['http://localhost:', false],
    ['http://localhost:80.evil.example', false],
    ['http://localhost.evil.example', false],
    ['https://localhost:5173', false],
    ['null', false],
    ['', false],
  ])('%s: %s', (origin, allowed) => {
    expect(isAllowedOrigin(['https://shop.example', ...LOOPBACK_ORIGINS], origin)).toBe(allowed);
  });
});

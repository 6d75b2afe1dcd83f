import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { toBase64Url } from '../../src/core/bytes.js';
import { generateKeyPair } from '../../src/envelope/open.js';
import { demoOptions } from '../demo.js';
import { de } from '../notices/de.js';
import { issuesOf, type ReceiverOptions } from '../options.js';
import { noticesNaming } from '../testing/operators.fixture.js';
import type { ShareOperator, ThreeOperatorsOptions } from './option.js';

/** What the option `threeOperators` asks of itself and of the others. */

const NAMES = ['One', 'Two', 'Three'];
let valid: ReceiverOptions & { readonly threeOperators: ThreeOperatorsOptions };
beforeAll(async () => {
  const [first, second, third] = [await operator(0), await operator(1), await operator(2)];
  valid = {
    ...demoOptions(),
    allowedOrigins: ['https://shop.example'],
    dataDir: 'unused',
    notices: noticesNaming(NAMES),
    search: { scope: 'gallery' },
    threeOperators: { operators: [first, second, third], certificateFile: 'a.crt', keyFile: 'a.key' },
  };
});

async function operator(place: number): Promise<ShareOperator> {
  const { kid, kem, publicKey } = await generateKeyPair('x25519');
  const { publicKey: receiptKey } = generateKeyPairSync('ed25519');
  return {
    name: NAMES[place] ?? '',
    contact: 'privacy@one.example',
    address: '1 Street',
    ...{ kid, kem, publicKey },
    receiptKey: toBase64Url(receiptKey.export({ type: 'spki', format: 'der' })),
    host: 'one.example',
    port: 9_000,
    fingerprint: Array.from({ length: 32 }, () => `0${place}`).join(':'),
  };
}

const fieldsOf = (options: unknown): readonly string[] =>
  issuesOf(Object(options), true).map(({ field }) => field);

type Changed = (options: typeof valid) => object;
const withSecond = (options: typeof valid, change: (one: ShareOperator, first: ShareOperator) => object) => {
  const [first, second, third] = options.threeOperators.operators;
  const operators = [first, { ...second, ...change(second, first) }, third];
  return { threeOperators: { ...options.threeOperators, operators } };
};

describe('three operators', () => {
  it('are taken as they should be', () => {
    expect(issuesOf(valid, true)).toEqual([]);
  });

  it.each<[string, string, Changed]>([
    ['whom no notice names', 'notices', () => ({ notices: noticesNaming(['One', 'Three']) })],
    ['and a search in groups', 'search.scope', () => ({ search: { scope: 'groups' } })],
    ['and no word of the search', 'search.scope', () => ({ search: undefined })],
    [
      'and a bound of the search',
      'search.mostFalseHits',
      () => ({ search: { scope: 'gallery', mostFalseHits: 1 } }),
    ],
    ['and an index', 'index', () => ({ index: 'exact' })],
    ['who are two', 'threeOperators.operators', (o) => withSecond(o, (_, first) => first)],
    [
      'with a key that is not its id’s',
      'threeOperators.operators.1.kid',
      (o) => withSecond(o, () => ({ kid: 'A'.repeat(22) })),
    ],
    [
      'with a receipt key that is none',
      'threeOperators.operators.1.receiptKey',
      (o) => withSecond(o, () => ({ receiptKey: 'A'.repeat(59) })),
    ],
    [
      'with a fingerprint in small letters',
      'threeOperators.operators.1.fingerprint',
      (o) => withSecond(o, () => ({ fingerprint: 'ab' })),
    ],
    ['at no port', 'threeOperators.operators.1.port', (o) => withSecond(o, () => ({ port: 0 }))],
  ])('%s are refused', (_, field, changed) => {
    expect(fieldsOf({ ...valid, ...changed(valid) })).toContain(field);
  });

  it('are refused with the default notices in one line for each language, with what it has to say', () => {
    const { notices } = demoOptions();
    const reasons = issuesOf(Object({ ...valid, notices }), true).map(({ reason }) => reason);
    expect(reasons).toHaveLength(Object.keys(notices).length);
    const german = reasons.find((reason) => reason.startsWith('de '));
    expect(german).toMatch(/^de does not name One, Two, Three among its recipients/);
    // What it says to add is enough.
    const { inThreeParts } = de;
    const three = NAMES.map((name) => `${name} (1 Street, privacy@one.example)`).join('; ');
    expect(german).toContain(JSON.stringify(inThreeParts.recipients(three)));
    expect(issuesOf(Object({ ...valid, ...demoOptions(valid.threeOperators.operators) }), true)).toEqual([]);
  });
});

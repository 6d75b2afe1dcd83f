import { createHash, createPublicKey } from 'node:crypto';
import * as v from 'valibot';
import { toBase64Url } from '../../src/core/bytes.js';
import type { Locale, Notice } from '../../src/core/types.js';
import { OperatorsSchema } from '../../src/envelope/recipients.js';
import { en } from '../notices/en.js';
import { DEMO_LANGUAGES } from '../notices/languages.js';
import { recipientsOf } from '../notices/three-parts.js';
import type { OptionIssue } from '../option-error.js';
import { type CheckedThreeOperators, publishedOperators, type ShareOperator } from './option.js';

/** What no single field of the option shows. */

const FIELD = 'threeOperators';

/** @param given - all options, unchecked. */
export function* issuesOfThreeOperators(
  three: CheckedThreeOperators,
  given: ReadonlyMap<string, unknown>,
  notices: Readonly<Record<Locale, Pick<Notice, 'recipients'>>>,
): Iterable<OptionIssue> {
  yield* issuesOfOperators(three);
  yield* issuesOfSearch(given.get('search'));
  if (given.get('index') !== undefined)
    yield { field: 'index', reason: `there is none with ${FIELD}: this receiver holds no template` };
  for (const [locale, { recipients }] of Object.entries(notices)) {
    const missing = three.operators.filter(({ name }) => !recipients.includes(name));
    if (missing.length > 0) yield { field: 'notices', reason: reasonFor(locale, missing, three) };
  }
}

/** With the line to add, in the notice's language where the demo has its words. */
function reasonFor(
  locale: Locale,
  missing: readonly ShareOperator[],
  { operators }: CheckedThreeOperators,
): string {
  const names = missing.map(({ name }) => name).join(', ');
  const line = recipientsOf(DEMO_LANGUAGES[locale] ?? en, operators);
  return `${locale} does not name ${names} among its recipients, and the widget seals no part to whom a notice leaves out. It could say, in words of yours: recipients: ${JSON.stringify(line)}`;
}

function* issuesOfOperators({ operators, ...rest }: CheckedThreeOperators): Iterable<OptionIssue> {
  if (!v.is(OperatorsSchema, publishedOperators({ operators, ...rest })))
    yield { field: `${FIELD}.operators`, reason: 'two of them have one name or one key' };
  if (new Set(operators.map(({ fingerprint }) => fingerprint)).size !== operators.length)
    yield { field: `${FIELD}.operators`, reason: 'two of them have one certificate' };
  for (const [number, { kid, publicKey, receiptKey }] of operators.entries()) {
    const field = `${FIELD}.operators.${number}`;
    if (kidOf(publicKey) !== kid) yield { field: `${field}.kid`, reason: 'is not that of its publicKey' };
    if (!isEd25519(receiptKey))
      yield { field: `${field}.receiptKey`, reason: 'is no Ed25519 key (SPKI, base64url)' };
  }
}

function* issuesOfSearch(given: unknown): Iterable<OptionIssue> {
  const { scope, mostFalseHits } = { ...(given ?? {}) } as {
    readonly scope?: unknown;
    readonly mostFalseHits?: unknown;
  };
  if (scope !== 'gallery')
    yield {
      field: 'search.scope',
      reason: `has to be gallery with ${FIELD}: their nodes compare with everybody, and know no groups`,
    };
  if (mostFalseHits !== undefined)
    yield {
      field: 'search.mostFalseHits',
      reason: `has no meaning with ${FIELD}: beyond it there would be groups to search, which their nodes do not know`,
    };
}

function kidOf(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest();
  return toBase64Url(new Uint8Array(digest.subarray(0, 16)));
}

function isEd25519(spki: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

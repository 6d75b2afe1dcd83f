import { generateKeyPairSync, sign } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { toBase64Url } from '../core/bytes.js';
import { signedBytes } from '../envelope/key.js';
import type { Operators } from '../envelope/recipients.js';
import { exampleDiscovery, exampleOperators, exampleReceiver } from '../envelope/wire.fixture.js';
import type { Discovery } from '../envelope/wire.js';
import { checkDiscovery } from './discovery.js';

/** The three who keep parts of templates, as a receiver names them. */

const NOW = new Date('2026-03-01T10:00:00.000Z');

let good: Discovery;
let operators: Operators;
let others: Operators;
beforeAll(async () => {
  good = exampleDiscovery([(await exampleReceiver('x-wing')).key]);
  ({ operators } = await exampleOperators());
  ({ operators: others } = await exampleOperators());
});

describe('operators in discovery', () => {
  const checked = (changed: unknown): Promise<Discovery> =>
    checkDiscovery({ ...good, operators: changed }, undefined, NOW);

  it('are three, or none are named', async () => {
    expect(await checked(operators)).toEqual({ ...good, operators });
    expect(await checkDiscovery(good, undefined, NOW)).not.toHaveProperty('operators');
  });

  it.each<[string, (all: Operators) => unknown]>([
    ['are two', ([first, second]) => [first, second]],
    ['are four', (all) => [...all, others[0]]],
    ['are an empty list', () => []],
    ['are null', () => null],
    ['have one name twice', ([first, second, third]) => [first, second, { ...third, name: first.name }]],
    ['are one twice', ([first, second]) => [first, second, first]],
    [
      'have one key twice',
      ([first, second, third]) => [first, second, { ...third, kid: first.kid, publicKey: first.publicKey }],
    ],
    ['leave out where one is', ([first, second, third]) => [first, second, { ...third, address: ' ' }]],
    ['have a field that the wire does not know', ([first, ...rest]) => [{ ...first, host: 'x' }, ...rest]],
  ])('are refused where they %s', async (_, change) => {
    await expect(checked(change(operators))).rejects.toMatchObject({ code: 'discovery.malformed' });
  });

  it('are refused where the id of a key is not its hash', async () => {
    const [first, second, third] = operators;
    const swapped = { ...third, publicKey: others[2].publicKey };
    await expect(checked([first, second, swapped])).rejects.toMatchObject({ code: 'discovery.key_mismatch' });
  });
});

describe('a pinned key', () => {
  const pair = generateKeyPairSync('ed25519');
  const pinned = { publicKey: pair.publicKey.export({ format: 'jwk' }).x ?? '', minSeq: 3 };
  const signed = (document: Discovery): Discovery => {
    const signature = sign(null, signedBytes(document), pair.privateKey);
    return { ...document, keysSignature: toBase64Url(new Uint8Array(signature)) };
  };
  const split = (): Discovery => signed({ ...good, operators });

  it('accepts the operators that it signed', async () => {
    const document = split();
    await expect(checkDiscovery(document, pinned, NOW)).resolves.toEqual(document);
  });

  it.each<[string, () => unknown]>([
    ['one is swapped', () => ({ ...split(), operators: [operators[0], operators[1], others[2]] })],
    [
      'one has another key under its own name',
      () => {
        const { kid, publicKey } = others[1];
        return { ...split(), operators: [operators[0], { ...operators[1], kid, publicKey }, operators[2]] };
      },
    ],
    [
      'one has another name over its own key',
      () => ({ ...split(), operators: [{ ...operators[0], name: 'Nobody' }, operators[1], operators[2]] }),
    ],
    ['two change places', () => ({ ...split(), operators: [operators[1], operators[0], operators[2]] })],
    // Then the receiver would get whole templates.
    [
      'all are taken away',
      () => {
        const { operators: _, ...whole } = split();
        return whole;
      },
    ],
    ['they are put where there were none', () => ({ ...signed(good), operators })],
  ])('refuses operators where %s', async (_, document) => {
    await expect(checkDiscovery(document(), pinned, NOW)).rejects.toMatchObject({
      code: 'discovery.signature_invalid',
    });
  });
});

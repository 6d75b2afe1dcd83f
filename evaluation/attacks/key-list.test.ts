import { generateKeyPairSync } from 'node:crypto';
import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, sealFor, startHarness } from '../../receiver/testing/harness.fixture.js';
import { expectProblem } from '../../receiver/testing/problem.fixture.js';
import { generateKeyPair } from '../../src/envelope/open.js';
import { type Discovery, OutcomeSchema } from '../../src/envelope/wire.js';
import { checkDiscovery } from '../../src/transport/discovery.js';

/** Row 35 of the list of attacks: somebody between the widget and a receiver that signs its list of keys. */

const signing = generateKeyPairSync('ed25519');
const PINNED = { publicKey: signing.publicKey.export({ format: 'jwk' }).x ?? '', minSeq: 1 };

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ signingKey: signing.privateKey, maxFailures: Number.POSITIVE_INFINITY });
});
afterAll(() => harness.close());

describe('attack 35, a list of keys that is not the receiver’s', () => {
  const refusal = (document: Discovery, minSeq = 1): Promise<Discovery> =>
    checkDiscovery(document, { ...PINNED, minSeq }, harness.now());

  it('is refused by the widget where somebody between put a key in, or took the signature away', async () => {
    const genuine = await harness.discover();
    expect(await refusal(genuine)).toEqual(genuine);
    const { kid, kem, publicKey } = await generateKeyPair('x-wing');
    const { notBefore = '', notAfter = '' } = genuine.keys[0] ?? {};
    const theirs = { kid, kem, publicKey, notBefore, notAfter };
    for (const keys of [[theirs], [...genuine.keys, theirs]])
      await expect(refusal({ ...genuine, keys })).rejects.toMatchObject({
        code: 'discovery.signature_invalid',
      });
    const { keysSignature: _, ...unsigned } = genuine;
    await expect(refusal(unsigned)).rejects.toMatchObject({ code: 'discovery.signature_invalid' });
    // Unpinned, a key under the id of another is still no way: the receiver has no private half for it.
    const forged = genuine.keys.map((key) => (key.kem === kem ? { ...key, publicKey } : key));
    await expect(
      checkDiscovery({ ...genuine, keys: forged }, undefined, harness.now()),
    ).rejects.toMatchObject({ code: 'discovery.key_mismatch' });
    const session = await harness.openSession();
    const sealed = await sealFor({ ...genuine, keys: forged }, session, { kem });
    await expectProblem(await harness.deliver(sealed), 422, 'envelope.invalid');
  });

  it('is refused by the widget where it is an earlier one, and by the receiver what was sealed for it', async () => {
    const earlier = await harness.discover();
    await harness.live(31 * 86_400_000);
    const { seq } = await harness.discover();
    expect(seq).toBeGreaterThan(earlier.seq);
    await expect(refusal(earlier, seq)).rejects.toMatchObject({ code: 'discovery.rolled_back' });
    await expect(checkDiscovery(earlier, undefined, harness.now())).rejects.toMatchObject({
      code: 'discovery.no_valid_key',
    });
    const session = await harness.openSession();
    const late = await sealFor({ ...(await harness.discover()), keys: earlier.keys }, session);
    await expectProblem(await harness.deliver(late), 422, 'envelope.invalid');
    const now = await harness.deliver(await sealFor(await harness.discover(), session));
    expect(parse(OutcomeSchema, await now.json()).verificationId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

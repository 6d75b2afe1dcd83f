import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { toBase64Url } from '../core/bytes.js';
import { canonicalBytes } from '../envelope/canonical.js';
import { exampleDiscovery, exampleReceiver } from '../envelope/wire.fixture.js';
import type { Discovery } from '../envelope/wire.js';
import { checkDiscovery } from './discovery.js';
import { type StubReceiver, startStubReceiver } from './stub-receiver.fixture.js';
import { createTransport } from './transport.js';

const NOW = new Date('2026-03-01T10:00:00.000Z');
const never = new AbortController().signal;

let good: Discovery;
let stub: StubReceiver;

beforeAll(async () => {
  const [hybrid, classic] = [await exampleReceiver('x-wing'), await exampleReceiver('x25519')];
  good = { ...exampleDiscovery([classic.key, hybrid.key]), now: NOW.toISOString() };
  stub = await startStubReceiver();
});
afterAll(() => stub.close());
beforeEach(() => {
  stub.reply = { body: good };
});

const transport = (monotonicMs?: () => number) => createTransport({ endpoint: stub.endpoint, monotonicMs });
const withThreshold = (change: object): unknown => ({ ...good, threshold: { ...good.threshold, ...change } });
const withWorstGroup = (change: object): unknown =>
  withThreshold({ worstGroup: { ...good.threshold.worstGroup, ...change } });

describe('discovery', () => {
  it('is one GET that carries nothing but the host headers', async () => {
    const before = stub.seen.length;
    const host = createTransport({
      endpoint: stub.endpoint,
      headers: { Authorization: 'Bearer host' },
    });
    expect(await host.discover(never)).toEqual(good);
    expect(stub.seen.slice(before)).toMatchObject([
      {
        method: 'GET',
        path: '/candor/.well-known/candor',
        body: '',
        headers: { authorization: 'Bearer host', accept: 'application/json' },
      },
    ]);
    expect(stub.seen.at(-1)?.headers).not.toHaveProperty('cookie');
  });

  it('takes a receiver that does not say how it searches, as those of before do not', async () => {
    expect(await checkDiscovery(good, undefined, NOW)).not.toHaveProperty('search');
    const search = {
      scope: 'gallery',
      templates: 4,
      overall: { falseHits: 0.1, fpir: 0.1 },
      worstGroup: null,
    };
    expect(await checkDiscovery({ ...good, search }, undefined, NOW)).toEqual({ ...good, search });
    for (const wrong of [
      { ...search, scope: 'everybody' },
      { ...search, templates: -1 },
      { ...search, more: 1 },
    ])
      await expect(checkDiscovery({ ...good, search: wrong }, undefined, NOW)).rejects.toMatchObject({
        code: 'discovery.malformed',
      });
  });

  it('is asked for again after a minute, not before', async () => {
    let atMs = 5_000;
    const before = stub.seen.length;
    const twice = transport(() => atMs);
    await twice.discover(never);
    atMs += 59_999;
    await twice.discover(never);
    expect(stub.seen.length - before).toBe(1);
    atMs += 1;
    await twice.discover(never);
    expect(stub.seen.length - before).toBe(2);
  });

  it('asks again at once when the first answer was no good', async () => {
    const twice = transport();
    stub.reply = { status: 503 };
    await expect(twice.discover(never)).rejects.toMatchObject({ code: 'discovery.unreachable' });
    stub.reply = { body: good };
    expect(await twice.discover(never)).toEqual(good);
  });

  it('names the address where nothing good came from, and no query of it', async () => {
    const gone = createTransport({ endpoint: 'http://127.0.0.1:1/candor?shop=7' });
    await expect(gone.discover(never)).rejects.toMatchObject({
      code: 'discovery.unreachable',
      detail: 'GET http://127.0.0.1:1/candor/.well-known/candor',
    });
    const asked = `GET ${stub.endpoint}/.well-known/candor`;
    stub.reply = { status: 404 };
    await expect(transport().discover(never)).rejects.toMatchObject({ detail: `${asked}, HTTP 404` });
    // What a server that knows one page answers to everything.
    stub.reply = { body: '<html>shop</html>' };
    await expect(transport().discover(never)).rejects.toMatchObject({
      code: 'discovery.malformed',
      detail: `${asked}, HTTP 200`,
    });
  });

  it('reads notices in every language, and no endless answer', async () => {
    const [notice] = Object.values(good.notices);
    if (notice === undefined) throw new Error('no notice');
    const longest = { ...notice, reason: 'あ'.repeat(2_000) };
    const locales = (count: number) => Array.from({ length: count }, (_, at) => [`aa-X${at}`, longest]);
    const inMany = { ...good, notices: Object.fromEntries(locales(40)) };
    expect(JSON.stringify(inMany).length).toBeGreaterThan(64 * 1_024);
    stub.reply = { body: inMany };
    expect(await transport().discover(never)).toEqual(inMany);
    stub.reply = { body: { ...good, notices: Object.fromEntries(locales(120)) } };
    await expect(transport().discover(never)).rejects.toMatchObject({ code: 'discovery.malformed' });
  });
});

describe('a discovery document is refused', () => {
  const key = (): Discovery['keys'][number] => {
    const [first] = good.keys;
    if (first === undefined) throw new Error('no key');
    return first;
  };

  it.each<[string, string, () => unknown]>([
    ['it speaks another version', 'discovery.unknown_version', () => ({ ...good, version: 2 })],
    ['it names no version', 'discovery.malformed', () => ({ ...good, version: undefined })],
    ['it offers no alternative', 'discovery.no_alternative', () => ({ ...good, alternatives: [] })],
    [
      'it says nothing of alternatives',
      'discovery.no_alternative',
      () => ({ ...good, alternatives: undefined }),
    ],
    [
      'an alternative has no words in any language',
      'discovery.no_alternative',
      () => ({ ...good, alternatives: [{ id: 'x', label: {}, expectedTime: {} }] }),
    ],
    ['it states no threshold', 'discovery.no_threshold', () => ({ ...good, threshold: undefined })],
    ['the threshold is 0', 'discovery.no_threshold', () => withThreshold({ value: 0 })],
    ['the threshold is 1', 'discovery.no_threshold', () => withThreshold({ value: 1 })],
    ['the threshold is no number', 'discovery.no_threshold', () => withThreshold({ value: '0.919' })],
    [
      'the threshold is a distance, not a similarity',
      'discovery.no_threshold',
      () => withThreshold({ metric: 'l2' }),
    ],
    ["the threshold is dlib's raw 0.6", 'discovery.no_threshold', () => withThreshold({ value: 0.6 })],
    [
      "the threshold is dlib's 0.6 as a unit distance",
      'discovery.no_threshold',
      () => withThreshold({ value: 0.82 }),
    ],
    ['one stranger in ten would match', 'discovery.no_threshold', () => withThreshold({ fmr: 0.1 })],
    [
      'the threshold lets one in five East Asian people through',
      'discovery.no_threshold',
      () => withThreshold({ value: 0.919 }),
    ],
    [
      'one in fifty of a group may match',
      'discovery.no_threshold',
      () => withWorstGroup({ fmrAtMost: 0.02 }),
    ],
    ['a bound lies below its rate', 'discovery.no_threshold', () => withWorstGroup({ fmrAtMost: 0.0001 })],
    ['a rate is lower than its pairs can show', 'discovery.no_threshold', () => withThreshold({ n: 50_000 })],
    ['nothing was measured', 'discovery.no_threshold', () => withThreshold({ n: 0 })],
    ['it has no notice', 'discovery.no_notice', () => ({ ...good, notices: {} })],
    ['a notice leaves a field empty', 'discovery.malformed', () => withNotice({ recipients: ' ' })],
    ['a notice keeps data for four years', 'discovery.malformed', () => withNotice({ retentionDays: 1_461 })],
    [
      'a link of the notice is a script',
      'discovery.malformed',
      () => withNotice({ policyUrl: 'javascript:alert(1)' }),
    ],
    [
      'it has a field that the wire does not know',
      'discovery.malformed',
      () => ({ ...good, tracking: 'id' }),
    ],
    ['it is a list', 'discovery.malformed', () => [good]],
    ['it is null', 'discovery.malformed', () => null],
    ['it has no key', 'discovery.no_valid_key', () => ({ ...good, keys: [] })],
    [
      'its key has expired',
      'discovery.no_valid_key',
      () => ({ ...good, keys: [{ ...key(), notAfter: '2026-02-28T00:00:00.000Z' }] }),
    ],
    [
      "a key's id is not its hash",
      'discovery.key_mismatch',
      () => ({ ...good, keys: [{ ...key(), kid: toBase64Url(new Uint8Array(16)) }] }),
    ],
  ])('when %s: %s', async (_, code, document) => {
    await expect(checkDiscovery(document(), undefined, NOW)).rejects.toMatchObject({ code });
  });

  const withNotice = (change: object): unknown => ({
    ...good,
    notices: { en: { ...good.notices.en, ...change } },
  });

  it('takes a low threshold from a model whose similarities are low', async () => {
    const arcface = withThreshold({ modelId: 'auraface-v1', value: 0.35 });
    await expect(checkDiscovery(arcface, undefined, NOW)).resolves.toMatchObject({
      threshold: { value: 0.35 },
    });
  });

  it('takes a threshold whose receiver measured no groups: the notice says so', async () => {
    const ungrouped = withThreshold({ worstGroup: undefined });
    await expect(checkDiscovery(ungrouped, undefined, NOW)).resolves.toMatchObject({ version: 1 });
  });

  it('names the field that is wrong, not what was in it', async () => {
    const document = { ...good, maxAttempts: 'secret-looking-value' };
    await expect(checkDiscovery(document, undefined, NOW)).rejects.toMatchObject({
      code: 'discovery.malformed',
      detail: 'maxAttempts',
      message: expect.not.stringContaining('secret-looking-value'),
    });
  });
});

describe('a pinned key', () => {
  let pinned: { publicKey: string; minSeq: number };
  let signed: Discovery;
  let sign: (list: Pick<Discovery, 'keys' | 'seq'>) => Promise<string>;

  beforeAll(async () => {
    // The types of Node name no overload for Ed25519; a generated pair is never a single key.
    const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    pinned = { publicKey: toBase64Url(raw), minSeq: 3 };
    sign = async ({ keys, seq }) =>
      toBase64Url(
        new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, canonicalBytes({ keys, seq }))),
      );
    signed = { ...good, keysSignature: await sign(good) };
  });

  it('accepts the list that it signed', async () => {
    await expect(checkDiscovery(signed, pinned, NOW)).resolves.toEqual(signed);
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ['an unsigned list', 'discovery.signature_invalid', async () => good],
    [
      'a list with a key added by a proxy',
      'discovery.signature_invalid',
      async () => ({ ...signed, keys: [...signed.keys, (await exampleReceiver('x25519')).key] }),
    ],
    [
      'a list whose keys were all substituted',
      'discovery.signature_invalid',
      async () => ({ ...signed, keys: [(await exampleReceiver('x-wing')).key] }),
    ],
    ['a list with another number', 'discovery.signature_invalid', async () => ({ ...signed, seq: 4 })],
    [
      'a signature by someone else',
      'discovery.signature_invalid',
      async () => ({ ...signed, keysSignature: toBase64Url(new Uint8Array(64).fill(7)) }),
    ],
    [
      'an older list, though signed',
      'discovery.rolled_back',
      async () => ({ ...good, seq: 2, keysSignature: await sign({ ...good, seq: 2 }) }),
    ],
  ])('refuses %s', async (_, code, document) => {
    await expect(checkDiscovery(await document(), pinned, NOW)).rejects.toMatchObject({ code });
  });

  it("is the integrator's mistake when it is no key", async () => {
    await expect(checkDiscovery(signed, { ...pinned, publicKey: 'AAAA' }, NOW)).rejects.toMatchObject({
      code: 'config.invalid',
      detail: 'pinnedKey',
    });
  });

  it('cannot be skipped in a browser that lacks Ed25519', async () => {
    const lacking = vi.spyOn(crypto.subtle, 'importKey');
    lacking.mockRejectedValue(new DOMException('', 'NotSupportedError'));
    await expect(checkDiscovery(signed, pinned, NOW)).rejects.toMatchObject({ code: 'crypto.unavailable' });
    lacking.mockRestore();
  });

  it('is left out only where it is said so, and what is heard that way is not remembered', async () => {
    const { endpoint } = stub;
    const host = createTransport({ endpoint, pinnedKey: pinned });
    await expect(host.discoverUnsigned(never)).resolves.toMatchObject({ alternatives: good.alternatives });
    await expect(host.discover(never)).rejects.toMatchObject({ code: 'discovery.signature_invalid' });
  });
});

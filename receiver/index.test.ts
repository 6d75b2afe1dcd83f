import { describe, expect, it } from 'vitest';
import { receipt as build } from '../src/consent/record.js';
import { hashCanonical as hash } from '../src/envelope/canonical.js';
import { seal } from '../src/envelope/seal.js';
import {
  AUDIENCE,
  EXAMPLE_NOTICE,
  exampleBinding,
  exampleDiscovery,
  examplePayload,
  exampleReceiver,
} from '../src/envelope/wire.fixture.js';
import { EnvelopeInvalid, hashCanonical, open, receipt } from './index.js';

/** A backend that uses nothing but the door: what a widget sealed, it opens, and it finds the consent in it. */

const SUBJECT = 'seller-7';
const { alternatives } = exampleDiscovery([]);

async function sealed(kem: 'x-wing' | 'x25519') {
  const { key, keyring } = await exampleReceiver(kem);
  const payload = examplePayload();
  const { sessionId, locale, purposeIds, ...rest } = exampleBinding();
  const act = { ...payload.consent, purposeIds };
  const record = build(EXAMPLE_NOTICE, locale, act, { sessionId, subject: SUBJECT }, alternatives);
  const hashes = { noticeHash: await hash(EXAMPLE_NOTICE), consentHash: await hash(record) };
  const binding = { ...rest, sessionId, locale, purposeIds, ...hashes };
  return { keyring, envelope: await seal({ payload, binding, key, audience: AUDIENCE }) };
}

describe('candor/receiver', () => {
  it.each(['x-wing', 'x25519'] as const)(
    'opens an envelope sealed with %s and rebuilds the consent that its header names',
    async (kem) => {
      const { envelope, keyring } = await sealed(kem);
      const { header } = envelope;
      const { consent } = await open(envelope, keyring, AUDIENCE, 128);
      const act = { ...consent, purposeIds: header.purposeIds };
      const rebuilt = (subject: string) =>
        receipt(EXAMPLE_NOTICE, header.locale, act, { sessionId: header.sessionId, subject }, alternatives);

      expect(await hashCanonical(EXAMPLE_NOTICE)).toBe(header.noticeHash);
      expect(await hashCanonical(rebuilt(SUBJECT))).toBe(header.consentHash);
      expect(await hashCanonical(rebuilt('seller-8'))).not.toBe(header.consentHash);
    },
  );

  it('says of an envelope for another audience only that it cannot be used', async () => {
    const { envelope, keyring } = await sealed('x25519');
    await expect(open(envelope, keyring, 'https://other.example')).rejects.toThrow(EnvelopeInvalid);
  });
});

import { generateKeyPair, type ReceiverKey } from '../../src/envelope/open.js';
import { headerOf, sealShared } from '../../src/envelope/seal.js';
import type { SharedEnvelope, SharedPayload } from '../../src/envelope/three-share.js';
import { AUDIENCE, exampleBinding, examplePayload, publicKeyOf } from '../../src/envelope/wire.fixture.js';
import type { Kem } from '../../src/envelope/wire.js';
import type { Three } from '../sharing.js';
import { sealShares } from './seal.js';

/** The keys of a receiver and of its three operators. */
export interface Keys {
  readonly receiver: ReceiverKey;
  readonly operators: Three<ReceiverKey>;
}

export async function makeKeys(kem: Kem): Promise<Keys> {
  const [receiver, ...operators] = await Promise.all([
    generateKeyPair(kem),
    generateKeyPair(kem),
    generateKeyPair(kem),
    generateKeyPair(kem),
  ]);
  return { receiver, operators };
}

/** All of a payload but the template. */
export function exampleSharedPayload(): SharedPayload {
  const { embedding: _, ...rest } = examplePayload();
  return rest;
}

/** As a seller's device makes it. */
export async function envelopeOf(
  embedding: Float32Array,
  { receiver, operators }: Keys,
  audience = AUDIENCE,
): Promise<SharedEnvelope> {
  const key = publicKeyOf(receiver);
  const header = headerOf(exampleBinding(), key);
  const shares = await sealShares({ embedding, header, operators, audience });
  return sealShared(shares, { payload: exampleSharedPayload(), key, audience });
}

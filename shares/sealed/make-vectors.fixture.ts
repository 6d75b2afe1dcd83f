import { writeFileSync } from 'node:fs';
import { toBase64Url } from '../../src/core/bytes.js';
import type { ReceiverKey } from '../../src/envelope/open.js';
import { aadOf, infoOf } from '../../src/envelope/suite.js';
import type { SharedEnvelope } from '../../src/envelope/three-share.js';
import { AUDIENCE, exampleBinding, unitVector } from '../../src/envelope/wire.fixture.js';
import type { Kem } from '../../src/envelope/wire.js';
import { toFixedPoint } from '../fixed-point.js';
import { PARTIES, type Party } from '../party.js';
import { envelopeOf, exampleSharedPayload, type Keys, makeKeys } from './envelope.fixture.js';
import { openShare } from './open.js';
import { shareInfo } from './seal.js';

/** Writes docs/vectors/three-share.json: `npx tsx shares/sealed/make-vectors.fixture.ts`, after a change of the protocol. Every run seals
 * with new keys; vectors.test.ts opens what lies there. */

const DIM = 16;
const MODEL = { id: exampleBinding().modelId, dim: DIM };
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const written = (key: ReceiverKey) => ({ ...key, privateKey: toBase64Url(key.privateKey) });

async function operatorOf(party: Party, key: ReceiverKey, { header, parts }: SharedEnvelope) {
  const seat = { party, keyring: new Map([[key.kid, key]]), audience: AUDIENCE, model: MODEL };
  const { own, next } = await openShare({ header, part: parts[party] }, seat);
  return {
    key: written(key),
    info: text(shareInfo(AUDIENCE, key.kid, party)),
    components: [[...own], [...next]],
  };
}

async function opened(kem: Kem): Promise<object> {
  const keys = await makeKeys(kem);
  const template = unitVector(DIM);
  const envelope = await envelopeOf(template, keys);
  const { receiver, operators } = keys;
  return {
    name: `sealed with ${kem}`,
    receiver: written(receiver),
    info: text(infoOf(AUDIENCE, receiver.kid)),
    aad: text(aadOf(envelope.header)),
    envelope,
    payload: exampleSharedPayload(),
    operators: await Promise.all(PARTIES.map((party) => operatorOf(party, operators[party], envelope))),
    template: [...template],
    fixedPoint: [...toFixedPoint(template)],
    // Once is enough: with X-Wing each takes 30 kB.
    refusals: kem === 'x25519' ? await refusals(envelope, template, keys) : [],
  };
}

/** What no operator takes in place of the envelope. */
async function refusals(good: SharedEnvelope, template: Float32Array, keys: Keys): Promise<object[]> {
  const again = await envelopeOf(template, keys);
  const [first, second, third] = good.parts;
  const { sharing } = good.header;
  const [one, two, three] = sharing.commitments;
  const commitments = [two, three, one] as const;
  return [
    { name: 'parts in another order', envelope: { ...good, parts: [second, third, first] } },
    { name: 'the parts of another envelope of the same face', envelope: { ...good, parts: again.parts } },
    {
      name: 'commitments in another order',
      envelope: { ...good, header: { ...good.header, sharing: { ...sharing, commitments } } },
    },
    { name: 'sealed for another audience', envelope: await envelopeOf(template, keys, 'another') },
  ];
}

async function main(): Promise<void> {
  const vectors = {
    audience: AUDIENCE,
    dim: DIM,
    opened: await Promise.all((['x-wing', 'x25519'] as const).map(opened)),
  };
  const file = new URL('../../docs/vectors/three-share.json', import.meta.url);
  writeFileSync(file, `${JSON.stringify(vectors, null, 2)}\n`);
}

await main();

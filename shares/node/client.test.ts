import type { TLSSocket } from 'node:tls';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ShareError, type ShareErrorCode } from '../errors.js';
import { share, type Three } from '../sharing.js';
import { makeIdentity } from './certificates.fixture.js';
import { ShareClient } from './client.js';
import type { Caller } from './config.js';
import { newId } from './ids.js';
import type { Answer } from './messages.js';
import { serveCaller } from './serve-caller.js';
import { fingerprintOf, type Identity, type Listening, listen } from './tls.js';

/** What whoever asks makes of answers that do not go together: operators whose words are given. */

type Said = Answer | ShareErrorCode | 'nothing';

let identities: Three<Identity>;
let market: Identity;
const open: { close(): Promise<void> }[] = [];
beforeAll(async () => {
  const [first, second, third, asker] = await Promise.all(['0', '1', '2', 'market'].map(makeIdentity));
  if (!first || !second || !third || !asker) throw new TypeError('four');
  identities = [first, second, third];
  market = asker;
});
afterEach(async () => {
  for (const { close } of open.splice(0)) await close();
});

async function operatorThatSays(said: Said, identity: Identity): Promise<Listening> {
  const caller: Caller = { name: 'market', fingerprint: '', may: ['admit'] };
  const handle = async (): Promise<Answer> => {
    if (said === 'nothing') return new Promise(() => {});
    if (typeof said === 'string') throw new ShareError(said);
    return said;
  };
  const sockets = new Set<TLSSocket>();
  const listening = await listen({ host: '127.0.0.1', port: 0 }, identity, 5_000, (socket) => {
    sockets.add(socket);
    serveCaller(socket, { caller, timeoutMs: 5_000, handle, onFailure: () => {} });
  });
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await listening.close();
  };
  open.push({ close });
  return listening;
}

async function admitting(...said: Three<Said>): Promise<{ readonly kind: string }> {
  const places = said.map(async (word, party) => {
    const identity = identities[party] ?? market;
    const { port } = await operatorThatSays(word, identity);
    const fingerprint = fingerprintOf(identity.certificate);
    return { host: '127.0.0.1', port, fingerprint, receiptKey: '' };
  });
  const [first, second, third] = await Promise.all(places);
  if (!first || !second || !third) throw new TypeError('three');
  const client = new ShareClient({ identity: market, operators: [first, second, third], timeoutMs: 3_000 });
  return client.admit({ id: newId(), shares: share('arithmetic', new Uint32Array(4)) });
}

const NONE = { kind: 'none' } as const;
const REVIEW = { kind: 'review' } as const;

describe('what the three answer', () => {
  it('counts where they say the same', async () => {
    expect(await admitting(REVIEW, REVIEW, REVIEW)).toMatchObject(REVIEW);
  });

  it.each<[string, Three<Said>, ShareErrorCode, number | null]>([
    ['one says review and two none', [NONE, REVIEW, NONE], 'shares.mismatch', null],
    ['all reject', ['shares.rejected', 'shares.rejected', 'shares.rejected'], 'shares.rejected', null],
    ['one rejects what two have compared', [NONE, 'shares.rejected', NONE], 'shares.mismatch', null],
    [
      'one rejects, one has compared, one is silent',
      [NONE, 'shares.rejected', 'nothing'],
      'shares.mismatch',
      null,
    ],
    [
      'one rejects, and the others cannot be heard',
      ['shares.rejected', 'nothing', 'nothing'],
      'shares.rejected',
      0,
    ],
    [
      'one rejects, and one holds another component',
      ['shares.rejected', 'shares.mismatch', 'nothing'],
      'shares.mismatch',
      null,
    ],
    ['one cannot open its part', ['nothing', 'nothing', 'shares.not_opened'], 'shares.not_opened', 2],
    ['one is silent', [NONE, NONE, 'nothing'], 'shares.try_later', null],
  ])('is told apart: %s', async (_, said, code, party) => {
    const thrown = await admitting(...said).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code });
    if (party !== null) expect(thrown).toMatchObject({ party });
  });
});

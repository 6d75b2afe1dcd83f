import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { deliverOutbox } from './outbox-worker.js';
import { ADA, BAO, ENDPOINT, emptyStorage, keysIn, NOW, waiting } from './vault/kept.fixture.js';
import { createVault } from './vault/vault.js';

/** What the host's service worker does, with a receiver that answers as it is told. */

const OUTCOME = {
  verificationId: 'v-1',
  status: 'no_duplicate',
  decidedAt: '2026-03-01T10:05:01.000Z',
  deleteAfter: '2026-06-01T10:05:01.000Z',
  removalToken: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
};
const LATE = '2999-01-01T00:00:00.000Z';

let answers: (() => Response)[];
let asked: Request[];

beforeEach(() => {
  emptyStorage();
  answers = [];
  asked = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push(new Request(url, init));
    const answer = answers.shift();
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

const accepted = (): Response => Response.json(OUTCOME, { status: 201 });
const refused = (): Response =>
  Response.json(
    { type: 'about:blank', title: 'Gone', status: 410, code: 'session.expired' },
    { status: 410, headers: { 'Content-Type': 'application/problem+json' } },
  );
const asAda = { endpoint: `${ENDPOINT}/`, subject: 'ada' };

describe('deliverOutbox', () => {
  it('delivers what its seller pressed send for, and keeps the receipt for them', async () => {
    await createVault(ADA).keepEnvelope(waiting('s-1', LATE));
    answers = [accepted];
    expect(await deliverOutbox({ ...asAda, headers: { Authorization: 'Bearer x' } })).toEqual([
      { kind: 'delivered', sessionId: 's-1', verificationId: 'v-1' },
    ]);
    expect(asked.map(({ url, method, headers }) => [method, url, headers.get('authorization')])).toEqual([
      ['POST', `${ENDPOINT}/verifications`, 'Bearer x'],
    ]);
    expect(await createVault(ADA).receiptOf('s-1')).toMatchObject({ outcome: OUTCOME });
    expect([await keysIn('outbox'), await keysIn('sent')]).toEqual([[], []]);
    expect(await deliverOutbox(asAda)).toEqual([]);
  });

  it('sends nothing whose receipt is there, and leaves nothing of it behind', async () => {
    const vault = createVault(ADA);
    await vault.keepEnvelope(waiting('s-1', LATE));
    answers = [accepted];
    await deliverOutbox(asAda);
    // As an earlier version left it, whose page was closed between the two.
    await vault.keepEnvelope(waiting('s-1', LATE));
    expect(await deliverOutbox(asAda)).toMatchObject([{ kind: 'delivered', verificationId: 'v-1' }]);
    expect([asked.length, await keysIn('outbox'), await keysIn('receipts')]).toEqual([1, [], ['v-1']]);
  });

  it('leaves to the seller what they have come back to', async () => {
    await createVault(ADA).keepEnvelope(waiting('s-1', LATE));
    await createVault(ADA).lookBack(NOW);
    expect(await deliverOutbox(asAda)).toEqual([]);
    expect(asked).toEqual([]);
    expect(await keysIn('outbox')).toEqual(['s-1']);
  });

  it('sends nothing of another seller, nor of one whom the page did not name', async () => {
    await createVault(BAO).keepEnvelope(waiting('of-bao', LATE));
    await createVault({ endpoint: ENDPOINT, subject: undefined }).keepEnvelope(waiting('of-nobody', LATE));
    expect(await deliverOutbox(asAda)).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('says that it waits while nothing arrives, and leaves it as it was', async () => {
    await createVault(ADA).keepEnvelope(waiting('s-1', LATE));
    expect(await deliverOutbox(asAda)).toEqual([
      { kind: 'waiting', sessionId: 's-1', code: 'submit.network' },
    ]);
    expect([await keysIn('outbox'), await keysIn('sent')]).toEqual([['s-1'], ['s-1']]);
    answers = [accepted];
    expect(await deliverOutbox(asAda)).toMatchObject([{ kind: 'delivered' }]);
  });

  it('drops it, and says so, once the receiver says that its time is over', async () => {
    await createVault(ADA).keepEnvelope(waiting('s-1', LATE));
    answers = [refused];
    expect(await deliverOutbox(asAda)).toEqual([
      { kind: 'dropped', sessionId: 's-1', code: 'session.expired' },
    ]);
    expect(await keysIn('outbox')).toEqual([]);
  });

  it.each([
    ['a century fast', '2126-03-01T10:05:00.000Z'],
    ['back in 1970', '1970-01-01T00:00:00.000Z'],
  ])('asks the receiver, and believes nobody else, on a device that is %s', async (_, deviceNow) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(deviceNow) });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const vault = createVault(ADA);
    await vault.keepEnvelope(waiting('s-1'));
    expect(await deliverOutbox(asAda)).toMatchObject([{ kind: 'waiting', code: 'submit.network' }]);
    const { sent } = await vault.lookBack(NOW);
    expect(sent, 'when it was sealed: nobody has said what time it is').toEqual([
      {
        sessionId: 's-1',
        nonce: 'n-1',
        sentAt: '2026-03-01T10:04:00.000Z',
        submitBy: waiting('s-1').submitBy,
      },
    ]);
    await vault.keepEnvelope(waiting('s-1'));
    answers = [accepted];
    expect(await deliverOutbox(asAda)).toMatchObject([{ kind: 'delivered' }]);
  });

  it('refuses a subject that names nobody', async () => {
    await expect(deliverOutbox({ ...asAda, subject: '' })).rejects.toThrow(
      expect.objectContaining({ code: 'config.invalid', detail: 'subject is empty' }),
    );
  });

  it('refuses an address that a worker cannot complete', async () => {
    await expect(deliverOutbox({ endpoint: '/candor', subject: 'ada' })).rejects.toThrow(
      expect.objectContaining({ code: 'config.invalid' }),
    );
  });
});

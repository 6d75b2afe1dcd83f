import { createPublicKey, verify } from 'node:crypto';
import { is } from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ShareError, type ShareErrorCode } from '../../shares/errors.js';
import { canonicalBytes } from '../../src/envelope/canonical.js';
import type { ProblemCode } from '../../src/envelope/wire.js';
import { SubjectErasedSchema, SubjectExportSchema } from '../operator/answers.js';
import { attempts, sessions, sharedTemplates } from '../store/schema.js';
import { eraseSubject, exportSubject } from '../subjects/subjects.js';
import { type Harness, newFace, sessionRequest, startHarness } from '../testing/harness.fixture.js';
import { NAMES, Operators } from '../testing/operators.fixture.js';
import { expectProblem } from '../testing/problem.fixture.js';
import { sealedBy, untilTaken, verifyShared, withdrawalOf } from '../testing/shared-sellers.fixture.js';
import { PLACES } from './client.js';

/** What a seller is told, asked and charged with where the three refuse, are away, or are to delete. */

let operators: Operators;
let harness: Harness;
beforeAll(async () => {
  operators = await Operators.start();
  harness = await startHarness({ ...operators.receiverOptions(), authorize: () => true });
});
afterAll(async () => {
  await harness?.close();
  await operators?.close();
});

const failures = () => harness.context.database.$count(attempts);

describe('a refusal by the three', () => {
  /** One delivery in which their answer is given. */
  async function refused(error: ShareError): Promise<Response> {
    const { three } = harness.context;
    if (three === null) throw new TypeError('three');
    const { envelope } = await sealedBy(harness, 'refused');
    const admitting = vi.spyOn(three.client, 'admit').mockRejectedValueOnce(error);
    const answer = await harness.deliver(envelope);
    admitting.mockRestore();
    return answer;
  }

  it.each<[ShareErrorCode, number, ProblemCode, 'seller' | 'operators' | 'nobody']>([
    ['shares.not_opened', 422, 'envelope.invalid', 'seller'],
    ['shares.rejected', 422, 'envelope.invalid', 'nobody'],
    ['shares.mismatch', 503, 'operators.unavailable', 'operators'],
  ])('as %s is %i %s, and held against %s', async (code, status, problem, heldAgainst) => {
    const before = await failures();
    const answer = await refused(new ShareError(code, { party: 1 }));
    await expectProblem(answer, status, problem);
    // Each session counts as an attempt, and a failure besides.
    expect((await failures()) - before).toBe(heldAgainst === 'seller' ? 2 : 1);
    const said = harness.logged.filter(({ event }) => event === 'operators.refused').at(-1);
    expect(said).toEqual({ event: 'operators.refused', code, operator: 1, heldAgainst });
    const left = await harness.context.database.select().from(sharedTemplates);
    for (const { templateId } of left) expect(JSON.stringify(harness.logged)).not.toContain(templateId);
  });
});

describe('a newcomer', () => {
  it('has the three asked the same, whether somebody is near or nobody', async () => {
    const { three } = harness.context;
    if (three === null) throw new TypeError('three');
    const face = newFace();
    const asked = async (subject: string): Promise<readonly unknown[]> => {
      const { envelope } = await sealedBy(harness, subject, { embedding: face });
      const { client } = three;
      const spies = [
        vi.spyOn(client, 'admit'),
        vi.spyOn(client, 'collect'),
        vi.spyOn(client, 'describe'),
        vi.spyOn(client, 'remove'),
      ];
      const { status } = await untilTaken(harness, envelope);
      const calls = spies.map(({ mock }) => mock.calls.length);
      for (const spy of spies) spy.mockRestore();
      return [status, ...calls];
    };
    expect(await asked('near-1')).toEqual(['no_duplicate', 1, 1, 0, 0]);
    expect(await asked('near-2')).toEqual(['needs_review', 1, 1, 0, 0]);
  });
});

describe('a receipt of a deletion', () => {
  it('is checked with nothing but itself, as docs/protocol.md says', async () => {
    const { shares } = await withdrawalOf(harness, await verifyShared(harness, 'leaves'));
    for (const place of PLACES) {
      const share = shares?.[place];
      if (share?.state !== 'deleted') throw new Error(`operator ${place} has not deleted`);
      const { receipt, signature, receiptKey } = share;
      expect(receiptKey).toBe(operators.trio.receiptKeyOf(place));
      const key = createPublicKey({ key: Buffer.from(receiptKey, 'base64url'), format: 'der', type: 'spki' });
      const isSigned = (signed: object) =>
        verify(null, canonicalBytes(signed), key, Buffer.from(signature, 'base64url'));
      expect(isSigned(receipt)).toBe(true);
      expect(isSigned({ ...receipt, template: 'b'.repeat(32) })).toBe(false);
    }
  });
});

describe('what is told of a seller by the id of the marketplace', () => {
  it('says what the three keep and who they are, and with the erasure what each has signed; never a part', async () => {
    const { database, erasing, three, config } = harness.context;
    const { verificationId } = await verifyShared(harness, 'asks');
    const exported = await exportSubject(database, 'asks', harness.now(), config.threeOperators?.operators);
    expect(is(SubjectExportSchema, JSON.parse(JSON.stringify(exported)))).toBe(true);
    const { templates } = exported;
    expect(templates).toMatchObject([{ verificationId, state: 'stored', removingAt: null }]);
    expect(templates?.[0]?.operators).toEqual(
      PLACES.map((operator) => ({
        operator,
        name: NAMES[operator],
        contact: `privacy@${operator}.example`,
        state: 'kept',
        receipt: null,
        signature: null,
        receiptKey: null,
      })),
    );
    expect(JSON.stringify(exported)).not.toMatch(/"(own|next|parts|sealed)":/);

    const erased = await eraseSubject(database, erasing, 'asks', harness.now(), [], three);
    expect(is(SubjectErasedSchema, erased)).toBe(true);
    expect(erased).toMatchObject({
      verifications: 1,
      shares: [{ verificationId, operators: PLACES.map((operator) => ({ operator, state: 'deleted' })) }],
    });
    const after = await exportSubject(database, 'asks', harness.now(), config.threeOperators?.operators);
    expect(after.templates).toEqual([]);
  });
});

describe('while an operator is away', () => {
  const ready = async () => (await harness.send('GET', '/ready')).json();

  it('nobody records anything: no session is opened, none is used up, and it is noticed soon when it is back', async () => {
    const { three, database } = harness.context;
    if (three === null) throw new TypeError('three');
    const { envelope } = await sealedBy(harness, 'before');
    expect(await ready()).toEqual({ status: 'ready', operators: 'answering' });
    await operators.stop(2);
    // A delivery finds out, and nobody after it has to.
    await expectProblem(await harness.deliver(envelope), 503, 'operators.unavailable');
    const opened = await database.$count(sessions);
    const counted = await failures();
    const describing = vi.spyOn(three.client, 'describe');
    const request = await sessionRequest(await harness.discover(), { subject: 'after' });
    for (let seller = 0; seller < 5; seller += 1) {
      const answer = await harness.send('POST', '/sessions', request);
      expect(Number(answer.headers.get('Retry-After'))).toBeLessThanOrEqual(3);
      await expectProblem(answer, 503, 'operators.unavailable');
    }
    expect(await database.$count(sessions)).toBe(opened);
    expect(await failures()).toBe(counted);
    // Whoever spreads requests must still send here those who withdraw.
    const said = await harness.send('GET', '/ready');
    expect(said.status).toBe(200);
    expect(await said.json()).toEqual({ status: 'ready', operators: 'away' });
    expect(describing.mock.calls.length).toBeLessThanOrEqual(2);
    describing.mockRestore();

    await operators.start(2);
    await vi.waitFor(async () => expect(await ready()).toMatchObject({ operators: 'answering' }), {
      timeout: 30_000,
      interval: 250,
    });
    expect(harness.logged).toContainEqual({ event: 'operator.answers', operator: 2 });
    expect((await harness.send('POST', '/sessions', request)).status).toBe(201);
    expect((await untilTaken(harness, envelope)).status).toBe('no_duplicate');
  });
});

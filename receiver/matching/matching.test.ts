import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/envelope/wire.js';
import { withDeployment } from '../commands/open-stored.js';
import type { Authorized, ReceiverConfig } from '../options.js';
import { exemptParty } from '../store/exemptions.js';
import { INDEX_KINDS } from '../store/index-kinds.js';
import { cases, exemptions, templateLog, verifications } from '../store/schema.js';
import { enrol, verify } from '../testing/cases.fixture.js';
import { type Harness, newFace, startHarness } from '../testing/harness.fixture.js';
import { rotateMatrix } from './rotate-matrix.js';

/** Newcomers against those who are stored, through the receiver's front door. */

async function stored(harness: Harness, { verificationId }: Outcome) {
  const { database } = harness.context;
  const [row] = await database
    .select()
    .from(verifications)
    .where(eq(verifications.verificationId, verificationId));
  const [opened] = await database.select().from(cases).where(eq(cases.verificationId, verificationId));
  return { basis: row?.basis, decision: row?.decision, hits: opened?.hits };
}

describe.each(INDEX_KINDS)('a newcomer in the whole gallery, with the index %s', (index) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness({ index });
  });
  afterAll(() => harness.close());

  it('is found by a person’s second account, not by strangers, and not by their own first try', async () => {
    const face = newFace();
    const first = await verify(harness, 'a-1', { embedding: face });
    const again = await verify(harness, 'a-1', { embedding: face });
    const stranger = await verify(harness, 'a-2', { embedding: newFace() });
    const second = await verify(harness, 'a-3', { embedding: face });
    expect([first, again, stranger, second].map(({ status }) => status)).toEqual([
      'no_duplicate',
      'no_duplicate',
      'no_duplicate',
      'needs_review',
    ]);
    const { basis, hits, decision } = await stored(harness, second);
    expect([basis, hits]).toEqual([
      'hit',
      [first, again].map(({ verificationId }) => verificationId).toSorted(),
    ]);
    expect(decision).toMatchObject({ searched: 'gallery', scopeSize: 3, gallerySize: 3 });
  });

  it('hits nobody who has withdrawn, from the answer on', async () => {
    const face = newFace();
    const { verificationId, removalToken } = await verify(harness, 'b-1', { embedding: face });
    const headers = { Authorization: `Bearer ${removalToken}` };
    expect(
      (await harness.send('DELETE', `/verifications/${verificationId}`, undefined, headers)).status,
    ).toBe(200);
    expect((await verify(harness, 'b-2', { embedding: face })).status).toBe('no_duplicate');
  });

  it('hits nobody with whom a person has exempted them, until that ends', async () => {
    const face = newFace();
    const [one, two] = ['c-1', 'c-2'];
    await verify(harness, one, { embedding: face });
    const { context } = harness;
    const sides = [one, two]
      .map((subject) => exemptParty(context.secrets, { subject, verificationId: '' }))
      .toSorted();
    const [left = '', right = ''] = sides;
    await context.database.insert(exemptions).values({
      exemptionId: 'e-1',
      left,
      right,
      kind: 'second-account',
      reason: 'two businesses',
      grantedAt: harness.now(),
      expiresAt: new Date(harness.now().getTime() + 1_000),
    });
    expect((await verify(harness, two, { embedding: face })).status).toBe('no_duplicate');
    harness.advance(1_000);
    expect((await verify(harness, two, { embedding: face })).status).toBe('needs_review');
  });

  it('of two of one person at the same moment, at least one is found, each time', async () => {
    for (let pair = 0; pair < (index === 'exact' ? 10 : 3); pair += 1) {
      const embedding = newFace();
      const both = await Promise.all(
        ['x', 'y'].map((name) => verify(harness, `d-${pair}-${name}`, { embedding })),
      );
      expect(both.filter(({ status }) => status === 'needs_review').length, `pair ${pair}`).toBeGreaterThan(
        0,
      );
    }
  });

  it('answers in the same shape and length whether or not there was a hit, padded by the status alone', async () => {
    const face = newFace();
    const [free, hit] = [
      await verify(harness, 'e-1', { embedding: face }),
      await verify(harness, 'e-2', { embedding: face }),
    ];
    expect([free.status, hit.status]).toEqual(['no_duplicate', 'needs_review']);
    expect('no_duplicate'.length).toBe('needs_review'.length);
    expect(JSON.stringify(hit).length).toBe(JSON.stringify(free).length);
    expect(Object.keys(hit)).toEqual(Object.keys(free));
  });
});

describe('the policy', () => {
  it.each(INDEX_KINDS)(
    'searches nobody by default without a group, and only those who share one (%s)',
    async (index) => {
      const groupsOf = new Map<string | undefined, Authorized>([
        ['g-1', { groups: ['payout:1', 'device:1'] }],
        ['g-2', { groups: ['payout:2'] }],
        ['g-3', { groups: ['device:1'] }],
        ['g-4', true],
      ]);
      const authorize = ({ subject }: { readonly subject: string | undefined }) =>
        groupsOf.get(subject) ?? false;
      const harness = await startHarness({ search: {}, authorize, index });
      const embedding = newFace();
      const found = [];
      for (const subject of ['g-1', 'g-2', 'g-3', 'g-4']) {
        const { basis, decision } = await stored(harness, await verify(harness, subject, { embedding }));
        found.push([basis, decision?.searched, decision?.scopeSize, decision?.gallerySize]);
      }
      expect(found).toEqual([
        ['no_hit', 'groups', 0, 0],
        ['no_hit', 'groups', 0, 1],
        ['hit', 'groups', 1, 2],
        ['not_searched', 'none', 0, 3],
      ]);
      const { database } = harness.context;
      expect(JSON.stringify(await database.select().from(verifications)), 'tokens are blinded').not.toContain(
        'payout:',
      );
      await harness.close();
    },
  );

  it('stops searching the gallery where newcomers would meet too many strangers, and says so', async () => {
    // One in 333 of the worst group at most: three hundredths of a hit among ten.
    const harness = await startHarness({ search: { scope: 'gallery', mostFalseHits: 0.001 } });
    const embedding = newFace();
    expect((await harness.discover()).search).toMatchObject({ scope: 'gallery', templates: 0 });
    const first = await stored(harness, await enrol(harness, embedding));
    const second = await stored(harness, await enrol(harness, embedding));
    expect([first.basis, second.basis]).toEqual(['no_hit', 'not_searched']);
    // As of its last search.
    const { search, threshold } = await harness.discover();
    expect(search).toMatchObject({ scope: 'groups', templates: 1 });
    expect(search?.worstGroup?.falseHits).toBe(threshold.worstGroup?.fmrAtMost);
    expect(harness.logged).toContainEqual(
      expect.objectContaining({ basis: 'not_searched', searched: 'none' }),
    );
    await harness.close();
  });
});

describe('what was stored before', () => {
  // Ten seconds: `npm run test:machines`.
  it.runIf(process.env.CANDOR_TEST_KILLINGS !== undefined)(
    'is still compared after a restart, after the matrix was renewed, and after that was killed in the middle',
    async () => {
      const now = (): Date => new Date();
      const first = await startHarness({ databaseUrl: undefined, now });
      const { dataDir } = first;
      const faces = [newFace(), newFace(), newFace()];
      for (const [at, embedding] of faces.entries()) await verify(first, `old-${at}`, { embedding });
      await first.receiver.close();
      const { rotateHalf, rotate, reopen } = rotations(first.context.config);
      await rotateHalf();
      const half = await reopen();
      for (const [at, embedding] of faces.entries()) {
        const outcome = await verify(half, `half-${at}`, { embedding });
        expect(outcome.status, `face ${at} is found under either matrix`).toBe('needs_review');
      }
      await half.receiver.close();
      const before = await readFile(join(dataDir, 'keys/slots.bin'));
      expect(await rotate()).toBe(faces.length);
      const whole = await reopen();
      expect(whole.logged).not.toContainEqual(expect.objectContaining({ event: 'erasures.finished' }));
      expect((await verify(whole, 'new', { embedding: faces[0] })).status).toBe('needs_review');
      const { database } = whole.context;
      expect(await database.$count(templateLog), 'seven templates, and a matrix twice').toBe(9);
      await whole.receiver.close();
      // A copy of the slots from before opens nothing that was put under a new key or came later.
      await writeFile(join(dataDir, 'keys/slots.bin'), before);
      await expect(reopen().then(({ logged }) => logged)).resolves.toContainEqual(
        expect.objectContaining({ event: 'erasures.finished', templates: 4 }),
      );
    },
  );
});

function rotations(config: ReceiverConfig) {
  const { dataDir, now } = config;
  const secure = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const run = (random: typeof secure): Promise<number> =>
    withDeployment(config, async (keys, open) => (await rotateMatrix({ keys, open, random, now })).templates);
  return {
    rotate: () => run(secure),
    /** Ends where the first template would be encrypted anew: its matrix is written, and a slot is taken. */
    rotateHalf: async () => {
      const failing = (length: number) => {
        if (length === 12) throw new Error('killed');
        return secure(length);
      };
      await expect(run(failing)).rejects.toThrow('killed');
    },
    reopen: () => startHarness({ dataDir, databaseUrl: undefined, now }),
  };
}

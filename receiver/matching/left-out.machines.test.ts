import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { withDeployment } from '../commands/open-stored.js';
import type { ReceiverConfig } from '../options.js';
import { templateLog, templates } from '../store/schema.js';
import { verify } from '../testing/cases.fixture.js';
import { faceAtEdge } from '../testing/edge-face.fixture.js';
import { type Harness, newFace, startHarness } from '../testing/harness.fixture.js';
import { secureRandom } from '../testing/stored-templates.fixture.js';
import { rotateMatrix } from './rotate-matrix.js';
import { lengthOf } from './unit-vector.js';

/** No template keeps the others from being searched, nor what is due from being deleted: not one whose length is at the edge of what an
 * envelope may have, and not one that is damaged. */

/** Each receiver has a matrix of its own, and turning moves a length either way. */
const MATRICES = 5;

function rotated(config: ReceiverConfig): Promise<number> {
  const { now } = config;
  return withDeployment(
    config,
    async (keys, open) => (await rotateMatrix({ keys, open, random: secureRandom, now })).templates,
  );
}

const reopened = ({ dataDir }: Harness): Promise<Harness> =>
  startHarness({ dataDir, databaseUrl: undefined, now: () => new Date() });

const failures = ({ logged }: Harness) =>
  logged.filter(({ event }) => ['failed', 'template.left_out'].includes(event));

describe('a template at the edge of the tolerance', () => {
  it.each([
    ['searched by all', { scope: 'gallery', mostFalseHits: 1 }],
    ['searched by nobody', {}],
  ] as const)('is stored at unit length, whatever the matrix: %s', async (_, search) => {
    for (let matrix = 0; matrix < MATRICES; matrix += 1) {
      const harness = await startHarness({ search });
      for (const side of ['longest', 'shortest', 'longest', 'shortest'] as const) {
        const embedding = faceAtEdge(side);
        expect(Math.abs(Math.abs(lengthOf(embedding) - 1) - 1e-3)).toBeLessThan(1e-8);
        const { verificationId } = await verify(harness, undefined, { embedding });
        await verify(harness);
        const stored = await harness.receiver.readTemplate(verificationId);
        expect(lengthOf(stored ?? new Float32Array())).toBeCloseTo(1, 6);
      }
      await harness.receiver.upkeep();
      expect(failures(harness)).toEqual([]);
      await harness.close();
    }
  });

  it('is found after a restart, and after the matrix was renewed', async () => {
    const now = (): Date => new Date();
    const first = await startHarness({ databaseUrl: undefined, now });
    const faces = [faceAtEdge('longest'), faceAtEdge('shortest')];
    for (const [at, embedding] of faces.entries()) await verify(first, `old-${at}`, { embedding });
    await first.receiver.close();
    await rotated(first.context.config);
    const again = await reopened(first);
    for (const embedding of faces)
      expect((await verify(again, 'new', { embedding })).status).toBe('needs_review');
    await again.receiver.upkeep();
    expect(failures(again)).toEqual([]);
    await again.receiver.close();
  });
});

/** What it was sealed from is longer than any vector of the index. */
async function lengthen({ context }: Harness, verificationId: string): Promise<void> {
  const { database, config } = context;
  const long = newFace().map((component) => component * 1.1);
  const name = { verificationId, ...config.threshold };
  const { slotId, sealed } = await context.templates.seal(name, long);
  await database
    .update(templates)
    .set({ slotId, sealed })
    .where(eq(templates.verificationId, verificationId));
}

async function overwrite({ context }: Harness, verificationId: string): Promise<void> {
  await context.database
    .update(templates)
    .set({ sealed: new Uint8Array(40) })
    .where(eq(templates.verificationId, verificationId));
}

/** As if it were stored now. */
async function tellAgain({ context }: Harness, verificationId: string): Promise<void> {
  await context.database
    .insert(templateLog)
    .values({ kind: 'insert', verificationId, at: context.config.now() });
}

describe('a damaged template', () => {
  it('is left out, once and by its id, when it is followed and at a start, and all others are found', async () => {
    const now = (): Date => new Date();
    const first = await startHarness({ databaseUrl: undefined, now });
    const face = newFace();
    const [long, closed] = [await verify(first, 'a'), await verify(first, 'b')];
    await lengthen(first, long.verificationId);
    await overwrite(first, closed.verificationId);
    for (const { verificationId } of [long, closed]) await tellAgain(first, verificationId);
    await verify(first, 'c', { embedding: face });
    const leftOut = [
      { event: 'template.left_out', verificationId: long.verificationId, code: 'template.no_direction' },
      { event: 'template.left_out', verificationId: closed.verificationId, code: 'template.unopened' },
    ];
    await first.receiver.upkeep();
    expect(failures(first)).toEqual(expect.arrayContaining(leftOut));
    expect(failures(first)).toHaveLength(leftOut.length);
    await first.receiver.close();
    const again = await reopened(first);
    expect((await verify(again, 'd', { embedding: face })).status).toBe('needs_review');
    await again.receiver.upkeep();
    expect(failures(again)).toEqual(expect.arrayContaining(leftOut));
    expect(failures(again)).toHaveLength(leftOut.length);
    await again.receiver.close();
    await expect(rotated(again.context.config)).rejects.toThrow(closed.verificationId);
  });

  it('is no hit of the index pgvector, which compares with what is stored', async () => {
    const harness = await startHarness({ index: 'pgvector' });
    const embedding = newFace();
    const [long, closed] = [
      await verify(harness, 'a', { embedding }),
      await verify(harness, 'a', { embedding }),
    ];
    await lengthen(harness, long.verificationId);
    await overwrite(harness, closed.verificationId);
    expect((await verify(harness, 'b', { embedding })).status).toBe('no_duplicate');
    expect((await verify(harness, 'c', { embedding })).status).toBe('needs_review');
    expect(failures(harness).map(({ event }) => event)).toEqual(['template.left_out', 'template.left_out']);
    await harness.close();
  });
});

import { expect, it } from 'vitest';
import { verify } from '../testing/cases.fixture.js';
import { faceAtEdge } from '../testing/edge-face.fixture.js';
import { startHarness } from '../testing/harness.fixture.js';
import { lengthOf } from './unit-vector.js';

/** With more matrices, after restarts, and with what is damaged: left-out.machines.test.ts. */
it('a template at the edge of the tolerance is stored at unit length, and stops no comparison after it', async () => {
  const harness = await startHarness({ search: {} });
  for (const side of ['longest', 'shortest', 'longest'] as const) {
    const embedding = faceAtEdge(side);
    expect(Math.abs(Math.abs(lengthOf(embedding) - 1) - 1e-3)).toBeLessThan(1e-8);
    const { verificationId } = await verify(harness, undefined, { embedding });
    const stored = await harness.receiver.readTemplate(verificationId);
    expect(lengthOf(stored ?? new Float32Array())).toBeCloseTo(1, 6);
    await verify(harness);
  }
  await harness.receiver.upkeep();
  expect(harness.logged.filter(({ event }) => event === 'failed' || event === 'template.left_out')).toEqual(
    [],
  );
  await harness.close();
});

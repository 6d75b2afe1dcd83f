import { afterEach, describe, expect, it } from 'vitest';
import { exampleOperators } from '../envelope/wire.fixture.js';
import { consented, endAll, untilReview } from './flow-steps.fixture.js';
import { Stages } from './port-doubles.fixture.js';
import { DISCOVERY } from './samples.fixture.js';

afterEach(endAll);

/** With three operators named, and without. */
async function discoveryFor(kind: 'whole' | 'kept') {
  const { operators } = await exampleOperators('x25519');
  return kind === 'whole' ? DISCOVERY : { ...DISCOVERY, operators };
}

describe('the template of a check', () => {
  it.each([
    ['comes to the page where the receiver keeps it', 'whole'],
    ['is kept by a worker where three operators are named', 'kept'],
  ] as const)('%s', async (_name, kind) => {
    const stages = new Stages();
    const discovery = await discoveryFor(kind);
    stages.discover = async () => discovery;
    await untilReview(await consented(stages));
    expect(stages.template).toBe(kind);
    expect(stages.sealed).toBe(1);
  });

  it.each(['whole', 'kept'] as const)('is wiped, %s, where the clip must be recorded again', async (kind) => {
    const stages = new Stages();
    stages.redo = true;
    const discovery = await discoveryFor(kind);
    stages.discover = async () => discovery;
    await untilReview(await consented(stages));
    expect(stages).toMatchObject({ sealed: 0, templatesWiped: 1 });
  });
});

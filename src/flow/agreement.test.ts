import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CandorError } from '../core/errors.js';
import type { Discovery } from '../envelope/wire.js';
import { CONSENT, endAll, start, until, untilReady, untilReview } from './flow-steps.fixture.js';
import { Stages } from './port-doubles.fixture.js';
import { DISCOVERY } from './samples.fixture.js';

/** A page that stands open, or sleeps, before the seller agrees: what they agree to is what the receiver says then. */

afterEach(endAll);

const KEY = { kid: 'newer' } as unknown as Discovery['keys'][number]; // passed on, not read

function withVersion(version: string): Discovery {
  const { en, de } = DISCOVERY.notices;
  return {
    ...DISCOVERY,
    notices: { en: { ...en, version }, de: { ...de, version } } as Discovery['notices'],
  };
}

let stages: Stages;
beforeEach(() => {
  stages = new Stages();
  // As the real one: another notice, another hash.
  Object.assign(stages.ports.envelope, { hash: async ({ version }: { version: string }) => version });
});

describe('agreeing', () => {
  const withSearch = (fpir: number): Discovery => ({
    ...DISCOVERY,
    search: { scope: 'gallery', templates: 1_000, overall: { falseHits: fpir, fpir }, worstGroup: null },
  });

  const OTHER = { ...DISCOVERY.threshold, value: 0.8 };

  it.each<[string, Discovery, Discovery]>([
    ['the threshold is another', DISCOVERY, { ...DISCOVERY, threshold: OTHER }],
    ['a seller’s rate is more than a tenth higher', withSearch(0.01), withSearch(0.012)],
    ['a search is named', DISCOVERY, withSearch(0.01)],
  ])('where %s by now leads back to the notice, which says so', async (_name, read, now) => {
    stages.discover = async () => read;
    const flow = start(stages);
    await until(flow, 'notice');
    stages.discover = async () => now;
    flow.send(CONSENT);
    await vi.waitFor(() =>
      expect(flow.getState()).toMatchObject({
        kind: 'notice',
        view: { threshold: now.threshold, search: now.search ?? null },
      }),
    );
    expect(stages.camerasOpened).toBe(0);
    flow.send(CONSENT);
    await untilReady(flow);
  });

  it('holds with how many the notice said that the seller is compared, whatever the receiver says by then', async () => {
    const give = vi.spyOn(stages.ports.consent, 'give');
    const [read, now] = [withSearch(0.001), withSearch(0.0011)];
    stages.discover = async () => read;
    const flow = start(stages);
    await until(flow, 'notice');
    stages.discover = async () => ({ ...now, search: now.search && { ...now.search, templates: 1_100 } });
    flow.send(CONSENT);
    await untilReady(flow);
    expect(give.mock.calls[0]?.[2].search).toEqual({ scope: 'gallery', templates: 1_000 });
  });

  it.each([
    ['is about the same', 0.02, 0.0215],
    ['is small', 0.001, 0.002],
  ])('goes on where some sellers have come and the rate %s', async (_name, read, now) => {
    stages.discover = async () => withSearch(read);
    const flow = start(stages);
    await until(flow, 'notice');
    stages.discover = async () => withSearch(now);
    flow.send(CONSENT);
    await untilReady(flow);
  });

  it('asks the receiver anew, and seals with the keys that it has now', async () => {
    const seal = vi.spyOn(stages.ports.envelope, 'seal');
    const flow = start(stages);
    await until(flow, 'notice');
    stages.discover = async () => ({ ...DISCOVERY, keys: [KEY] });
    flow.send(CONSENT);
    await untilReview(flow);
    expect(seal.mock.calls[0]?.[0].discovery.keys).toEqual([KEY]);
  });

  it('is dated after the receiver’s answer, which says what time it is', async () => {
    const give = vi.spyOn(stages.ports.consent, 'give');
    const flow = start(stages);
    await until(flow, 'notice');
    stages.discover = async () => {
      stages.receiverNow = new Date('2026-01-01T09:00:00.500Z');
      return DISCOVERY;
    };
    flow.send(CONSENT);
    await until(flow, 'positioning');
    expect(give.mock.calls[0]?.[2].givenAt).toBe('2026-01-01T09:00:00.000Z');
  });

  it('to a notice that was replaced meanwhile leads to the new one, in the same language, and opens no camera', async () => {
    const give = vi.spyOn(stages.ports.consent, 'give');
    const flow = start(stages);
    await until(flow, 'notice');
    flow.send({ type: 'set-locale', locale: 'de' });
    stages.discover = async () => withVersion('newer');
    flow.send(CONSENT);
    await vi.waitFor(() =>
      expect(flow.getState()).toMatchObject({
        kind: 'notice',
        view: { locale: 'de', notice: { version: 'newer' } },
      }),
    );
    expect([stages.camerasOpened, give.mock.calls.length]).toEqual([0, 0]);
    flow.send(CONSENT);
    await untilReady(flow);
    expect(give.mock.calls[0]?.[0].version).toBe('newer');
  });

  it('is told the usual way where the receiver cannot be asked, and may be tried again', async () => {
    const flow = start(stages);
    await until(flow, 'notice');
    stages.discover = () => Promise.reject(new CandorError('discovery.unreachable'));
    flow.send(CONSENT);
    await until(flow, 'failed');
    expect(flow.getState()).toMatchObject({ error: { code: 'discovery.unreachable' }, retryable: true });
    expect(stages.camerasOpened).toBe(0);
    stages.discover = async () => DISCOVERY;
    flow.send({ type: 'retry' });
    await until(flow, 'notice');
  });

  it('can be taken back while the receiver is asked', async () => {
    const flow = start(stages);
    await until(flow, 'notice');
    stages.discover = () => new Promise(() => {});
    flow.send(CONSENT);
    await until(flow, 'downloading');
    flow.send({ type: 'cancel' });
    await until(flow, 'cancelled');
    expect(stages.camerasOpened).toBe(0);
  });
});

describe('trying again after a failure', () => {
  async function failedAfterConsent() {
    const flow = start(stages);
    await until(flow, 'notice');
    stages.openCamera = () => Promise.reject(new CandorError('camera.in_use'));
    flow.send(CONSENT);
    await until(flow, 'failed');
    stages.openCamera = null;
    return flow;
  }

  it('goes on under the agreement that stands, with what the receiver says now', async () => {
    const seal = vi.spyOn(stages.ports.envelope, 'seal');
    const give = vi.spyOn(stages.ports.consent, 'give');
    const flow = await failedAfterConsent();
    stages.discover = async () => ({ ...DISCOVERY, keys: [KEY] });
    flow.send({ type: 'retry' });
    await untilReview(flow);
    expect(seal.mock.calls[0]?.[0].discovery.keys).toEqual([KEY]);
    expect(give).toHaveBeenCalledOnce();
  });

  it('asks the seller again where the notice is another one by then', async () => {
    const flow = await failedAfterConsent();
    stages.discover = async () => withVersion('newer');
    flow.send({ type: 'retry' });
    await until(flow, 'notice');
    expect(flow.getState()).toMatchObject({ view: { notice: { version: 'newer' } } });
    expect(stages.camerasOpen).toBe(0);
  });
});

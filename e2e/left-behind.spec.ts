import { expect, type Page, type Route } from '@playwright/test';
import { startTestReceiver, type TestReceiver } from '../tools/lab/receiver.js';
import { test, type Visit } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';
import { toReview } from './support/steps.js';
import { heldBy } from './support/vault.js';

/** What a verification leaves in the browser when it could not be delivered, and whose that is. */

type Use = (own: TestReceiver) => Promise<void>;

async function withReceiver(use: Use): Promise<void> {
  const own = await startTestReceiver();
  try {
    await use(own);
  } finally {
    await own.remove();
  }
}

function signIn(page: Page, subject: string): Promise<void> {
  return page.evaluate((who) => window.signIn(who), subject);
}

const refuse = (route: Route): Promise<void> => route.abort();

/** Records, keeps the clip, and presses send while nothing arrives. The page goes on trying: nothing arrives from it. */
async function sendInVain({ page, widget }: Visit): Promise<void> {
  await toReview(widget);
  await widget.action('keep-clip').click();
  await expect(widget.action('keep-clip')).toHaveAttribute('data-value', 'kept');
  await page.route('**/verifications', refuse);
  await widget.action('send').click();
  await widget.expectFailed('submit.network');
}

const endpointOf = ({ url }: TestReceiver): string => `endpoint=${encodeURIComponent(url)}`;

test('what one seller could not deliver is neither shown to nor sent nor deleted by the next one', async ({
  launchWith,
  sites,
}) => {
  test.setTimeout(180_000);
  await withReceiver(async (own) => {
    const open = await launchWith({ clip: CLIPS.answering });
    const visit = await open(`${sites.pages}/?as=signed-in&subject=ada&${endpointOf(own)}`);
    const { page, widget, network } = visit;
    const note = widget.root.locator('[data-undelivered]');
    await sendInVain(visit);
    const all = { outbox: 1, sent: 1, receipts: 0, clips: 1 };
    expect(await heldBy(page)).toEqual(all);

    await test.step('another seller signs in on the same page, agrees, and says no', async () => {
      const before = network.all().length;
      await signIn(page, 'bao');
      await widget.agree();
      await widget.expectState('positioning');
      await widget.action('opt-out').click();
      await expect(widget.root.locator('[data-aftermath]')).toHaveAttribute('data-aftermath', 'nothing-sent');
      expect(network.to(own.url, before).filter((line) => !line.startsWith('GET'))).toEqual([
        'POST /opt-outs',
      ]);
      expect(await heldBy(page)).toEqual(all);
    });

    await test.step('it is there for the first one, who may say no: then nothing of it is left', async () => {
      await page.reload();
      await expect(note).toHaveAttribute('data-undelivered', 'waiting');
      await widget.action('opt-out').click();
      await expect(widget.root.locator('[data-aftermath]')).toHaveAttribute(
        'data-aftermath',
        'nothing-stored',
      );
      expect(await heldBy(page)).toEqual({ outbox: 0, sent: 0, receipts: 0, clips: 0 });
    });

    await test.step('a new agreement afterwards is a new check', async () => {
      await page.reload();
      await widget.agree();
      await widget.expectState('positioning');
      expect(own.received()).toBe(0);
    });
  });
});

test('what could not be delivered goes out by the seller’s own press, from one tab of two', {
  tag: '@slow',
}, async ({ launchWith, sites }) => {
  test.setTimeout(180_000);
  await withReceiver(async (own) => {
    const open = await launchWith({ clip: CLIPS.answering });
    const visit = await open(`${sites.demo}/?subject=ada&${endpointOf(own)}`);
    const { page, widget, network } = visit;
    await sendInVain(visit);
    const before = network.all().length;
    await page.reload();
    await page.unroute('**/verifications', refuse);
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    for (const one of [page, tab]) await expect(one.locator('[data-undelivered]')).toBeVisible();
    await Promise.all([page, tab].map((one) => one.locator('[data-action="send"]').click()));
    for (const one of [page, tab]) {
      await expect(one.locator('[data-state]').first()).toHaveAttribute('data-state', 'done');
    }
    expect(network.to(own.url, before).filter((line) => line.startsWith('POST'))).toEqual([
      'POST /verifications',
    ]);
    expect(own.received()).toBe(1);
    await widget.action('withdraw').click();
    await widget.expectState('withdrawn');
    expect(await heldBy(page)).toEqual({ outbox: 0, sent: 0, receipts: 0, clips: 0 });
  });
});

test('what arrived although its answer was lost is found and deleted, without being sent again', {
  tag: '@slow',
}, async ({ launchWith, sites }) => {
  test.setTimeout(180_000);
  await withReceiver(async (own) => {
    const open = await launchWith({ clip: CLIPS.answering });
    const { page, widget, network } = await open(`${sites.demo}/?subject=ada&${endpointOf(own)}`);
    await toReview(widget);
    const swallow = async (route: Route): Promise<void> => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      await route.abort();
    };
    await page.route('**/verifications', swallow);
    await widget.action('send').click();
    await widget.expectFailed('submit.network');
    expect(own.received(), 'it arrived, and the seller does not know').toBe(1);

    // First: the page that the seller sent from would deliver it.
    await page.reload();
    await page.unroute('**/verifications', swallow);
    const before = network.all().length;
    await page.route('**/sessions/*', (route) => route.abort());
    await widget.expectState('notice');
    await widget.action('opt-out').click();
    const aftermath = widget.root.locator('[data-aftermath]');
    await expect(aftermath, 'nobody says that nothing was sent').toHaveAttribute(
      'data-aftermath',
      'may-have-arrived',
    );
    await page.unroute('**/sessions/*');
    await widget.action('withdraw').click();
    await expect(aftermath).toHaveAttribute('data-aftermath', 'nothing-stored');
    expect(own.withdrawn()).toBe(1);
    const sent = network
      .all()
      .slice(before)
      .filter(({ method }) => method === 'POST');
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual(['/opt-outs']);
  });
});

test('a browser that keeps nothing does not say “kept”, and loses nothing else by it', {
  tag: '@slow',
}, async ({ launchWith }) => {
  const open = await launchWith({
    clip: CLIPS.answering,
    initScript: 'IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); };',
  });
  const { widget } = await open();
  await toReview(widget);
  await widget.action('keep-clip').click();
  await expect(widget.action('keep-clip')).toHaveAttribute('data-value', 'refused');
  await widget.action('send').click();
  await widget.expectState('done');
});

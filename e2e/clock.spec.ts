import { expect } from '@playwright/test';
import { openEnvelope } from '../tools/lab/open-envelope.js';
import { startTestReceiver } from '../tools/lab/receiver.js';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';
import { toReview } from './support/steps.js';

/** A device whose clock is days off, and is set while somebody sits before it. */

const DAY_MS = 86_400_000;
const OFF_BY = 'device-is-off-by-ms';

/** What the page takes for the time of day is off by what the browser's storage says, from moment to moment. */
const SHIFTED_DATE = `{
  const True = Date;
  const offMs = () => Number(localStorage.getItem('${OFF_BY}') ?? ${-40 * DAY_MS});
  globalThis.Date = class Date extends True {
    constructor(...given) {
      super(...(given.length === 0 ? [Date.now()] : given));
    }
    static now() {
      return True.now() + offMs();
    }
  };
}`;

test('days slow, then days fast: a new key is taken, nothing expires, and no request says how far the device is off', {
  tag: '@slow',
}, async ({ launchWith, sites }) => {
  const own = await startTestReceiver();
  try {
    const open = await launchWith({ clip: CLIPS.answering, initScript: SHIFTED_DATE });
    const { page, widget, network } = await open(
      `${sites.demo}/?subject=ada&endpoint=${encodeURIComponent(own.url)}`,
    );
    expect(await page.evaluate(() => Date.now())).toBeLessThan(Date.now() - 39 * DAY_MS);
    await toReview(widget);

    await page.evaluate(([name, ms]) => localStorage.setItem(name, ms), [
      OFF_BY,
      String(40 * DAY_MS),
    ] as const);
    await own.stop();
    await widget.action('send').click();
    await widget.expectFailed('submit.network');
    const address = page.url();
    // First: the page that the seller sent from would deliver it.
    await page.goto('about:blank');
    await own.start();
    await page.goto(address);
    expect(await page.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + 39 * DAY_MS);
    await widget.action('send').click();
    await widget.expectState('done');
    expect(own.received()).toBe(1);

    const { audience } = await (await fetch(`${own.url}/.well-known/candor`)).json();
    const sent = network
      .all()
      .flatMap(({ method, url, body }) =>
        method === 'POST' && url.endsWith('/verifications') && body !== null ? [body] : [],
      );
    expect(sent.length).toBeGreaterThan(0);
    for (const body of sent) {
      const { header } = JSON.parse(body.toString());
      const { payload } = await openEnvelope(body, await own.readKeys(), audience);
      for (const stated of [header.createdAt, payload.consent.givenAt]) {
        expect(stated).toMatch(/:\d\d\.000Z$/);
        expect(Math.abs(Date.parse(stated) - Date.now())).toBeLessThan(5 * 60_000);
      }
    }
  } finally {
    await own.remove();
  }
});

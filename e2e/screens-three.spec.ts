import { mkdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { Visit } from './support/candor-test.js';
import { CLIPS, READY } from './support/clips.js';
import { faultsOn } from './support/look.js';
import { test } from './support/operators-test.js';
import { SCREENS_FOLDER, SCREENS_LANGUAGES, SCREENS_TAGS, writeScreensPage } from './support/screens-page.js';

/** `npm run screens`, its third part: what is different where three operators keep the template, from the notice to the withdrawal, and
 * when one of them is away. */

/** A receiver believes that the three are there for half a minute, ms. */
const BELIEVED_MS = 31_000;

test.describe.configure({ timeout: 300_000 });
test.beforeAll(() => void mkdirSync(SCREENS_FOLDER, { recursive: true }));
test.afterAll(() => writeScreensPage());

async function look({ page }: Visit, name: string): Promise<void> {
  expect.soft(await faultsOn(page, { name, pictures: SCREENS_FOLDER })).toEqual([]);
}

for (const locale of SCREENS_LANGUAGES)
  test(`three operators, from the notice to the withdrawal, ${locale}`, { tag: SCREENS_TAGS }, async ({
    launchWith,
    demo,
  }) => {
    const open = await launchWith({ clip: CLIPS.answering });
    const visit = await open(`${demo.url}/?locale=${locale}&subject=screens-${locale}`);
    const { widget } = visit;
    await widget.expectState('notice');
    await look(visit, `three-01-notice.${locale}`);
    await widget.agree();
    await widget.record(READY);
    await look(visit, `three-02-review.${locale}`);
    await widget.action('send').click();
    await widget.expectState('done');
    await look(visit, `three-03-done.${locale}`);
    await widget.action('my-data').click();
    await expect(widget.root.locator('[data-record]')).toBeVisible();
    await look(visit, `three-04-my-data.${locale}`);
    await widget.action('withdraw').click();
    await widget.expectState('withdrawn');
    await look(visit, `three-05-withdrawn.${locale}`);
  });

test('three operators of whom one is away, before the recording', { tag: SCREENS_TAGS }, async ({
  launchWith,
  trio,
  demo,
}) => {
  const pid = trio.nodes.pidOf(1);
  if (pid === null) throw new TypeError('no process');
  process.kill(pid, 'SIGSTOP');
  try {
    await wait(BELIEVED_MS);
    const open = await launchWith({ clip: CLIPS.answering });
    for (const locale of SCREENS_LANGUAGES) {
      const visit = await open(`${demo.url}/?locale=${locale}&subject=away-${locale}`);
      await visit.widget.agree();
      await visit.widget.startAt(READY);
      await visit.widget.expectFailed('session.unreachable');
      await look(visit, `three-06-away.${locale}`);
    }
  } finally {
    process.kill(pid, 'SIGCONT');
  }
});

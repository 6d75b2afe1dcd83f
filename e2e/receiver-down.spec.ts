import { expect } from '@playwright/test';
import { startTestReceiver } from '../tools/lab/receiver.js';
import { test } from './support/candor-test.js';
import { CLIPS } from './support/clips.js';
import { toReview } from './support/steps.js';

/** The network or the receiver fails: nothing of the seller's is lost. */

test.describe('a receiver that is down', () => {
  test('before the notice: says so, and is asked again', async ({ launchWith, sites }) => {
    const own = await startTestReceiver();
    try {
      await own.stop();
      const open = await launchWith({ clip: null });
      const { widget } = await open(`${sites.demo}/?endpoint=${encodeURIComponent(own.url)}`);
      await widget.expectFailed('discovery.unreachable');
      await own.start();
      await widget.action('retry').click();
      await widget.expectState('notice');
    } finally {
      await own.remove();
    }
  });

  test('at the moment of sending: nothing is lost, it goes out by itself, and nothing is sent twice', {
    tag: '@slow',
  }, async ({ launchWith, sites }) => {
    const own = await startTestReceiver();
    try {
      const open = await launchWith({ clip: CLIPS.answering });
      const { widget, network } = await open(`${sites.demo}/?endpoint=${encodeURIComponent(own.url)}`);
      await toReview(widget);
      await own.stop();
      await widget.action('send').click();
      await widget.expectFailed('submit.network');
      await own.start();
      await widget.expectState('done');
      const bodies = network
        .all()
        .filter(({ url, method }) => method === 'POST' && url.endsWith('/verifications'));
      expect(new Set(bodies.map(({ body }) => body?.toString())).size).toBe(1);
      expect(own.received()).toBe(1);
    } finally {
      await own.remove();
    }
  });
});

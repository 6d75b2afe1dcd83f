import { expect } from '@playwright/test';
import { serveApp } from '../tools/start/serve-app.js';
import { makeSlower } from './support/busy.js';
import { test } from './support/candor-test.js';
import { CLIPS, READY } from './support/clips.js';
import { compressedSite } from './support/compressed-site.js';
import { type Line, relayTo } from './support/slow-line.js';

/** What a slow line and a slow machine cost, for docs/phones.md: the lines that this prints. Nothing here fails for being slow: it fails
 * where a seller gets no verdict. */

/** Lighthouse's “slow 4G”. */
const SLOW_4G: Line = { kbitPerS: 1_600, roundTripMs: 150 };
const FAST: Line = { kbitPerS: 100_000, roundTripMs: 5 };

/** A word about a picture. */
const GUIDANCE = /^(?!preparing$|camera\.no_frames$)/;

const KINDS = [
  { name: 'a quick line, this machine', line: FAST, times: 1 },
  { name: 'slow 4G, this machine', line: SLOW_4G, times: 1 },
  { name: 'slow 4G, about 4 times slower', line: SLOW_4G, times: 4 },
  { name: 'a quick line, about 6 times slower', line: FAST, times: 6 },
] as const;

for (const { name, line, times } of KINDS) {
  test(`from a cold cache to a verdict: ${name}`, { tag: '@slow' }, async ({ launchWith, receiver }) => {
    test.setTimeout(600_000);
    const site = await serveApp(await compressedSite(receiver.url), 0);
    const relay = await relayTo(Number(new URL(site.url).port), line);
    const launch = await launchWith({ clip: CLIPS.answering });
    const machine = makeSlower(times);
    try {
      const startMs = performance.now();
      const seconds = (): string => ((performance.now() - startMs) / 1_000).toFixed(1);
      const { widget } = await launch(`http://localhost:${relay.port}/`);
      await widget.expectState('notice', 120_000);
      const steps = [`notice ${seconds()} s`];
      await widget.action('consent').click();
      const agreedMs = performance.now();
      const sinceAgreed = (): string => ((performance.now() - agreedMs) / 1_000).toFixed(1);
      await expect(widget.root.locator('[data-hint]')).toHaveAttribute('data-hint', GUIDANCE, {
        timeout: 240_000,
      });
      steps.push(`first guidance ${sinceAgreed()} s after the yes, ${(relay.bytes() / 1e6).toFixed(1)} MB`);
      await expect(widget.action('start')).not.toHaveAttribute('aria-disabled', 'true', { timeout: 240_000 });
      steps.push(`start ${sinceAgreed()} s`);
      const recordings = await widget.record(READY);
      const verdict = await widget.root.getAttribute('data-verdict');
      const reasons = (await widget.findings()).join(' ');
      steps.push(`${verdict} ${sinceAgreed()} s (${recordings} recorded) ${reasons}`);
      expect(verdict).toMatch(/^(live|not-live|inconclusive)$/);
      expect(reasons).not.toContain('frames.too_few');
      // Who moved too early is asked to record again: the drawn person does not wait for a slow machine.
      if (await widget.action('send').isVisible()) {
        await widget.action('send').click();
        await widget.expectState('done', 60_000);
        steps.push(`done ${sinceAgreed()} s, ${(relay.bytes() / 1e6).toFixed(1)} MB`);
      }
      console.log(`${name}: ${steps.join('; ')}`);
    } finally {
      machine.stop();
      await relay.close();
      await site.close();
    }
  });
}

import { expect } from '@playwright/test';
import { test } from './support/candor-test.js';
import { CLIPS, OUT_OF_FOCUS, PRINT_TURNED, READY, STANDING_STILL } from './support/clips.js';
import { openSent } from './support/open-sent.js';

/** One attack for each thing that can follow, through the whole widget: a cue that is not answered, a picture too poor to
 * compare (requirement Q-05), pictures that repeat, another person. `npm run test:attacks` plays all attacks to the worker,
 * and `npm test` judges what that measured. */

/** What the verdict is, what the seller is told, and whether it may be sent to a person who looks. */
const ATTACKS = [
  ['a print that is turned as asked', PRINT_TURNED, 'not-live', /challenge\.(missing|wrong)/, 'redo'],
  ['a picture that goes out of focus', OUT_OF_FOCUS, 'inconclusive', /image\.blurry/, 'redo'],
  ['a picture that stands still until the first cue', STANDING_STILL, 'not-live', /repeat\./, 'send'],
  ['another person from the middle on', CLIPS.takenOver, 'not-live', /continuity\.changed/, 'send'],
] as const;

for (const [what, clip, verdict, reason, next] of ATTACKS) {
  test(`${what}: ${verdict}, and the reason is said`, { tag: '@slow' }, async ({ launchWith, receiver }) => {
    const { widget, network } = await (await launchWith({ clip }))();
    await widget.agree();
    await widget.record(READY);
    await widget.expectVerdict(verdict);
    expect((await widget.findings()).join(' ')).toMatch(reason);
    await expect(widget.action('redo')).toBeVisible();
    await expect(widget.action('send')).toHaveCount(next === 'send' ? 1 : 0);
    expect(network.to(receiver.url)).not.toContain('POST /verifications');
    if (next !== 'send') return;
    await widget.action('send').click();
    await widget.expectState('done');
    await expect(widget.action('contest')).toBeVisible();
    const { payload } = await openSent(network, receiver);
    expect(payload.liveness.verdict).toBe(verdict);
  });
}

import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { IDENTITIES } from '../src/testing/index.js';
import { type OpenedParts, openParts } from '../tools/lab/open-parts.js';
import type { TestTrio } from '../tools/lab/three-operators.js';
import { DEMO_OPERATORS } from '../tools/start/demo-operators.js';
import { PARTIES, type Party } from '../tools/start/share-nodes.js';
import type { Visit } from './support/candor-test.js';
import { answering, CLIPS, READY } from './support/clips.js';
import { test } from './support/operators-test.js';
import { CAN_READ_MEMORY, foundInMemory } from './support/process-memory.js';
import { fileOf } from './support/steps.js';
import { formsOf, foundInFolder, wordsOf } from './support/template-forms.js';
import { KEEP_WORKER_MESSAGES, templatesIn, workerMessages } from './support/worker-messages.js';

/** Nobody holds a face: three operators keep a part of it each, and the marketplace learns whether somebody was seen before. */

const NAMES = DEMO_OPERATORS.map(({ name }) => name);

/** What the seller holds in the end: the number and the token of the receipt. */
interface Sent {
  readonly id: string;
  readonly token: string;
}

async function verifyOn({ page, widget }: Visit): Promise<Sent> {
  await widget.agree();
  await widget.record(READY);
  await widget.expectVerdict('live');
  await widget.action('send').click();
  await widget.expectState('done');
  const file = await readFile(await fileOf(page, widget.action('download-receipt')), 'utf8');
  const { verificationId, removalToken } = JSON.parse(file).outcome;
  return { id: verificationId, token: removalToken };
}

async function recordOf({ receiver }: TestTrio, { id, token }: Sent): Promise<unknown> {
  const headers = { Authorization: `Bearer ${token}` };
  return (await fetch(`${receiver.url}/verifications/${id}`, { headers })).json();
}

const openSentParts = ({ network }: Visit, { keyFiles, audience, dim }: TestTrio): Promise<OpenedParts> =>
  openParts(network.only('POST', '/verifications').body ?? Buffer.alloc(0), keyFiles, audience, dim);

const paneOf = (page: Page, party: Party) => page.locator(`[data-operator="${party}"]`);

interface Needles {
  readonly template: Needle;
  readonly own: Needle;
  readonly next: Needle;
  readonly lacking: Needle;
}
type Needle = ReturnType<typeof formsOf>;

/** What to look for at an operator. */
function needlesFor(party: Party, parts: OpenedParts): Needles {
  const component = (step: number): Needle => wordsOf(componentOf(parts, party + step));
  return { template: formsOf(parts.template), own: component(0), next: component(1), lacking: component(2) };
}

/** Nothing of the template, nor of a component, is in an operator's files; by the same search, the model's name is. */
async function expectNothingInFolder({ nodes, modelId }: TestTrio, party: Party, parts: OpenedParts) {
  const name = NAMES[party];
  const folder = nodes.folderOf(party);
  const marker = new Map([['model', Buffer.from(modelId)]]);
  expect(await foundInFolder(folder, marker), `${name}: the search of its folder`).toEqual(['model']);
  for (const needles of Object.values(needlesFor(party, parts)))
    expect(await foundInFolder(folder, needles), `${name}: its folder`).toEqual([]);
}

/** Nothing of the template is in an operator's memory, nor the component that it lacks; by the same search, its two components are. */
async function expectOnlyItsPartInMemory({ nodes }: TestTrio, party: Party, parts: OpenedParts) {
  const name = NAMES[party];
  const pid = nodes.pidOf(party) ?? 0;
  const { template, own, next, lacking } = needlesFor(party, parts);
  for (const needles of [own, next])
    expect(await foundInMemory(pid, needles), `${name}: its own part`).toEqual(
      [...needles.keys()].toSorted(),
    );
  expect(await foundInMemory(pid, new Map([...template, ...lacking])), `${name}: its memory`).toEqual([]);
}

function componentOf({ components }: OpenedParts, number: number): Uint32Array {
  const component = components[number % components.length];
  if (component === undefined) throw new TypeError('three components');
  return component;
}

test('a face is kept in three parts that nobody of the three has together, and a withdrawal brings three receipts', async ({
  launchWith,
  trio,
  demo,
}) => {
  const open = await launchWith({ clip: CLIPS.answering, initScript: KEEP_WORKER_MESSAGES });
  const visit = await open(demo.url);
  const { page, widget, network } = visit;
  const sent = await verifyOn(visit);
  const parts = await openSentParts(visit, trio);
  expect(Math.hypot(...parts.template) / 8_192).toBeCloseTo(1, 2);

  // e2e/path.spec.ts finds the template by this search, where the page seals it.
  await test.step('the page has not heard the template from its workers', async () => {
    const { messages, large } = await workerMessages(page);
    expect(messages).toBeGreaterThan(50);
    expect(
      large.map(({ kind }) => kind),
      'the sealed parts',
    ).toContain('text');
    expect(templatesIn(large, parts.template)).toEqual([]);
    expect(network.all().some(({ url }) => url.includes('candor-share-worker'))).toBe(true);
  });

  await test.step('who is told of it, and what is in the panes', async () => {
    for (const party of PARTIES) {
      const pane = paneOf(page, party);
      await expect(pane.getByRole('heading')).toHaveText(NAMES[party] ?? '');
      await expect(pane.locator('[data-rows]')).toHaveAttribute('data-rows', '1');
      await expect(pane.locator('[data-deed="not-seen"]')).toHaveCount(1);
      const shown = (await pane.locator('code').textContent())?.split(' ').map(Number) ?? [];
      const at = componentOf(parts, party).indexOf(shown[0] ?? -1);
      expect([...componentOf(parts, party).subarray(at, at + shown.length)]).toEqual(shown);
    }
  });

  for (const party of PARTIES)
    await test.step(`no template at ${NAMES[party]}`, () => expectNothingInFolder(trio, party, parts));

  await test.step('withdrawn at all three', async () => {
    await widget.action('my-data').click();
    await widget.action('withdraw').click();
    await widget.expectState('withdrawn');
    const shares = PARTIES.map((party) => ({
      operator: party,
      name: NAMES[party],
      state: 'deleted',
      receipt: { type: 'candor/share-deletion/1', operator: party },
      signature: expect.any(String),
    }));
    const record = await recordOf(trio, sent);
    expect(record).toMatchObject({ state: 'withdrawn', shares });
    const file = await readFile(await fileOf(page, widget.action('download-deletion')), 'utf8');
    const { shares: kept } = JSON.parse(file);
    expect(record, 'the file has what each has signed').toMatchObject({ shares: kept });
    for (const party of PARTIES) {
      await expect(widget.root).toContainText(NAMES[party] ?? '');
      await expect(paneOf(page, party).locator('[data-rows]')).toHaveAttribute('data-rows', '0');
      await expect(paneOf(page, party).locator('[data-deed="deleted"]')).toHaveCount(1);
    }
  });
});

test('no operator has the template in its memory, nor the component that it lacks', {
  tag: '@slow',
}, async ({ launchWith, trio, demo }) => {
  test.skip(!CAN_READ_MEMORY, 'the memory of another process is read on Linux alone');
  const visit = await (await launchWith({ clip: CLIPS.answering }))(`${demo.url}/?subject=seller-0`);
  await verifyOn(visit);
  const parts = await openSentParts(visit, trio);
  for (const party of PARTIES)
    await test.step(`only its part at ${NAMES[party]}`, () => expectOnlyItsPartInMemory(trio, party, parts));
  await visit.widget.action('my-data').click();
  await visit.widget.action('withdraw').click();
  await visit.widget.expectState('withdrawn');
});

test('who verifies as two sellers is found by the three and named to a reviewer; another person is not', {
  tag: '@slow',
}, async ({ launchWith, trio, demo }) => {
  test.setTimeout(240_000);
  const open = await launchWith({ clip: CLIPS.answering });
  const first = await verifyOn(await open(`${demo.url}/?subject=seller-1`));
  expect(await recordOf(trio, first)).toMatchObject({ status: 'no_duplicate', review: null });
  const visit = await open(`${demo.url}/?subject=seller-2`);
  const second = await verifyOn(visit);
  expect(await recordOf(trio, second)).toMatchObject({ status: 'needs_review', review: { state: 'open' } });
  for (const party of PARTIES)
    await expect(paneOf(visit.page, party).locator('[data-deed="seen"]')).toHaveCount(1);

  const reviewer = await visit.page.context().newPage();
  await reviewer.goto(trio.receiver.reviewUrl());
  await reviewer.locator('[data-case] a').click();
  for (const seller of ['seller-1', 'seller-2']) await expect(reviewer.locator('body')).toContainText(seller);

  const openOther = await launchWith({ clip: answering({ identity: IDENTITIES.bao }) });
  const other = await verifyOn(await openOther(`${demo.url}/?subject=seller-3`));
  expect(await recordOf(trio, other)).toMatchObject({ status: 'no_duplicate', review: null });
});

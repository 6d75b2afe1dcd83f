// @vitest-environment jsdom
import { cleanup, configure, render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OUTCOME } from '../flow/samples.fixture.js';
import { SellerVerification, simulateVerification } from '../testing/jsdom/index.js';
import { ELEMENT_NAME } from './element.js';

vi.mock('../flow/wire-up.js', () => import('../testing/jsdom/wire-up.js'));
vi.mock('../flow/desk-wire-up.js', () => import('../testing/jsdom/desk-wire-up.js'));

// The clip's fifty pictures come as fast as the machine is free.
configure({ asyncUtilTimeout: 10_000 });

const EVENTS = ['statechange', 'done', 'optout', 'error', 'cancel', 'step'];

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

function textOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(file);
  });
}

/** Everything that can be read of a value, the files in it among it: JSON makes `{}` of a file. */
async function allOf(value: unknown, seen = new Set<unknown>()): Promise<string> {
  if (value instanceof Blob) return textOf(value);
  if (typeof value !== 'object' || value === null || seen.has(value)) return String(value);
  seen.add(value);
  const parts = await Promise.all(Reflect.ownKeys(value).map((key) => allOf(Reflect.get(value, key), seen)));
  return parts.join('\n');
}

type Whole = readonly { readonly kind?: string }[];

/** All that callbacks are told until the receipt is there. */
async function toldToCallbacks(handOverToken: boolean): Promise<Whole> {
  const told: { readonly kind?: string }[] = [];
  const hear = (what: unknown): void => void told.push(what as { readonly kind?: string });
  const verification = simulateVerification();
  render(
    <SellerVerification
      endpoint="https://verify.example"
      handOverToken={handOverToken}
      {...{ onUpdate: hear, onStateChange: hear, onDone: hear, onEvent: hear }}
    />,
  );
  await verification.finish(OUTCOME.status);
  await vi.waitFor(() => expect(told.some(({ kind }) => kind === 'done')).toBe(true));
  expect(await allOf(verification.state), 'the reading of the seller’s file').toContain(OUTCOME.removalToken);
  return told;
}

async function toldToListeners(handOverToken: boolean): Promise<Whole> {
  const told: { readonly kind?: string }[] = [];
  const verification = simulateVerification();
  const element = Object.assign(document.createElement(ELEMENT_NAME), {
    endpoint: 'https://verify.example',
    handOverToken,
  });
  for (const name of EVENTS)
    element.addEventListener(name, (event: Event) => told.push((event as CustomEvent).detail));
  document.body.append(element);
  await verification.finish(OUTCOME.status);
  await vi.waitFor(() => expect(told.some(({ kind }) => kind === 'done')).toBe(true));
  return told;
}

describe.each([
  ['callbacks', toldToCallbacks],
  ['the listeners of the element', toldToListeners],
])('the seller’s token', (whom, go) => {
  it(`is in nothing that ${whom} are told, not in a file either`, async () => {
    expect(await allOf(await go(false))).not.toContain(OUTCOME.removalToken);
  });

  it(`is told to ${whom} of a page that asks for it, with the file`, async () => {
    const done = (await go(true)).find(({ kind }) => kind === 'done');
    expect(done).toMatchObject({ receipt: { outcome: OUTCOME }, receiptFile: expect.any(Blob) });
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { printPaper } from './print-paper.js';

/** What stays of a printing on the page; what is printed is for e2e/seller-side.spec.ts. */

let copies: Set<unknown>;
let page: { adoptedStyleSheets: unknown[] };
let printing: EventTarget & { print(): void };

beforeEach(() => {
  vi.useFakeTimers();
  copies = new Set();
  const createElement = () => {
    const copy = {
      append: () => {},
      remove: (): void => {
        copies.delete(copy);
      },
    };
    return copy;
  };
  page = { adoptedStyleSheets: [] };
  vi.stubGlobal(
    'document',
    Object.assign(page, { createElement, body: { append: (copy: unknown) => copies.add(copy) } }),
  );
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync(): void {}
    },
  );
  printing = Object.assign(new EventTarget(), { print: () => {} });
  vi.stubGlobal('window', printing);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const PAPER = { cloneNode: () => ({}) } as unknown as Element; // only copied

function left() {
  return { copies: copies.size, sheets: page.adoptedStyleSheets.length };
}

it('leaves nothing where nothing is printed, as in a sandboxed frame without allow-modals', () => {
  for (let press = 0; press < 3; press += 1) printPaper(PAPER);
  vi.advanceTimersByTime(10_000);
  expect(left()).toEqual({ copies: 0, sheets: 0 });
});

it('leaves the copy for as long as the dialog is open, also where it opens late', () => {
  printPaper(PAPER);
  vi.advanceTimersByTime(3_000);
  printing.dispatchEvent(new Event('beforeprint'));
  vi.advanceTimersByTime(60_000);
  expect(left()).toEqual({ copies: 1, sheets: 1 });
  printing.dispatchEvent(new Event('afterprint'));
  expect(left()).toEqual({ copies: 0, sheets: 0 });
});

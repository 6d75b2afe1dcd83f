import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Place, pageAround } from './page.js';

/** A page with a widget on it. What a browser says of what is drawn is looked at in e2e/leaving.spec.ts. */

beforeEach(() => {
  vi.stubGlobal('document', { visibilityState: 'visible' });
  vi.stubGlobal('window', { innerWidth: 390, innerHeight: 844 });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** As far as it is asked. */
function element(isDrawn: boolean, [width, height] = [390, 700]): Element {
  return {
    nodeType: 1,
    checkVisibility: () => isDrawn,
    getBoundingClientRect: () => ({ width, height }),
  } as unknown as Element;
}

describe('the place of the widget', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a ref', { current: element(false) }],
    ['a word', 'candor'],
    ['a text node', { nodeType: 3 }],
  ])('is not known where the page hands over %s', (_, given) => {
    const place = (() => given) as Place; // as a page without types passes it
    expect(pageAround(place).presence()).toBe('shown');
  });

  it('is not known where the page throws', () => {
    const place = (): never => {
      throw new TypeError('ref is undefined');
    };
    expect(pageAround(place).presence()).toBe('shown');
  });

  it('is looked at where it is an element', () => {
    expect(pageAround(() => element(true)).presence()).toBe('shown');
    expect(pageAround(() => element(false)).presence()).toBe('hidden');
  });
});

describe('a widget that is drawn, as the browser says,', () => {
  it('is not seen without any size', () => {
    expect(pageAround(() => element(true, [0, 0])).presence()).toBe('hidden');
    expect(pageAround(() => element(true, [390, 0])).presence()).toBe('shown');
  });

  it.each([
    [0, 0],
    [390, 0],
    [0, 844],
  ])('is not seen in a frame of %i × %i', (innerWidth, innerHeight) => {
    vi.stubGlobal('window', { innerWidth, innerHeight });
    expect(pageAround(() => element(true)).presence()).toBe('hidden');
    expect(pageAround().presence()).toBe('hidden');
  });

  it.each([
    ['faded out', element(false), null],
    ['in another one that is faded out', element(true), element(false)],
  ])('is not seen in a frame that is %s', (_, frameElement, around) => {
    const parent = { frameElement: around, parent: {} };
    vi.stubGlobal('window', { innerWidth: 390, innerHeight: 844, frameElement, parent });
    expect(pageAround(() => element(true)).presence()).toBe('hidden');
  });

  it('is seen in a frame that is drawn, and in one of which the page around tells nothing', () => {
    const parent = {
      get frameElement(): never {
        throw new DOMException('Blocked a frame from accessing a cross-origin frame.', 'SecurityError');
      },
    };
    const size = { innerWidth: 390, innerHeight: 844 };
    vi.stubGlobal('window', { ...size, frameElement: element(true), parent });
    expect(pageAround(() => element(true)).presence()).toBe('shown');
    vi.stubGlobal('window', { ...size, frameElement: null });
    expect(pageAround(() => element(true)).presence()).toBe('shown');
  });
});

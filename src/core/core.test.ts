import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sleep, withTimeout } from './abort.js';
import { fromBase64Url, toBase64Url, toHex, utf8, wipe } from './bytes.js';
import { asCandorError, CandorError, ERROR_CODES, isErrorCode } from './errors.js';
import { median } from './geometry.js';
import { shownAddress } from './shown-address.js';
import { WIDGET } from './version.js';

describe('the widget name', () => {
  it('carries the version of package.json', () => {
    const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(WIDGET).toBe(`${name}/${version}`);
  });
});

describe('base64url', () => {
  it('round-trips any bytes, without padding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase64Url(bytes);
        expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
        expect([...fromBase64Url(text)]).toEqual([...bytes]);
      }),
    );
  });

  it('refuses padding, the other alphabet and a second spelling of the same bytes', () => {
    for (const text of ['AA==', 'A+/A', 'A', 'AB', 'AAA\n'])
      expect(() => fromBase64Url(text)).toThrow(RangeError);
  });

  it('writes hex of two digits a byte', () => {
    expect(toHex(Uint8Array.of(0, 15, 255))).toBe('000fff');
  });
});

describe('wipe', () => {
  it('leaves zeros in every buffer', () => {
    const bytes = utf8('secret');
    const floats = Float32Array.of(1, 2, 3);
    wipe(bytes, floats);
    expect([...bytes, ...floats].every((value) => value === 0)).toBe(true);
  });
});

describe('CandorError', () => {
  it('keeps code, area, detail and cause', () => {
    const cause = new TypeError('x');
    const error = new CandorError('camera.lost', { cause, detail: 'track ended' });
    expect(error).toMatchObject({
      code: 'camera.lost',
      area: 'camera',
      detail: 'track ended',
      cause,
      retryable: true,
    });
    expect(error.message).toBe('The camera went away during use. (track ended)');
  });

  it('gives every code a text of its own', () => {
    const texts = ERROR_CODES.map((code) => new CandorError(code).message);
    expect(new Set(texts).size).toBe(ERROR_CODES.length);
  });

  it('is kept when caught, and wraps anything else with its cause', () => {
    const error = new CandorError('camera.lost');
    expect(asCandorError(error)).toBe(error);
    expect(asCandorError('x', 'submit.network')).toMatchObject({ code: 'submit.network', cause: 'x' });
    expect(isErrorCode('camera.lost')).toBe(true);
    expect(isErrorCode('toString')).toBe(false);
  });
});

describe('shownAddress', () => {
  it.each([
    [
      'https://seller:word@shop.example:8443/a/model.onnx?signed=secret#part',
      'https://shop.example:8443/a/model.onnx',
    ],
    ['capacitor://localhost/a.wasm', 'capacitor://localhost/a.wasm'],
    ['data:text/javascript;base64,AGFzbQ', 'data:'],
    ['blob:https://shop.example/5f0c', 'blob:'],
  ])('shows %s as %s', (url, shown) => {
    expect(shownAddress(url)).toBe(shown);
  });
});

describe('withTimeout', () => {
  const { signal } = new AbortController();
  const never = () => new Promise<never>(() => {});

  it('gives what the work gives', async () => {
    await expect(withTimeout(1_000, 'assets.timeout', signal, async () => 7)).resolves.toBe(7);
  });

  it('rejects with the code when the work never settles, and tells the work', async () => {
    let told: AbortSignal | undefined;
    const waiting = withTimeout(5, 'assets.timeout', signal, (inner) => {
      told = inner;
      return never();
    });
    await expect(waiting).rejects.toMatchObject({ code: 'assets.timeout' });
    expect(told?.aborted).toBe(true);
  });

  it("rejects with the caller's reason when the caller aborts", async () => {
    const caller = new AbortController();
    const waiting = withTimeout(1_000, 'assets.timeout', caller.signal, never);
    caller.abort(new Error('left'));
    await expect(waiting).rejects.toThrow('left');
  });
});

describe('sleep', () => {
  it('stops waiting when aborted', async () => {
    const caller = new AbortController();
    const waiting = sleep(60_000, caller.signal);
    caller.abort(new Error('left'));
    await expect(waiting).rejects.toThrow('left');
  });
});

describe('median', () => {
  it('is the middle, or the mean of the two middles', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
  });
});

import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hidingsOf, pictureIn } from './leaks.js';

// The leak checks of the browser tests pass when they find nothing; these tests show that they would find something.
describe('hidingsOf', () => {
  const secret = randomBytes(512);

  it.each([0, 1, 2])('finds base64 that begins %i bytes before the secret', (before) => {
    const around = Buffer.concat([randomBytes(before), secret, randomBytes(5)]);
    expect(hidingsOf(secret, Buffer.from(JSON.stringify({ x: around.toString('base64') })))).toContain(
      'base64',
    );
    expect(hidingsOf(secret, Buffer.from(JSON.stringify({ x: around.toString('base64url') })))).toContain(
      'base64',
    );
  });

  it('finds it in hexadecimal and as it is', () => {
    expect(hidingsOf(secret, Buffer.from(secret.toString('hex').toUpperCase()))).toContain('hex');
    expect(hidingsOf(secret, Buffer.concat([randomBytes(9), secret]))).toContain('bytes');
  });

  it('finds a part of it', () => {
    expect(hidingsOf(secret, secret.subarray(100, 200))).toContain('bytes');
  });

  it('finds nothing in other bytes', () => {
    expect(hidingsOf(secret, randomBytes(6_000))).toEqual([]);
  });
});

describe('pictureIn', () => {
  it.each([
    ['jpeg', 'ffd8ffe000104a46494600010101'],
    ['png', '89504e470d0a1a0a0000000d4948'],
    ['webm', '1a45dfa39f4286810142f7810142'],
    ['mp4', '000000206674797069736f6d0000'],
  ])('finds a %s, also in base64', (kind, hex) => {
    const picture = Buffer.from(hex, 'hex');
    expect(pictureIn(picture)).toBe(kind);
    expect(pictureIn(Buffer.from(`{"x":"${picture.toString('base64')}"}`))).toBe(kind);
    expect(pictureIn(Buffer.from(`{"x":"${picture.toString('base64url')}"}`))).toBe(kind);
  });

  it('finds none in an ordinary body', () => {
    expect(
      pictureIn(Buffer.from('{"profile":"standard","noticeHash":"c29tZSBoYXNoIG9mIGEgbm90aWNl"}')),
    ).toBeNull();
  });
});

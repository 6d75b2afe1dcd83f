import { describe, expect, it } from 'vitest';
import { assertKids, CLOCK_SKEW_MS, chooseKey } from './key.js';
import { exampleReceiver } from './wire.fixture.js';
import type { Key } from './wire.js';

const NOW = new Date('2026-03-01T10:00:00.000Z');

async function keyLasting(kem: Key['kem'], notBefore: string, notAfter: string): Promise<Key> {
  return { ...(await exampleReceiver(kem)).key, notBefore, notAfter };
}

const [february, march, april] = ['2026-02-20', '2026-03-20', '2026-04-20'].map(
  (day) => `${day}T00:00:00.000Z`,
) as [string, string, string];

describe('chooseKey', () => {
  it('prefers X-Wing to X25519, wherever it stands in the list', async () => {
    const classic = await keyLasting('x25519', february, april);
    const hybrid = await keyLasting('x-wing', february, march);
    expect(chooseKey([classic, hybrid], NOW)).toBe(hybrid);
    expect(chooseKey([hybrid, classic], NOW)).toBe(hybrid);
  });

  it('falls back to X25519 when the X-Wing key is not valid now', async () => {
    const classic = await keyLasting('x25519', february, march);
    const future = await keyLasting('x-wing', march, april);
    expect(chooseKey([future, classic], NOW)).toBe(classic);
  });

  it('takes the longer lasting of two of the same kind, so that rotation needs no luck', async () => {
    const old = await keyLasting('x25519', february, march);
    const next = await keyLasting('x25519', february, april);
    expect(chooseKey([old, next], NOW)).toBe(next);
  });

  it.each([
    ['expired', '2026-02-01T00:00:00.000Z', new Date(NOW.getTime() - CLOCK_SKEW_MS).toISOString()],
    ['not yet valid', new Date(NOW.getTime() + CLOCK_SKEW_MS + 1).toISOString(), '2026-04-01T00:00:00.000Z'],
  ])('refuses a list whose only key is %s, beyond the clock skew', async (_, notBefore, notAfter) => {
    const key = await keyLasting('x25519', notBefore, notAfter);
    expect(() => chooseKey([key], NOW)).toThrow(expect.objectContaining({ code: 'discovery.no_valid_key' }));
  });

  it('allows for a clock that is five minutes off', async () => {
    const key = await keyLasting('x25519', new Date(NOW.getTime() + CLOCK_SKEW_MS).toISOString(), april);
    expect(chooseKey([key], NOW)).toBe(key);
  });

  it.each([true, false])('refuses an empty list, whether the time is stated (%s)', (isStated) => {
    expect(() => chooseKey([], NOW, isStated)).toThrow(
      expect.objectContaining({ code: 'discovery.no_valid_key' }),
    );
  });

  it.each(['1970-01-01T00:00:00.000Z', '2126-01-01T00:00:00.000Z'])(
    'refuses none for its dates on a device of %s that no receiver has told the time: it takes the newest',
    async (deviceNow) => {
      const old = await keyLasting('x-wing', february, march);
      const next = await keyLasting('x-wing', march, april);
      const classic = await keyLasting('x25519', march, april);
      expect(chooseKey([old, classic, next], new Date(deviceNow), false)).toBe(next);
    },
  );

  it('takes one that is valid by the device where it has nothing better, before one that is not', async () => {
    const current = await keyLasting('x25519', february, march);
    const next = await keyLasting('x-wing', march, april);
    expect(chooseKey([next, current], NOW, false)).toBe(current);
  });
});

describe('assertKids', () => {
  it('accepts keys whose id is their hash', async () => {
    const { key } = await exampleReceiver('x-wing');
    await expect(assertKids([key])).resolves.toBeUndefined();
  });

  it('refuses a substituted key under a known id', async () => {
    const [known, substitute] = [await exampleReceiver('x25519'), await exampleReceiver('x25519')];
    const forged = { ...known.key, publicKey: substitute.key.publicKey };
    await expect(assertKids([substitute.key, forged])).rejects.toMatchObject({
      code: 'discovery.key_mismatch',
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLocale, inLocale, matchLocale, sameLanguage } from './locale.js';

describe('matchLocale', () => {
  it.each([
    ['de', 'en de', 'de'],
    ['DE-at', 'en de', 'de'],
    ['de', 'en de-AT', 'de-AT'],
    // Its own country first, then the parent, then the same language elsewhere.
    ['pt-BR', 'pt-PT pt-BR', 'pt-BR'],
    ['pt-BR', 'pt-PT pt', 'pt'],
    ['pt-BR', 'en pt-PT', 'pt-PT'],
    ['pt-AO', 'pt pt-BR pt-PT', 'pt-PT'],
    ['pt', 'pt-PT pt-BR', 'pt-BR'],
    ['es-MX', 'es es-419', 'es-419'],
    ['es-MX', 'es-AR es', 'es'],
    ['es-MX', 'es-ES es-AR', 'es-AR'],
    ['en-GB', 'en-US en-AU', 'en-AU'],
    // The script decides, written or not.
    ['zh-TW', 'zh zh-Hant', 'zh-Hant'],
    ['zh-Hant', 'zh-CN zh-TW', 'zh-TW'],
    ['zh-MO', 'zh-Hant zh-HK', 'zh-HK'],
    ['zh-CN', 'zh-Hant zh-Hans', 'zh-Hans'],
    ['zh', 'zh-TW zh-CN', 'zh-CN'],
    ['zh-TW', 'en zh-Hans', null],
    ['zh-CN', 'en zh-Hant', null],
    ['sr', 'sr-Latn', null],
    ['sr-ME', 'sr sr-Latn', 'sr-Latn'],
    // Replaced codes, and what comes after a region.
    ['iw', 'ar he', 'he'],
    ['de-CH-1996', 'de-AT de-CH', 'de-CH'],
    ['fr', 'en de', null],
    ['de_DE', 'de en', null],
    ['', 'en', null],
  ])('%s of “%s” takes %s', (wanted, offered, found) => {
    expect(matchLocale(wanted, offered.split(' '))).toBe(found);
  });
});

describe('chooseLocale', () => {
  it('takes the first wish that anything suits, else English, else the first', () => {
    expect(chooseLocale(['fr', 'pt-BR', 'de'], ['en', 'de', 'pt-PT'])).toBe('pt-PT');
    expect(chooseLocale(['fr'], ['de', 'en-GB'])).toBe('en-GB');
    expect(chooseLocale('fr', ['de', 'es'])).toBe('de');
    expect(chooseLocale(undefined, ['de', 'en'])).toBe('en');
    expect(chooseLocale('de', [])).toBeNull();
  });

  const language = fc.constantFrom('de', 'en', 'es', 'pt', 'zh', 'sr', 'ar', 'iw');
  const script = fc.option(fc.constantFrom('Latn', 'Cyrl', 'Hans', 'hant', 'ARAB'), { nil: undefined });
  const region = fc.option(fc.constantFrom('BR', 'pt', 'TW', 'CN', 'HK', 'MX', '419', 'AT'), {
    nil: undefined,
  });
  const tag = fc.tuple(language, script, region).map((parts) => parts.filter(Boolean).join('-'));
  const anything = fc.oneof(tag, fc.string({ maxLength: 12 }));

  it('chooses of what is offered, whatever is wanted', () => {
    fc.assert(
      fc.property(fc.array(anything), fc.array(anything, { minLength: 1 }), (wanted, offered) => {
        expect(offered).toContain(chooseLocale(wanted, offered));
      }),
    );
  });

  it('gives what is wanted where it is offered, however the letters are sized', () => {
    fc.assert(
      fc.property(anything, fc.array(tag), (wanted, others) => {
        const chosen = chooseLocale(wanted.toUpperCase(), [...others, wanted]);
        expect(chosen?.toLowerCase()).toBe(wanted.toLowerCase());
      }),
    );
  });

  it('never gives another language, or another script, to a wish that something suits', () => {
    fc.assert(
      fc.property(tag, fc.array(tag), (wanted, offered) => {
        const found = matchLocale(wanted, offered);
        if (found !== null) expect(sameLanguage(wanted, found)).toBe(true);
        else expect(offered.filter((one) => sameLanguage(wanted, one))).toEqual([]);
      }),
    );
  });

  it('finds nothing better for what it has chosen', () => {
    fc.assert(
      fc.property(tag, fc.array(tag, { minLength: 1 }), (wanted, offered) => {
        const chosen = chooseLocale(wanted, offered);
        expect(chooseLocale(chosen ?? undefined, offered)?.toLowerCase()).toBe(chosen?.toLowerCase());
      }),
    );
  });
});

describe('inLocale', () => {
  it('says the same whatever the order of the record’s languages', () => {
    const texts = { 'pt-PT': 'Enviar', en: 'Send', 'pt-MZ': 'Mandar' };
    const turned = Object.fromEntries(Object.entries(texts).reverse());
    expect([inLocale(texts, 'pt-BR'), inLocale(turned, 'pt-BR')]).toEqual(['Mandar', 'Mandar']);
    expect(inLocale(texts, 'fr')).toBe('Send');
    expect(inLocale({}, 'fr')).toBe('');
  });
});

describe('sameLanguage', () => {
  it('looks past the region and the letters’ size, and at the script', () => {
    const pairs = [
      ['de', 'de-AT'],
      ['EN-gb', 'en'],
      ['zh-TW', 'zh-Hant'],
      ['zh-TW', 'zh'],
      ['de_DE', 'de'],
      ['', ''],
    ] as const;
    expect(pairs.map(([a, b]) => sameLanguage(a, b))).toEqual([true, true, true, false, false, false]);
  });
});

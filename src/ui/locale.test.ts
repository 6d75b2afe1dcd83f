import { afterEach, describe, expect, it, vi } from 'vitest';
import { directionOf, pageLanguages, resolveLocale, shippedLanguage } from './locale.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('resolveLocale', () => {
  it('takes the prop before anything else, in its canonical form', () => {
    expect(resolveLocale('pt-br', ['de', 'es'])).toBe('pt-BR');
  });

  it('takes the first of the page’s wishes that the widget speaks', () => {
    expect(resolveLocale(undefined, ['', 'fi-FI', 'de-AT', 'es'])).toBe('de-AT');
  });

  it('takes the first wish when the widget speaks none, so that the notice may', () => {
    expect(resolveLocale(undefined, ['fi-FI', 'et'])).toBe('fi-FI');
  });

  it('ends at English', () => {
    expect(resolveLocale(undefined, [])).toBe('en');
    expect(resolveLocale('', [''])).toBe('en');
  });

  it('skips what is no language tag instead of throwing at the first number', () => {
    expect(resolveLocale('de_DE', ['x-', 'es'])).toBe('es');
  });

  it('takes the page’s own language in a web view that names none', () => {
    vi.stubGlobal('document', { documentElement: { lang: 'de' } });
    vi.stubGlobal('navigator', {});
    expect(resolveLocale(undefined)).toBe('de');
  });

  it('asks no page on a server', () => {
    expect(pageLanguages()).toEqual([]);
  });
});

describe('shippedLanguage', () => {
  it('finds the language of a region, and English for a stranger', () => {
    expect(['de-CH', 'es-419', 'pt-AO', 'zh-HK', 'en-GB', 'fi'].map(shippedLanguage)).toEqual([
      'de',
      'es',
      'pt-PT',
      'zh-Hant',
      'en',
      'en',
    ]);
  });
});

describe('directionOf', () => {
  it.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['ks-Deva', 'ltr'],
    ['az-Arab', 'rtl'],
    ['de', 'ltr'],
  ])('%s is written %s', (locale, direction) => {
    expect(directionOf(locale)).toBe(direction);
  });
});

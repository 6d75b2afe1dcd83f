import { describe, expect, it } from 'vitest';
import { passagesOf } from '../core/passages.js';
import type { Notice } from '../core/types.js';
import { type Jurisdiction, LAW_PACKS, withLawPacks } from './law-packs.js';
import { NOTICE_WITH_LEGAL as NOTICE } from './notice.fixture.js';

const ALL = Object.values(LAW_PACKS);
const NAMES = Object.keys(LAW_PACKS) as readonly Jurisdiction[];

/** Every text of a notice, by the path to it. */
function textsOf(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`));
}

describe.each(NAMES)('the pack %s', (name) => {
  const pack = LAW_PACKS[name];

  it.each(['en', 'de', 'es', 'pt-BR'])('takes no word of a notice away in %s', (locale) => {
    const texts = new Map(textsOf(withLawPacks(NOTICE, locale, [pack])));
    for (const [path, text] of textsOf(NOTICE)) expect(texts.get(path)?.startsWith(text), path).toBe(true);
    expect([...texts.keys()].sort()).toEqual(
      textsOf(NOTICE)
        .map(([path]) => path)
        .sort(),
    );
  });

  it.each([1, 30, 365, 366, 1_095])(
    'keeps nothing longer than the %i days of the notice',
    (retentionDays) => {
      const kept = withLawPacks({ ...NOTICE, retentionDays }, 'en', [pack]).retentionDays;
      expect(kept).toBeLessThanOrEqual(retentionDays);
      expect(kept).toBeLessThanOrEqual(pack.mostRetentionDays);
      expect(kept).toBeGreaterThanOrEqual(1);
    },
  );

  it('is of the place that it is listed under, and names its statutes', () => {
    expect(pack.jurisdiction).toBe(name);
    expect(pack.statutes.length).toBeGreaterThan(0);
    expect(pack.mostRetentionDays).toBeGreaterThanOrEqual(1);
    expect(pack.mostRetentionDays).toBeLessThanOrEqual(1_095);
  });
});

describe('several packs', () => {
  it('add up, and the shortest time wins', () => {
    const notice = withLawPacks({ ...NOTICE, retentionDays: 1_095 }, 'en', ALL);
    expect(notice.retentionDays).toBe(LAW_PACKS['us-tx'].mostRetentionDays);
    for (const { words } of ALL) expect(notice.legal?.basis).toContain(words.en.basis);
    for (const { words } of ALL) expect(notice.complaint).toContain(words.en.complaint);
  });

  it('do not touch a purpose beyond the first: what is optional stays as it was asked', () => {
    const optional = { id: 're-verification', text: 'I agree to more.' };
    const purposes = [...NOTICE.purposes, optional];
    expect(withLawPacks({ ...NOTICE, purposes }, 'en', ALL).purposes.at(-1)).toEqual(optional);
  });

  it('of none leave a notice as it is', () => expect(withLawPacks(NOTICE, 'en', [])).toEqual(NOTICE));

  it('need a notice with a legal part', () => {
    const older: Notice = { ...NOTICE, legal: undefined };
    expect(() => withLawPacks(older, 'en', ALL)).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  });

  it('speak the language of the notice where they can', () => {
    expect(withLawPacks(NOTICE, 'de-AT', [LAW_PACKS.eu]).legal?.basis).toContain('jederzeit widerrufen');
    expect(withLawPacks(NOTICE, 'en-GB', [LAW_PACKS.br]).complaint).toContain(' In Brazil');
  });

  it('say of a sentence in English that it is, where the notice is not', () => {
    const { complaint, purposes, legal } = withLawPacks(NOTICE, 'de', ALL);
    for (const text of [complaint, purposes[0]?.text ?? '', legal?.basis ?? '']) {
      const [own, ...passages] = passagesOf(text);
      expect(own?.text).not.toMatch(/In (Brazil|India|Texas)|my written release/);
      expect(new Set(passages.map(({ locale }) => locale))).toEqual(new Set(['en']));
    }
    expect(legal?.basis).toContain(
      'jederzeit widerrufen. Was vorher geschah, bleibt rechtmäßig.\n[en] In the',
    );
  });

  it('promise nothing for the marketplace that no receiver does', () => {
    const words = ALL.flatMap((pack) => Object.values(pack.words).flatMap((each) => Object.values(each)));
    expect(words.filter((text) => /advertis|never|not (used|sold|shared)/i.test(String(text)))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../core/errors.js';
import { REASON_CODES } from '../../core/verdict.js';
import { directionOf } from '../locale.js';
import { en as enFirst } from './en.js';
import { enDesk } from './en-desk.js';
import { enLater } from './en-later.js';
import { fill, translator } from './fill.js';
import { loadFirst, loadRest } from './load.js';
import { SHIPPED_LANGUAGES, type ShippedLanguage } from './shipped.js';
import type { MessageKey, Messages } from './types.js';

const en: Messages = { ...enFirst, ...enLater, ...enDesk };
async function wordsOf(language: ShippedLanguage): Promise<readonly [ShippedLanguage, Messages]> {
  const { signal } = new AbortController();
  return [language, { ...(await loadFirst(language, signal)), ...(await loadRest(language, signal)) }];
}

const LANGUAGES = await Promise.all(SHIPPED_LANGUAGES.map(wordsOf));
const keys = Object.keys(en).sort() as MessageKey[];

/** Names of what is filled in, whether a plural hangs on it or not. */
function marks(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)(?:\}|, plural,)/g)].map(([, name = '']) => name).sort();
}

/** Languages that put no space between words have them all the same. */
function words(text: string, language: string): number {
  const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)];
  return segments.filter(({ isWordLike }) => isWordLike).length;
}

/** Particles and syllables that other languages would write as one word. */
const MOST_INSTRUCTION_WORDS: Readonly<Partial<Record<ShippedLanguage, number>>> = {
  ja: 20,
  ko: 14,
  vi: 20,
  'zh-Hans': 20,
  'zh-Hant': 20,
};

describe.each(LANGUAGES)('the words in %s', (language, messages) => {
  it('are there for every key, and no key too many', () => {
    expect(Object.keys(messages).sort()).toEqual(keys);
    expect(keys.filter((key) => messages[key].trim() === '')).toEqual([]);
  });

  it('have the same marks to fill in as the English ones', () => {
    const differing = keys.filter((key) => marks(messages[key]).join() !== marks(en[key]).join());
    expect(differing).toEqual([]);
  });

  it('have every form of a plural that the language has, and say something in each', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const plural = keys.filter((key) => messages[key].includes(', plural,'));
    expect(plural).toContain('review.attemptsLeft');
    for (const key of plural) {
      const [, inside = ''] = /, plural,((?:\s*[a-z]+ \{[^{}]*\})+)/.exec(messages[key]) ?? [];
      const forms = [...inside.matchAll(/([a-z]+) \{([^{}]*)\}/g)];
      // Spanish has a form for millions, which nothing here counts to.
      const needed = pluralCategories.filter((category) => category !== 'many' || language !== 'es');
      expect(forms.map(([, name]) => name).sort(), key).toEqual([...needed].sort());
      expect(forms.filter(([, , form = '']) => words(form, language) < 2)).toEqual([]);
    }
  });

  it('have a direction that the page can be given', () => {
    expect(['ltr', 'rtl']).toContain(directionOf(language));
  });

  it('say for every error what happened and what to do, and not the same twice', () => {
    for (const code of ERROR_CODES) {
      expect(words(messages[`error.${code}.cause`], language), code).toBeGreaterThan(1);
      expect(words(messages[`error.${code}.remedy`], language), code).toBeGreaterThan(1);
      expect(messages[`error.${code}.cause`]).not.toBe(messages[`error.${code}.remedy`]);
    }
  });

  it('give no instruction of more than twelve words, or what those are elsewhere', () => {
    const instructions = keys.filter((key) => /^(hint|cue|advice)\.|^reason\..*\.remedy$/.test(key));
    expect(instructions.length).toBeGreaterThan(REASON_CODES.length);
    const most = MOST_INSTRUCTION_WORDS[language] ?? 12;
    expect(instructions.filter((key) => words(messages[key], language) > most)).toEqual([]);
  });

  it('neither push nor promise what nobody can keep', () => {
    const forbidden =
      /recommend|empfohlen|empfehlen|recomend|irreversib|anonym|anónim|100 ?%|guarante|garant|hurry|beeil|only takes|are you sure|sind Sie sicher|seguro de que/i;
    expect(keys.filter((key) => forbidden.test(messages[key]))).toEqual([]);
  });

  it('say nothing twice, but where two codes have the same cause or remedy', () => {
    const others = keys.filter((key) => !/^(error|reason|check)\./.test(key));
    const texts = others.map((key) => messages[key]);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it('accuse nobody', () => {
    const accusing =
      /\b(fakes?|faked|fraud|spoof\w*|attack\w*|cheat\w*|impostor|suspicious|manipulat\w*|fälsch\w*|gefälscht|betr[uü]g\w*|angriff\w*|verdächtig\w*|täusch\w*|fraude|falso|falsific\w*|ataque|sospech\w*|engañ\w*)\b/iu;
    expect(keys.filter((key) => accusing.test(messages[key]))).toEqual([]);
  });

  it('doubt nobody who is checked: a verdict is about what could be seen', () => {
    const verdicts = keys.filter((key) => key.startsWith('verdict.'));
    expect(verdicts).toHaveLength(3);
    expect(verdicts.filter((key) => /person|mensch|vivo|live|lebend|echt|real/i.test(messages[key]))).toEqual(
      [],
    );
  });

  it('name no diagnosis', () => {
    const diagnosis =
      /disab|behinder|discapac|epilep|blind|ciego|paral|lähm|tremor|autis|handicap|illness|krank|enferm|impair/i;
    expect(keys.filter((key) => diagnosis.test(messages[key]))).toEqual([]);
  });

  it('contain no code and no markup', () => {
    const codes = keys.filter((key) =>
      ERROR_CODES.some((code) => code.includes('.') && messages[key].includes(code)),
    );
    expect(codes).toEqual([]);
    expect(keys.filter((key) => /[<>]/.test(messages[key]))).toEqual([]);
  });
});

describe('the words in fr', () => {
  it('leave no mark alone on a line: what stands before it is no plain space', () => {
    const [, french] = LANGUAGES.find(([language]) => language === 'fr') ?? [];
    const texts = Object.values<string>(french ?? {});
    expect(texts).toHaveLength(keys.length);
    expect(texts.filter((text) => / [?!;:»]|« |[^\u202f][?!;]|[^\u00a0»]:(?= |$)/.test(text))).toEqual([]);
  });
});

describe('the files of a language', () => {
  it('are those of the language that was asked for', async () => {
    for (const [language, messages] of LANGUAGES) {
      if (language === 'en') expect(messages).toEqual(en);
      else expect(messages['widget.name'], language).not.toBe(en['widget.name']);
    }
    const names = LANGUAGES.map(([, messages]) => messages['notice.statement'] + messages['review.title']);
    expect(new Set(names).size).toBe(SHIPPED_LANGUAGES.length);
  });

  it('are not waited for when nobody wants them any more', async () => {
    const leaving = new AbortController();
    leaving.abort(new Error('left'));
    await expect(loadFirst('de', leaving.signal)).rejects.toThrow('left');
    await expect(loadRest('de', leaving.signal)).rejects.toThrow('left');
  });
});

describe('fill', () => {
  it('fills every mark, also one that comes twice', () => {
    expect(fill('{a} and {b} and {a}', { a: '1', b: '2' })).toBe('1 and 2 and 1');
  });

  it('leaves a mark without a filling in sight', () => {
    expect(fill('{a} and {b}', { a: '1' })).toBe('1 and {b}');
  });

  it('takes a filling as it is, also one that looks like a replacement pattern', () => {
    expect(fill('to {name}', { name: '$& {name}' })).toBe('to $& {name}');
  });

  it('takes the form of the plural that the number has in the language, and its own digits', () => {
    const text = '{count, plural, =0 {none} one {# try} few {# few} many {# many} other {# tries}} of {name}';
    const filled = (count: number, locale: string) => fill(text, { count, name: '{x}' }, locale);
    expect([0, 1, 2, 1_200].map((count) => filled(count, 'en'))).toEqual([
      'none of {x}',
      '1 try of {x}',
      '2 tries of {x}',
      '1,200 tries of {x}',
    ]);
    expect([1, 2, 5].map((count) => filled(count, 'pl'))).toEqual([
      '1 try of {x}',
      '2 few of {x}',
      '5 many of {x}',
    ]);
    expect(fill('{count, plural, other {#}}', { count: 3 }, 'ar-EG')).toBe('٣');
  });

  it('leaves a plural without a number in sight', () => {
    const text = '{count, plural, other {# tries}}';
    expect([fill(text, {}), fill(text, { count: '3' })]).toEqual([text, text]);
  });

  it('shows the key of a text that is not there yet', () => {
    expect(translator({})('review.title')).toBe('review.title');
  });
});

import { describe, expect, it } from 'vitest';
import { demoOptions } from '../../receiver/demo.js';
import type { NamedOperators } from '../../receiver/notices/three-parts.js';
import { de } from '../../src/ui/messages/de.js';
import { deDesk } from '../../src/ui/messages/de-desk.js';
import { deLater } from '../../src/ui/messages/de-later.js';
import { en } from '../../src/ui/messages/en.js';
import { enDesk } from '../../src/ui/messages/en-desk.js';
import { enLater } from '../../src/ui/messages/en-later.js';
import { es } from '../../src/ui/messages/es.js';
import { esDesk } from '../../src/ui/messages/es-desk.js';
import { esLater } from '../../src/ui/messages/es-later.js';
import type { Messages } from '../../src/ui/messages/types.js';
import { DEMO_OPERATORS } from '../start/demo-operators.js';
import { GRADED, type GradedLanguage, gradeOf, infleszOf, sentencesOf, wordsOf } from './grade.js';
import { SCREEN_NAMES, screensOf, sentencesIn, sentencesOn } from './screens.js';
import { germanSyllables, spanishSyllables } from './syllables.js';

/** Requirement L-19: what a seller is told is read with nine years of school. */
const MOST_GRADE = 9;
/** GOV.UK style guide: a sentence of more is hard to follow. */
const MOST_WORDS = 25;
/** From here on, INFLESZ calls a Spanish text "normal". */
const LEAST_INFLESZ = 55;

const CATALOGUES: Readonly<Record<GradedLanguage, Messages>> = {
  en: { ...en, ...enLater, ...enDesk },
  de: { ...de, ...deLater, ...deDesk },
  es: { ...es, ...esLater, ...esDesk },
};

/** The texts of the demo's marketplace: its notice, with operators or without, and what it says to each other way. */
function marketplaceTexts(language: GradedLanguage, operators?: NamedOperators): readonly string[] {
  const { notices, alternatives } = demoOptions(operators);
  const { controller: _address, ...notice } = notices[language] ?? {};
  return [...textsOf(notice), ...alternatives.map(({ next }) => next[language] ?? '')];
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function graded(language: GradedLanguage): readonly (readonly [string, readonly string[]])[] {
  const catalogue = CATALOGUES[language];
  return [
    ...SCREEN_NAMES.map((screen) => [screen, sentencesOn(screen, catalogue)] as const),
    ['marketplace', sentencesIn(marketplaceTexts(language))] as const,
    ['with operators', sentencesIn(marketplaceTexts(language, DEMO_OPERATORS))] as const,
  ];
}

describe.each(GRADED)('what is said in %s', (language) => {
  it('is read with nine years of school, on every screen', () => {
    const grades = graded(language).map(([screen, sentences]) => {
      const spanish = language === 'es' ? { inflesz: round(infleszOf(sentences)) } : {};
      return { screen, sentences: sentences.length, grade: round(gradeOf(language, sentences)), ...spanish };
    });
    console.info(`${language}\n${grades.map((each) => JSON.stringify(each)).join('\n')}`);
    expect(grades.filter(({ grade }) => grade > MOST_GRADE)).toEqual([]);
    expect(grades.filter(({ inflesz }) => inflesz !== undefined && inflesz < LEAST_INFLESZ)).toEqual([]);
  });

  it('has no sentence that is too long to follow', () => {
    const sentences = graded(language).flatMap(([, each]) => each);
    expect(sentences.filter((sentence) => wordsOf(sentence).length > MOST_WORDS)).toEqual([]);
  });

  it('belongs to one screen each', () => {
    const elsewhere = Object.keys(CATALOGUES[language]).filter((key) => screensOf(key).length !== 1);
    expect(elsewhere).toEqual([]);
  });
});

function round(value: number): number {
  return Math.round(10 * value) / 10;
}

describe('a grade', () => {
  it.each([
    ['en', 'The cat sat on the mat. It was warm there.'],
    ['de', 'Der Hund liegt im Haus. Er ist alt und müde.'],
    ['es', 'El gato come pan. La casa es azul y grande.'],
  ] as const)('of a child’s sentences in %s is low', (language, text) => {
    expect(gradeOf(language, sentencesOf(text))).toBeLessThan(4);
  });

  it.each([
    [
      'en',
      'Notwithstanding the aforementioned stipulations, the controller’s legitimate interests necessitate systematic biometric categorisation.',
    ],
    [
      'de',
      'Ungeachtet vorstehender Bestimmungen begründen überwiegende berechtigte Interessen des Verantwortlichen die automatisierte Verarbeitung biometrischer Merkmale.',
    ],
    [
      'es',
      'No obstante las estipulaciones anteriormente mencionadas, los intereses legítimos del responsable justifican la categorización biométrica sistemática.',
    ],
  ] as const)('of a lawyer’s sentence in %s is too high', (language, text) => {
    expect(gradeOf(language, sentencesOf(text))).toBeGreaterThan(MOST_GRADE);
  });

  it('of nothing is none', () => {
    expect(() => gradeOf('en', [])).toThrow(RangeError);
    expect(() => infleszOf([])).toThrow(RangeError);
  });
});

describe('syllables', () => {
  it.each([
    ['Gesicht', 2],
    ['Prüfung', 2],
    ['vergleichen', 3],
    ['Bauer', 2],
    ['ja', 1],
    ['https', 1],
  ])('of the German %s are %i', (word, expected) => expect(germanSyllables(word)).toBe(expected));

  it.each([
    ['cara', 2],
    ['aquí', 2],
    ['guía', 2],
    ['cámara', 3],
    ['verificación', 5],
    ['cuenta', 2],
    ['día', 2],
    ['leer', 2],
    ['muy', 1],
    ['ciudad', 2],
    ['y', 1],
  ])('of the Spanish %s are %i', (word, expected) => expect(spanishSyllables(word)).toBe(expected));
});

describe('sentences', () => {
  it('end at a mark and not within a number', () => {
    expect(sentencesOf('Stay here. It is 2.5 m away! Why?')).toEqual([
      'Stay here.',
      'It is 2.5 m away!',
      'Why?',
    ]);
  });

  it('have words, which numbers and dashes are not', () => {
    expect(wordsOf('1 – “I don’t agree”')).toEqual(['I', 'don’t', 'agree']);
  });
});

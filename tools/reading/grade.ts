import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { germanSyllables, spanishSyllables } from './syllables.js';

/** School grades of a text, each by the formula that its language is measured with (requirement L-19). */

export const GRADED = ['en', 'de', 'es'] as const;
export type GradedLanguage = (typeof GRADED)[number];

interface Counted {
  readonly sentences: number;
  readonly words: readonly string[];
  /** Of each word. */
  readonly syllables: readonly number[];
}

const GRADES: Readonly<Record<GradedLanguage, (sentences: readonly string[]) => number>> = {
  en: (sentences) => english(count(sentences, syllable)),
  de: (sentences) => wienerSachtext(count(sentences, germanSyllables)),
  es: (sentences) => crawford(count(sentences, spanishSyllables)),
};

/** Years of schooling that somebody needs to follow these sentences.
 * @throws RangeError where there is no sentence. */
export function gradeOf(language: GradedLanguage, sentences: readonly string[]): number {
  if (sentences.length === 0) throw new RangeError('no sentence');
  return GRADES[language](sentences);
}

/** A letter makes a word: dashes and numbers are not read as one. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
}

/** Where a sentence ends. A point within a number or a name ends none. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!:;…])\s+/u).filter((sentence) => wordsOf(sentence).length > 0);
}

function count(sentences: readonly string[], syllablesOf: (word: string) => number): Counted {
  const words = sentences.flatMap(wordsOf);
  return { sentences: sentences.length, words, syllables: words.map(syllablesOf) };
}

/** Flesch–Kincaid (Kincaid et al., Research Branch Report 8-75, 1975). */
function english({ sentences, words, syllables }: Counted): number {
  return fleschKincaid({ sentence: sentences, word: words.length, syllable: sum(syllables) });
}

/** Erste neue Wiener Sachtextformel (Bamberger and Vanecek, Lesen – Verstehen – Lernen – Schreiben, 1984): German
 * grades 4 to 15. */
function wienerSachtext({ sentences, words, syllables }: Counted): number {
  const share = (holds: (index: number) => boolean): number =>
    (100 * words.filter((_word, index) => holds(index)).length) / words.length;
  const ofThree = share((index) => (syllables[index] ?? 0) >= 3);
  const long = share((index) => (words[index] ?? '').length > 6);
  const ofOne = share((index) => syllables[index] === 1);
  return 0.1935 * ofThree + 0.1672 * (words.length / sentences) + 0.1297 * long - 0.0327 * ofOne - 0.875;
}

/** Crawford, Fórmula y gráfico para determinar la comprensibilidad de textos de nivel primario en castellano
 * (Lectura y Vida 10/4, 1989): years of schooling, from sentences and syllables of 100 words. */
function crawford({ sentences, words, syllables }: Counted): number {
  const per100 = 100 / words.length;
  return -0.205 * sentences * per100 + 0.049 * sum(syllables) * per100 - 3.407;
}

/** INFLESZ: how easily Spanish is read, 0–100; from 55 on "normal" (Szigriszt Pazos, Sistemas predictivos de
 * legibilidad, 1993; scale of Barrio-Cantalejo et al., Anales del Sistema Sanitario de Navarra 31/2, 2008).
 * @throws RangeError where there is no sentence. */
export function infleszOf(sentences: readonly string[]): number {
  if (sentences.length === 0) throw new RangeError('no sentence');
  const { words, syllables } = count(sentences, spanishSyllables);
  return 206.835 - 62.3 * (sum(syllables) / words.length) - words.length / sentences.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

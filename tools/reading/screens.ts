import { sentencesOf, wordsOf } from './grade.js';

/** Which part of the catalogue a seller has before them at one time: reading is graded by screen, not by word. */
const SCREENS = {
  notice: /^(widget|loading|notice)\./,
  permission: /^permission\./,
  positioning: /^(positioning|choices|hint|advice)\./,
  recording: /^(recording|cue)\./,
  review: /^(review|verdict|band|check|field|reason)\./,
  done: /^(sending|status|done|receipt)\./,
  'other way': /^(optedOut|cancelled|ended|undelivered)\./,
  failed: /^(failed|error)\./,
  'my data': /^(record|stored|decision|contest|withdrawn|desk|mine)\./,
} as const satisfies Readonly<Record<string, RegExp>>;

export type ScreenName = keyof typeof SCREENS;
export const SCREEN_NAMES = Object.keys(SCREENS) as readonly ScreenName[];

/** @returns the screens that say this message: one, if the catalogue is in order. */
export function screensOf(key: string): readonly ScreenName[] {
  return SCREEN_NAMES.filter((name) => SCREENS[name].test(key));
}

/** What is filled in is not the catalogue's: a name is one word, a number or a date none. */
function filled(text: string): string {
  return text.replaceAll(/\{(name|camera|label|group)\}/g, 'Ana').replaceAll(/\{\w+\}/g, '1');
}

/** A label or a heading is no sentence: counted as one, it would make every text look easy. */
const SENTENCE = /[.?!:…]$/;
const FEWEST_WORDS = 4;

/** The sentences of texts, each once, whatever number of keys says it. */
export function sentencesIn(texts: readonly string[]): readonly string[] {
  const sentences = texts
    .map(filled)
    .filter((text) => SENTENCE.test(text))
    .flatMap(sentencesOf);
  return [...new Set(sentences)].filter((sentence) => wordsOf(sentence).length >= FEWEST_WORDS);
}

export function sentencesOn(
  screen: ScreenName,
  messages: Readonly<Record<string, string>>,
): readonly string[] {
  return sentencesIn(
    Object.entries(messages)
      .filter(([key]) => SCREENS[screen].test(key))
      .map(([, text]) => text),
  );
}

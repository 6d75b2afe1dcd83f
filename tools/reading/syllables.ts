/** Syllables as a formula of reading ease counts them: by the vowels that are heard, without a dictionary. */

/** What two German letters together make one vowel (Duden, "Laute und Buchstaben"). */
const GERMAN_VOWELS = /aa|ee|oo|ie|ei|ai|au|eu|äu|ey|ay|[aeiouyäöü]/g;

/** @returns at least 1. */
export function germanSyllables(word: string): number {
  return Math.max(1, (word.toLowerCase().match(GERMAN_VOWELS) ?? []).length);
}

/** Silent in `que`, `gui`: heard only with a diaeresis. */
const SILENT_U = /([qg])u(?=[eiéí])/g;
/** Strong vowels, and weak ones with an accent, which stand for themselves (RAE, Ortografía, on diphthong and hiatus). */
const STRONG = /[aeoáéóíú]/g;
/** Weak vowels that lean on no strong one. */
const WEAK_ALONE = /(?<![aeoáéóíúiuüy])[iuü]+y?(?![aeoáéóíúiuü])/g;

/** @returns at least 1. */
export function spanishSyllables(word: string): number {
  const heard = word.toLowerCase().replace(SILENT_U, '$1');
  const strong = heard.match(STRONG) ?? [];
  const weak = heard.match(WEAK_ALONE) ?? [];
  return Math.max(1, strong.length + weak.length);
}

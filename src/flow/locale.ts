import type { Locale } from '../core/types.js';

/** The best of what is offered: the wanted tag, its language, English, the first. Null when nothing is offered. */
export function chooseLocale(wanted: Locale | undefined, offered: readonly Locale[]): Locale | null {
  const language = (tag: Locale): string => tag.toLowerCase().split('-', 1)[0] ?? '';
  const find = (tag: Locale): Locale | undefined =>
    offered.find((candidate) => candidate.toLowerCase() === tag.toLowerCase()) ??
    offered.find((candidate) => language(candidate) === language(tag));
  return (wanted === undefined ? undefined : find(wanted)) ?? find('en') ?? offered[0] ?? null;
}

import type { Controller, Locale, Notice } from '../../src/core/types.js';
import { type DemoWords, type NoticeTerms, noticeOf } from './words.js';

/** Who keeps the parts, by their numbers. */
export type NamedOperators = readonly [Controller, Controller, Controller];

export interface ThreePartTerms extends NoticeTerms {
  readonly operators: NamedOperators;
  /** In which the names are listed. */
  readonly locale: Locale;
}

/** Who gets the face template's parts, and what two of them could do together. */
export function recipientsOf({ inThreeParts }: DemoWords, operators: NamedOperators): string {
  const three = operators.map(({ name, address, contact }) => `${name} (${address}, ${contact})`);
  return inThreeParts.recipients(three.join('; '));
}

/** The notice where three operators keep a part of the template each: who they are, what two of them could do together, and what
 * comes out of a comparison. The widget sends no part to somebody whom `recipients` does not name. */
export function threePartNoticeOf(words: DemoWords, { operators, locale, ...terms }: ThreePartTerms): Notice {
  const { inThreeParts: said, legal } = words;
  const usual = noticeOf(words, terms);
  const names = new Intl.ListFormat(locale).format(operators.map(({ name }) => name));
  return {
    ...usual,
    version: `${usual.version}-three-parts`,
    sent: said.sent(usual.sent),
    comparison: said.comparison,
    recipients: recipientsOf(words, operators),
    storagePlace: said.storagePlace(usual.storagePlace),
    removal: said.removal(usual.removal),
    purposes: usual.purposes.map((purpose) => ({ ...purpose, text: said.statement(names) })),
    legal: { ...legal, processors: said.processors(names) },
  };
}

import { createContext, useContext } from 'react';
import type { Locale } from '../core/types.js';
import { type Format, formatFor } from './format.js';
import { en } from './messages/en.js';
import { type Translate, translator } from './messages/fill.js';

/** The words of the language that is on. */
export interface Text {
  readonly t: Translate;
  readonly format: Format;
  readonly locale: Locale;
}

export const TextContext = createContext<Text>({ t: translator(en), format: formatFor('en'), locale: 'en' });

export function useText(): Text {
  return useContext(TextContext);
}

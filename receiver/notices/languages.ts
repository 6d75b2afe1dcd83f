import type { Locale } from '../../src/core/types.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { ja } from './ja.js';
import { pl } from './pl.js';
import { ptBR } from './pt-br.js';
import { tr } from './tr.js';
import { vi } from './vi.js';
import type { DemoWords } from './words.js';

/** What Marktkiste says, by language. No native speaker has read them for us (docs/languages.md). */
export const DEMO_LANGUAGES: Readonly<Record<Locale, DemoWords>> = {
  en,
  de,
  es,
  fr,
  it,
  'pt-BR': ptBR,
  pl,
  tr,
  vi,
  ja,
  ar,
};

import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { ar } from './words/ar.js';
import { de } from './words/de.js';
import { en } from './words/en.js';
import { es } from './words/es.js';
import { fr } from './words/fr.js';
import { it } from './words/it.js';
import { ja } from './words/ja.js';
import { pl } from './words/pl.js';
import { ptBR } from './words/pt-br.js';
import { tr } from './words/tr.js';
import { vi } from './words/vi.js';
import type { PageWords } from './words/words.js';

/** Those of the demo's notice (receiver/notices). No native speaker has read them for us (docs/languages.md). */
const WORDS = { en, de, es, fr, it, 'pt-BR': ptBR, pl, tr, vi, ja, ar } as const satisfies Record<
  string,
  PageWords
>;
type Tag = keyof typeof WORDS;
const TAGS = Object.keys(WORDS) as Tag[];

export interface Language {
  readonly tag: Tag;
  readonly dir: 'ltr' | 'rtl';
  readonly words: PageWords;
}

/** `pt-PT` → `pt`. What is no language, such as WebKitGTK's “C”, is English. */
function languageOf(locale: string): string {
  try {
    return new Intl.Locale(locale).language;
  } catch {
    return 'en';
  }
}

/** The pages' words for a locale; English where there are none in its language. */
export function languageFor(locale: string): Language {
  const tag = TAGS.find((known) => languageOf(known) === languageOf(locale)) ?? 'en';
  return { tag, dir: tag === 'ar' ? 'rtl' : 'ltr', words: WORDS[tag] };
}

interface Spoken extends Language {
  /** Changes the language of the pages. */
  readonly speak: (locale: string) => void;
}

const LanguageContext = createContext<Spoken>({ ...languageFor('en'), speak: () => {} });

export function useLanguage(): Spoken {
  return useContext(LanguageContext);
}

export interface InLanguageProps {
  /** To begin with. */
  readonly locale: string;
  readonly children: ReactNode;
}

/** The page in one language, which its document says. */
export function InLanguage({ locale, children }: InLanguageProps): ReactElement {
  const [spoken, speak] = useState(locale);
  const language = useMemo(() => ({ ...languageFor(spoken), speak }), [spoken]);
  const { tag, dir } = language;
  useEffect(() => {
    document.documentElement.lang = tag;
    document.documentElement.dir = dir;
  }, [tag, dir]);
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

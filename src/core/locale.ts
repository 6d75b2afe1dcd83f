import type { Locale } from './types.js';

/** The one language negotiation: what the screen says, what the consent record and the receiver take. RFC 4647 section 3.4
 * (lookup), with the parents that Unicode CLDR gives (UTS #35, "Parent Locales"). The tables are its own and not the
 * engine's: the browser and the receiver build the same consent record, whatever ICU each has. */

/** Codes that were replaced. */
const NEWER: Readonly<Record<string, string>> = { in: 'id', iw: 'he', ji: 'yi', tl: 'fil' };

/** Languages in more than one script: the usual one, and where another one is usual. */
const SCRIPTS: Readonly<
  Record<string, { readonly usual: string; readonly in: Readonly<Record<string, string>> }>
> = {
  az: { usual: 'Latn', in: { IR: 'Arab' } },
  pa: { usual: 'Guru', in: { PK: 'Arab' } },
  sr: { usual: 'Cyrl', in: { ME: 'Latn' } },
  uz: { usual: 'Latn', in: { AF: 'Arab' } },
  zh: { usual: 'Hans', in: { HK: 'Hant', MO: 'Hant', TW: 'Hant' } },
};

const REGIONS_OF_PARENTS: readonly (readonly [language: string, parent: string, regions: string])[] = [
  ['es', 'es-419', 'AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE'],
  ['pt', 'pt-PT', 'AO CH CV FR GQ GW LU MO MZ ST TL'],
  ['en', 'en-001', 'AU BE GB HK IE IL IN KE MT MY NG NZ PK SG ZA'],
  ['zh', 'zh-Hant-HK', 'MO'],
];
const PARENTS: ReadonlyMap<string, string> = new Map(
  REGIONS_OF_PARENTS.flatMap(([language, parent, regions]) =>
    regions.split(' ').map((region) => {
      const script = SCRIPTS[language]?.in[region];
      return [[language, script, region].filter(Boolean).join('-'), parent] as const;
    }),
  ),
);

/** Which region a bare language speaks like, where several are translated by themselves. */
const USUAL_REGION: Readonly<Record<string, string>> = {
  en: 'US',
  es: 'ES',
  pt: 'BR',
  zh: 'CN',
  'zh-Hant': 'TW',
};

interface Parts {
  readonly language: string;
  /** Only where it is not the language's usual one. */
  readonly script: string | null;
  readonly region: string | null;
}

const TAG = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?(?:-[a-z\d]{1,8})*$/;

/** Null for what is no tag of BCP 47, or none that could be chosen (`x-…`, `i-…`). */
function partsOf(tag: string): Parts | null {
  const found = TAG.exec(tag.toLowerCase());
  if (found === null) return null;
  const [, code = '', scriptCode, regionCode] = found;
  const language = NEWER[code] ?? code;
  const region = regionCode?.toUpperCase() ?? null;
  const known = SCRIPTS[language];
  const written = scriptCode === undefined ? null : scriptCode.charAt(0).toUpperCase() + scriptCode.slice(1);
  const script = written ?? (region === null ? null : (known?.in[region] ?? null));
  return { language, script: script === known?.usual ? null : script, region };
}

function joined({ language, script, region }: Parts): string {
  return [language, script, region].filter((part) => part !== null).join('-');
}

/** The tag in its shortest form, then its parents; the last one is the language in its script. */
function chainOf(tag: string): readonly string[] {
  const parts = partsOf(tag);
  if (parts === null) return [];
  const own = joined(parts);
  const base = joined({ ...parts, region: null });
  const chain = [own];
  for (let parent = PARENTS.get(own); parent !== undefined; parent = PARENTS.get(parent)) chain.push(parent);
  return own === base ? chain : [...chain, base];
}

/** Which of `offered` suits one wish: itself, else its nearest parent, else what is written in the same language and script.
 * Null when none does: another script is another language to its reader. */
export function matchLocale(wanted: Locale, offered: readonly Locale[]): Locale | null {
  const same = offered.find((tag) => tag.toLowerCase() === wanted.toLowerCase());
  if (same !== undefined) return same;
  const chains = offered.map((tag) => ({ tag, chain: chainOf(tag) }));
  const wishes = chainOf(wanted);
  for (const wish of wishes) {
    const found = chains.find(({ chain }) => chain[0] === wish);
    if (found !== undefined) return found.tag;
  }
  return siblingOf(wishes, chains);
}

interface Offered {
  readonly tag: Locale;
  readonly chain: readonly string[];
}

function siblingOf(wishes: readonly string[], offered: readonly Offered[]): Locale | null {
  const base = wishes.at(-1);
  if (base === undefined) return null;
  const usual = USUAL_REGION[base];
  for (const wish of wishes) {
    const related = offered.filter(({ chain }) => chain.includes(wish));
    const best = related.find(({ chain }) => chain[0] === `${base}-${usual}`) ?? related[0];
    if (best !== undefined) return best.tag;
  }
  return null;
}

/** The best of what is offered: for the first wish that anything suits, that; else English, else the first.
 * @param wanted - best first. What is no BCP 47 tag is passed over.
 * @returns one of `offered`, as it is written there; null when nothing is offered. */
export function chooseLocale(
  wanted: Locale | readonly Locale[] | undefined,
  offered: readonly Locale[],
): Locale | null {
  const wishes = typeof wanted === 'string' ? [wanted] : (wanted ?? []);
  for (const wish of [...wishes, 'en']) {
    const found = matchLocale(wish, offered);
    if (found !== null) return found;
  }
  return offered[0] ?? null;
}

/** What a record by language says to a reader of `locale`; empty where it says nothing. */
export function inLocale(texts: Readonly<Record<Locale, string>>, locale: Locale): string {
  const chosen = chooseLocale(locale, Object.keys(texts).sort());
  return (chosen === null ? undefined : texts[chosen]) ?? '';
}

/** Whether a reader of the one reads the other: the same language in the same script. Any text may be asked about. */
export function sameLanguage(a: Locale, b: Locale): boolean {
  const [one, other] = [chainOf(a).at(-1), chainOf(b).at(-1)];
  return one !== undefined && one === other;
}

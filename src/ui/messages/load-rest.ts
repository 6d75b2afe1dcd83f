import { later } from '../../core/later.js';
import type { DeskMessages } from './desk-keys.js';
import { fetched, type WordsFile } from './fetched.js';
import type { FetchedLanguage, ShippedLanguage } from './shipped.js';
import type { CaptureMessages, LaterMessages } from './types.js';

const base = import.meta.url;

/** What is said from the agreement to the sending, and what is said of a check at its end and at a desk, which does without the
 * words of the recording. */
interface LaterFiles {
  readonly capture: WordsFile<CaptureMessages>;
  readonly desk: WordsFile<DeskMessages>;
}

const ENGLISH: LaterFiles = {
  capture: later(() => import('./en-later.js'), base),
  desk: later(() => import('./en-desk.js'), base),
};

const FILES: Readonly<Record<FetchedLanguage, LaterFiles>> = {
  ar: {
    capture: later(() => import('./ar-later.js'), base),
    desk: later(() => import('./ar-desk.js'), base),
  },
  cs: {
    capture: later(() => import('./cs-later.js'), base),
    desk: later(() => import('./cs-desk.js'), base),
  },
  de: {
    capture: later(() => import('./de-later.js'), base),
    desk: later(() => import('./de-desk.js'), base),
  },
  el: {
    capture: later(() => import('./el-later.js'), base),
    desk: later(() => import('./el-desk.js'), base),
  },
  es: {
    capture: later(() => import('./es-later.js'), base),
    desk: later(() => import('./es-desk.js'), base),
  },
  fr: {
    capture: later(() => import('./fr-later.js'), base),
    desk: later(() => import('./fr-desk.js'), base),
  },
  he: {
    capture: later(() => import('./he-later.js'), base),
    desk: later(() => import('./he-desk.js'), base),
  },
  hi: {
    capture: later(() => import('./hi-later.js'), base),
    desk: later(() => import('./hi-desk.js'), base),
  },
  id: {
    capture: later(() => import('./id-later.js'), base),
    desk: later(() => import('./id-desk.js'), base),
  },
  it: {
    capture: later(() => import('./it-later.js'), base),
    desk: later(() => import('./it-desk.js'), base),
  },
  ja: {
    capture: later(() => import('./ja-later.js'), base),
    desk: later(() => import('./ja-desk.js'), base),
  },
  ko: {
    capture: later(() => import('./ko-later.js'), base),
    desk: later(() => import('./ko-desk.js'), base),
  },
  nl: {
    capture: later(() => import('./nl-later.js'), base),
    desk: later(() => import('./nl-desk.js'), base),
  },
  pl: {
    capture: later(() => import('./pl-later.js'), base),
    desk: later(() => import('./pl-desk.js'), base),
  },
  'pt-BR': {
    capture: later(() => import('./pt-br-later.js'), base),
    desk: later(() => import('./pt-br-desk.js'), base),
  },
  'pt-PT': {
    capture: later(() => import('./pt-pt-later.js'), base),
    desk: later(() => import('./pt-pt-desk.js'), base),
  },
  ro: {
    capture: later(() => import('./ro-later.js'), base),
    desk: later(() => import('./ro-desk.js'), base),
  },
  ru: {
    capture: later(() => import('./ru-later.js'), base),
    desk: later(() => import('./ru-desk.js'), base),
  },
  sv: {
    capture: later(() => import('./sv-later.js'), base),
    desk: later(() => import('./sv-desk.js'), base),
  },
  th: {
    capture: later(() => import('./th-later.js'), base),
    desk: later(() => import('./th-desk.js'), base),
  },
  tr: {
    capture: later(() => import('./tr-later.js'), base),
    desk: later(() => import('./tr-desk.js'), base),
  },
  uk: {
    capture: later(() => import('./uk-later.js'), base),
    desk: later(() => import('./uk-desk.js'), base),
  },
  vi: {
    capture: later(() => import('./vi-later.js'), base),
    desk: later(() => import('./vi-desk.js'), base),
  },
  'zh-Hans': {
    capture: later(() => import('./zh-hans-later.js'), base),
    desk: later(() => import('./zh-hans-desk.js'), base),
  },
  'zh-Hant': {
    capture: later(() => import('./zh-hant-later.js'), base),
    desk: later(() => import('./zh-hant-desk.js'), base),
  },
};

export async function loadDesk(language: ShippedLanguage, signal: AbortSignal): Promise<DeskMessages> {
  const own = language === 'en' ? null : await fetched(FILES[language].desk, signal);
  return own ?? (await ENGLISH.desk(signal)).messages;
}

async function loadCapture(language: ShippedLanguage, signal: AbortSignal): Promise<CaptureMessages> {
  const own = language === 'en' ? null : await fetched(FILES[language].capture, signal);
  return own ?? (await ENGLISH.capture(signal)).messages;
}

export async function loadRest(language: ShippedLanguage, signal: AbortSignal): Promise<LaterMessages> {
  const [capture, desk] = await Promise.all([loadCapture(language, signal), loadDesk(language, signal)]);
  return { ...capture, ...desk };
}

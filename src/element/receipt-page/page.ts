import { resolveLocale, shippedLanguage } from '../../ui/locale.js';
import { loadDesk } from '../../ui/messages/load.js';
import { RECEIPTS_ELEMENT_NAME } from '../desk-elements.js';

/** `dist/receipt/`: a folder that a host puts anywhere, for sellers who come back with nothing but their receipt's file. It
 * keeps nothing and needs no storage. The page has no language of its own: it takes the browser's. */

const LOAD = new AbortController().signal;

async function nameOf(locale: string): Promise<string> {
  return (await loadDesk(shippedLanguage(locale), LOAD))['desk.name'];
}

async function speak(locale: string): Promise<void> {
  document.querySelector(RECEIPTS_ELEMENT_NAME)?.setAttribute('locale', locale);
  const name = await nameOf(locale);
  document.documentElement.lang = shippedLanguage(locale);
  document.title = name;
  const heading = document.querySelector('h1');
  if (heading !== null) heading.textContent = name;
}

void speak(resolveLocale(undefined, navigator.languages));

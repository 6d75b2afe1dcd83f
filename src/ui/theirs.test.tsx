import { describe, expect, it } from 'vitest';
import type { Locale } from '../core/types.js';
import type { NoticeView } from '../flow/state.js';
import { RECEIPT } from './desk/desk.fixture.js';
import { en } from './messages/en.js';
import { ReceiptPaper } from './ReceiptPaper.js';
import { NoticeScreen } from './screens/NoticeScreen.js';
import { OptedOutScreen } from './screens/OptedOutScreen.js';
import { NOTICE, OPTED_OUT, show, VIEW } from './screens.fixture.js';

/** Which language the screen says of the element that a text stands in: the nearest `lang` around it, or the widget's. */
function languageAt(markup: string, text: string): string {
  const open: string[] = ['en ltr'];
  const before = markup.slice(0, markup.indexOf(text));
  for (const [, closing, tag, attributes = ''] of before.matchAll(/<(\/)?(\w+)((?:\s[^<>]*)?)>/g)) {
    if (tag === 'br' || tag === 'input' || attributes.endsWith('/')) continue;
    if (closing !== undefined) {
      open.pop();
      continue;
    }
    const lang = /\slang="([^"]+)"/.exec(attributes)?.[1];
    const dir = /\sdir="([^"]+)"/.exec(attributes)?.[1];
    open.push(lang === undefined ? (open.at(-1) ?? '') : `${lang} ${dir}`);
  }
  return open.at(-1) ?? '';
}

const viewIn = (locale: Locale): NoticeView => ({
  ...VIEW,
  locale,
  alternatives: [
    { id: 'id', label: { en: 'Card', [locale]: 'WAY' }, expectedTime: { en: 'A day', [locale]: 'SOON' } },
  ],
  notice: {
    ...VIEW.notice,
    complaint: 'TEXT complaint\n[pt-BR] TEXT queixa',
    purposes: [...VIEW.notice.purposes, { id: 'more', text: 'TEXT more' }],
  },
});

describe.each([
  ['fi', 'ltr'],
  ['fa', 'rtl'],
])('a notice in %s, of which the widget has no words', (locale, dir) => {
  const view = viewIn(locale);
  const markup = show(<NoticeScreen state={{ ...NOTICE, view }} />, undefined, view);
  const { legal, complaint: _, ...notice } = view.notice;
  const texts = [notice, notice.purposes, legal, legal?.rights].flatMap((part) => Object.values(part ?? {}));
  const theirs = [...texts, ...notice.purposes.map(({ text }) => text)].filter(
    (text): text is string => typeof text === 'string' && text.startsWith('TEXT'),
  );

  it('is in its own language and direction, text by text', () => {
    expect(theirs.length).toBeGreaterThan(20);
    for (const text of [...theirs, 'TEXT complaint', 'WAY', 'SOON'])
      expect(languageAt(markup, text), text).toBe(`${locale} ${dir}`);
  });

  it.each([
    'notice.statement',
    'notice.details',
    'notice.brief.stays',
    'notice.ifDeclined',
    'notice.consent',
  ] as const)('leaves the widget’s words in theirs: %s', (key) =>
    expect(languageAt(markup, en[key])).toBe('en ltr'),
  );

  it('has a sentence in a third language as that, and without the mark', () => {
    expect(languageAt(markup, 'TEXT queixa')).toBe('pt-BR ltr');
    expect(markup).not.toContain('[pt-BR]');
  });

  it('goes on in it after a no', () => {
    const alternative = { id: 'post', label: { [locale]: 'POST' }, expectedTime: { [locale]: 'WEEK' } };
    const state = { ...OPTED_OUT, alternative, alternatives: view.alternatives, locale };
    const after = show(<OptedOutScreen state={state} />, undefined, view);
    for (const text of ['POST', 'WEEK', 'TEXT next', 'WAY'])
      expect(languageAt(after, text), text).toBe(`${locale} ${dir}`);
    expect(languageAt(after, en['optedOut.next'])).toBe('en ltr');
  });

  it('keeps it on the paper of the receipt, between the standard’s English', () => {
    const processing = { language: locale, purposes: [{ purpose: 'PURPOSE' }], collection_method: 'CAMERA' };
    const paper = show(<ReceiptPaper receipt={{ ...RECEIPT, consent: { processing } }} />);
    expect(languageAt(paper, 'PURPOSE')).toBe(`${locale} ${dir}`);
    expect(languageAt(paper, 'CAMERA')).toBe('en ltr');
  });
});

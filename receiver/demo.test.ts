import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { SHIPPED_MODEL } from '../src/core/shipped-model.js';
import { NoticeSchema } from '../src/envelope/wire.js';
import { demoOptions } from './demo.js';
import { noticeDe } from './notices/de.js';
import { noticeEn } from './notices/en.js';
import { noticeEs } from './notices/es.js';

describe('the demo marketplace', () => {
  it('states the threshold of the model that this package builds', () => {
    const { modelId, modelSha256 } = demoOptions().threshold;
    expect({ modelId, modelSha256, dim: demoOptions().embeddingDim }).toEqual(SHIPPED_MODEL);
  });

  it('leaves the figures of the threshold to discovery, which the widget shows: nothing is said twice', () => {
    const { notices, threshold } = demoOptions();
    const figures = [threshold.value, threshold.n].map((figure) => figure.toLocaleString('en'));
    for (const figure of figures) expect(JSON.stringify(notices.en)).not.toContain(figure);
  });

  it('promises nothing that cannot be promised', () => {
    const text = JSON.stringify(demoOptions());
    expect(text).not.toMatch(
      /irreversib|anonym|only numbers|just numbers|100 ?%|guarantee|secure(ly)? deleted/i,
    );
  });
});

describe('a notice of the demo', () => {
  const terms = { retentionDays: 90, embeddingDim: 512 };

  it.each([
    [
      noticeEn(terms),
      ['512 numbers', 'face recognition', 'biometric data', 'Articles 6(1)(a) and 9(2)(a)', '18'],
    ],
    [
      noticeDe(terms),
      ['512 Zahlen', 'Gesichtserkennung', 'biometrische Daten', 'Artikel 9 Absatz 2 a', '18'],
    ],
    [noticeEs(terms), ['512 números', 'reconocimiento facial', 'datos biométricos', 'artículos 6.1.a', '18']],
  ])('says what the law asks for', (notice, phrases) => {
    const checked = parse(NoticeSchema, notice);
    expect(checked.retentionDays).toBe(90);
    expect(checked.legal).toBeDefined();
    const said = JSON.stringify(checked).toLowerCase();
    for (const phrase of phrases) expect(said).toContain(phrase.toLowerCase());
  });
});

import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { calibratedThreshold } from '../src/calibration/calibrated-threshold.js';
import { MOBILEFACENET } from '../src/calibration/calibration.js';
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

  it.each(['en', 'de', 'es'])('says its own threshold in %s', (locale) => {
    const { notices, threshold } = demoOptions();
    const { comparison } = parse(NoticeSchema, notices[locale]);
    for (const figure of [threshold.value, threshold.n, threshold.worstGroup.n])
      expect(comparison).toContain(new Intl.NumberFormat(locale, { useGrouping: 'always' }).format(figure));
    expect(comparison).toContain(threshold.worstGroup.name[locale]);
  });

  it('promises nothing that cannot be promised', () => {
    const text = JSON.stringify(demoOptions());
    expect(text).not.toMatch(
      /irreversib|anonym|only numbers|just numbers|100 ?%|guarantee|secure(ly)? deleted/i,
    );
  });
});

/** The figures by hand: 50 of 2,133,145 pairs overall, 3 of 5,886 (up to 8.8) in the worst group, 335 of 3,747 missed. */
describe('a notice of mobilefacenet’s threshold', () => {
  const terms = {
    threshold: calibratedThreshold(MOBILEFACENET, 'https://shop.example/calibration'),
    retentionDays: 90,
    embeddingDim: 512,
  };

  it.each([
    [
      noticeEn(terms),
      [
        '0.45',
        '2,066 people',
        '2,133,145',
        '1 in 43,000',
        'East Asian people',
        '1 in 2,000',
        '5,886',
        '1 in 670',
        '8.9%',
        '512 numbers',
        '90 days',
        'face recognition',
        'biometric data',
      ],
    ],
    [
      noticeDe(terms),
      [
        '0,45',
        '2.066 Menschen',
        '2.133.145',
        '1 von 43.000',
        'ostasiatische Menschen',
        '1 von 2.000',
        '5.886',
        '1 von 670',
        '8,9',
        '512 Zahlen',
        '90 Tagen',
        'Gesichtserkennung',
        'biometrische Daten',
      ],
    ],
    [
      noticeEs(terms),
      [
        '0,45',
        '2.066 personas',
        '2.133.145',
        '1 de cada 43.000',
        'personas de Asia oriental',
        '1 de cada 2.000',
        '5.886',
        '1 de cada 670',
        '8,9',
        '512 números',
        '90 días',
        'reconocimiento facial',
        'datos biométricos',
      ],
    ],
  ])('says what the law asks for, in figures', (notice, phrases) => {
    const text = JSON.stringify(parse(NoticeSchema, notice));
    for (const phrase of phrases) expect(text).toContain(phrase);
  });
});

import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { SHIPPED_MODEL } from '../src/core/shipped-model.js';
import { NoticeSchema } from '../src/envelope/wire.js';
import { DEMO_THRESHOLD, demoOptions } from './demo.js';

describe('the demo marketplace', () => {
  it('states the threshold of the model that this package builds', () => {
    const { modelId, modelSha256 } = DEMO_THRESHOLD;
    expect({ modelId, modelSha256, dim: demoOptions().embeddingDim }).toEqual(SHIPPED_MODEL);
  });

  it.each([
    [
      'en',
      [
        '0.919',
        '1 in 1,000',
        '3.3%',
        '4,500',
        `${SHIPPED_MODEL.dim} numbers`,
        '90 days',
        'face recognition',
        'biometric data',
      ],
    ],
    [
      'de',
      [
        '0,919',
        '1 von 1.000',
        '3,3',
        '4.500',
        `${SHIPPED_MODEL.dim} Zahlen`,
        '90 Tagen',
        'Gesichtserkennung',
        'biometrische Daten',
      ],
    ],
    [
      'es',
      [
        '0,919',
        '1 de cada 1.000',
        '3,3',
        '4.500',
        `${SHIPPED_MODEL.dim} números`,
        '90 días',
        'reconocimiento facial',
        'dato biométrico',
      ],
    ],
  ])('says in %s what the law asks for, in its own figures', (locale, phrases) => {
    const notice = parse(NoticeSchema, demoOptions().notices[locale]);
    const text = Object.values(notice)
      .flat()
      .map((field) => JSON.stringify(field))
      .join('\n');
    for (const phrase of phrases) expect(text).toContain(phrase);
  });

  it('promises nothing that cannot be promised', () => {
    const text = JSON.stringify(demoOptions());
    expect(text).not.toMatch(
      /irreversib|anonym|only numbers|just numbers|100 ?%|guarantee|secure(ly)? deleted/i,
    );
  });
});

import { readFile } from 'node:fs/promises';
import { array, object, parse, string } from 'valibot';
import { describe, expect, it } from 'vitest';
import { NoticeSchema } from '../src/envelope/wire.js';
import { DEMO_THRESHOLD, demoOptions } from './demo.js';

const ManifestSchema = object({ models: array(object({ id: string(), sha256: string() })) });

describe('the demo marketplace', () => {
  it('states the threshold of the model that this package builds', async () => {
    const path = new URL('../public/models/manifest.json', import.meta.url);
    const { models } = parse(ManifestSchema, JSON.parse(await readFile(path, 'utf8')));
    const built = models.find(({ id }) => id === DEMO_THRESHOLD.modelId);
    expect(DEMO_THRESHOLD.modelSha256).toBe(built?.sha256);
  });

  it.each([
    ['en', ['0.919', '1 in 1,000', '3.3%', '4,500', '90 days', 'face recognition', 'biometric data']],
    ['de', ['0,919', '1 von 1.000', '3,3', '4.500', '90 Tagen', 'Gesichtserkennung', 'biometrische Daten']],
    [
      'es',
      ['0,919', '1 de cada 1.000', '3,3', '4.500', '90 días', 'reconocimiento facial', 'dato biométrico'],
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

import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { GROUP_NAMES } from '../src/calibration/calibrated-threshold.js';
import { SHIPPED_MODEL } from '../src/core/shipped-model.js';
import { NoticeSchema } from '../src/envelope/wire.js';
import { demoOptions } from './demo.js';
import { DEMO_LANGUAGES } from './notices/languages.js';
import type { NamedOperators } from './notices/three-parts.js';
import { noticeOf } from './notices/words.js';

const OPERATORS: NamedOperators = [
  { name: 'First Audit', contact: 'privacy@first.example', address: 'First Street 1, Firstham' },
  { name: 'Second Trust', contact: 'privacy@second.example', address: 'Second Street 2, Secondham' },
  { name: 'Third Data', contact: 'privacy@third.example', address: 'Third Street 3, Thirdham' },
];

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

  it('names the worst measured group in every language of its notices, each in its own words', () => {
    for (const names of Object.values(GROUP_NAMES)) {
      expect(Object.keys(names).toSorted()).toEqual(Object.keys(DEMO_LANGUAGES).toSorted());
      expect(new Set(Object.values(names)).size).toBe(Object.keys(DEMO_LANGUAGES).length);
    }
    const { name } = demoOptions().threshold.worstGroup;
    expect(Object.keys(name).toSorted()).toEqual(Object.keys(demoOptions().notices).toSorted());
  });

  it('gives whoever begins with its options no search of the whole gallery', () => {
    expect(demoOptions()).not.toHaveProperty('search');
  });

  it.each([
    ['without operators', undefined],
    ['with operators', OPERATORS],
  ])('promises nothing that cannot be promised, %s', (_, operators) => {
    const text = JSON.stringify(demoOptions(operators));
    expect(text).not.toMatch(
      /irreversib|anonym|only numbers|just numbers|100 ?%|guarantee|secure(ly)? deleted/i,
    );
  });
});

describe('a notice of the demo', () => {
  const terms = { retentionDays: 90, embeddingDim: 512 };

  it.each([
    ['en', ['512 numbers', 'face recognition', 'biometric data', 'Articles 6(1)(a) and 9(2)(a)']],
    ['de', ['512 Zahlen', 'Gesichtserkennung', 'biometrische Daten', 'Artikel 9 Absatz 2 a']],
    ['es', ['512 números', 'reconocimiento facial', 'datos biométricos', 'artículos 6.1.a']],
    ['fr', ['512 nombres', 'reconnaissance faciale', 'données biométriques', 'articles 6(1)(a) et 9(2)(a)']],
    ['it', ['512 numeri', 'riconoscimento facciale', 'dati biometrici', 'articoli 6(1)(a) e 9(2)(a)']],
    ['pt-BR', ['512 números', 'reconhecimento facial', 'dados biométricos', 'artigos 6(1)(a) e 9(2)(a)']],
    ['pl', ['liczby (512)', 'rozpoznawania twarzy', 'dane biometryczne', 'art. 9 ust. 2 lit. a']],
    ['tr', ['512 sayı', 'yüz tanıma', 'biyometrik veri', 'madde 6(1)(a) ve 9(2)(a)']],
    ['vi', ['512 con số', 'nhận diện khuôn mặt', 'dữ liệu sinh trắc học', 'điều 6(1)(a) và 9(2)(a)']],
    ['ja', ['512個の数値', '顔認識', '生体情報', '第9条第2項(a)']],
    ['ar', ['512 رقمًا', 'التعرّف على الوجه', 'بيانات بيومترية', '9(2)']],
  ])('says what the law asks for: %s', (locale, phrases) => {
    const { [locale]: words } = DEMO_LANGUAGES;
    if (words === undefined) throw new Error(`the demo says nothing in ${locale}`);
    const checked = parse(NoticeSchema, noticeOf(words, terms));
    expect(checked.retentionDays).toBe(90);
    expect(checked.legal).toBeDefined();
    const said = JSON.stringify(checked).toLowerCase();
    for (const phrase of [...phrases, '18', 'privacy@marktkiste.example'])
      expect(said).toContain(phrase.toLowerCase());
  });
});

describe('a notice of the demo, with three operators', () => {
  const usual = demoOptions().notices;
  const { notices } = demoOptions(OPERATORS);

  it.each([
    ['en', 'three parts', 'Two of them together could put the template together', 'signs a receipt'],
    ['de', 'drei Teile', 'Zwei von ihnen zusammen könnten', 'einen Beleg'],
    ['es', 'tres partes', 'Dos de ellos juntos podrían', 'un recibo'],
    ['fr', 'trois parties', 'Deux d’entre eux ensemble pourraient', 'un reçu'],
    ['it', 'tre parti', 'Due di loro insieme potrebbero', 'una ricevuta'],
    ['pt-BR', 'três partes', 'Dois deles juntos poderiam', 'um comprovante'],
    ['pl', 'trzy części', 'Dwaj z nich razem mogliby', 'pokwitowanie'],
    ['tr', 'üç parçaya', 'ikisi bir araya gelirse', 'bir makbuz'],
    ['vi', 'ba phần', 'Hai bên trong số đó cùng nhau có thể', 'một biên nhận'],
    ['ja', '3つに分け', '2者がそろえば', '署名した控え'],
    ['ar', 'ثلاثة أجزاء', 'يمكن لاثنين منهم معًا', 'إيصالًا'],
  ])('says who gets what, and what two of them could do: %s', (locale, parts, two, receipts) => {
    const notice = parse(NoticeSchema, notices[locale]);
    expect(notice.sent).toContain(parts);
    expect(notice.recipients).toContain(two);
    expect(notice.removal).toContain(receipts);
    for (const { name, contact, address } of OPERATORS) {
      for (const told of [name, contact, address]) expect(notice.recipients).toContain(told);
      expect(notice.purposes[0]?.text).toContain(name);
      expect(notice.legal?.processors).toContain(name);
    }
  });

  it.each(Object.keys(DEMO_LANGUAGES))(
    'is another text where the usual one would not be true: %s',
    (locale) => {
      const [usualOne, one] = [usual[locale], notices[locale]];
      if (usualOne === undefined || one === undefined) throw new Error(`the demo says nothing in ${locale}`);
      const same = (key: keyof typeof one) => one[key] === usualOne[key];
      const changed = ['version', 'comparison', 'sent', 'recipients', 'storagePlace', 'removal'] as const;
      expect(changed.filter(same)).toEqual([]);
      expect(one.legal?.processors).not.toBe(usualOne.legal?.processors);
      expect(one.purposes[0]?.text).not.toBe(usualOne.purposes[0]?.text);
    },
  );
});

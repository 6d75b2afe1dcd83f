import { CandorError } from '../core/errors.js';
import { matchLocale } from '../core/locale.js';
import { inOtherLanguage } from '../core/passages.js';
import type { Locale, Notice, NoticeLegal } from '../core/types.js';

/** Words and limits that the law of a place asks for besides (requirement L-16). A pack adds to a notice: it takes no field away,
 * replaces no sentence and never lengthens how long something is kept. What they say was looked up or is general knowledge
 * (docs/dpia-template.md says which); none of it is legal advice. */

export type Jurisdiction = 'eu' | 'uk' | 'us-il' | 'us-tx' | 'us-wa' | 'vn' | 'in' | 'br';

/** What a law adds to the notice, in one language. */
export interface LawPackWords {
  /** Follows `legal.basis`. */
  readonly basis: string;
  /** Follows `complaint`. */
  readonly complaint: string;
  /** Follows the first purpose: what is agreed to. Left out where the law asks for no words of its own. */
  readonly statement?: string | undefined;
}

/** What one law asks of a notice. No legal advice. */
export interface LawPack {
  readonly jurisdiction: Jurisdiction;
  /** The statutes that it is about. */
  readonly statutes: readonly string[];
  /** Longest time that a face template may be kept, days, 1…1095. */
  readonly mostRetentionDays: number;
  /** By language; English is always there. */
  readonly words: Readonly<Record<'en', LawPackWords>> & Readonly<Record<Locale, LawPackWords>>;
}

/** BIPA 15(a) and the base of this protocol: three years. */
const THREE_YEARS_DAYS = 1_095;
/** Texas: a year after the purpose is over, which a check at sign-up is at once. */
const ONE_YEAR_DAYS = 365;

/** Every law pack, by jurisdiction.
 * @example
 * const { statutes, mostRetentionDays } = LAW_PACKS['us-il']; */
export const LAW_PACKS: Readonly<Record<Jurisdiction, LawPack>> = {
  eu: {
    jurisdiction: 'eu',
    statutes: ['Regulation (EU) 2016/679 (GDPR), Articles 6(1)(a), 7, 9(2)(a), 13, 22, 77'],
    mostRetentionDays: THREE_YEARS_DAYS,
    words: {
      en: {
        basis: 'You may withdraw your consent at any time. What was done before stays lawful.',
        complaint: 'A list of the authorities is at edpb.europa.eu.',
      },
      de: {
        basis: 'Sie können Ihre Einwilligung jederzeit widerrufen. Was vorher geschah, bleibt rechtmäßig.',
        complaint: 'Eine Liste der Behörden steht auf edpb.europa.eu.',
      },
      es: {
        basis: 'Puede retirar su consentimiento en cualquier momento. Lo hecho antes sigue siendo lícito.',
        complaint: 'La lista de autoridades está en edpb.europa.eu.',
      },
    },
  },
  uk: {
    jurisdiction: 'uk',
    statutes: ['UK GDPR, Articles 6(1)(a), 7, 9(2)(a), 13, 22', 'Data Protection Act 2018'],
    mostRetentionDays: THREE_YEARS_DAYS,
    words: {
      en: {
        basis: 'In the United Kingdom, the UK GDPR applies in the same way.',
        complaint: 'In the United Kingdom: Information Commissioner’s Office, ico.org.uk.',
      },
    },
  },
  'us-il': {
    jurisdiction: 'us-il',
    statutes: ['Biometric Information Privacy Act, 740 ILCS 14/15'],
    mostRetentionDays: THREE_YEARS_DAYS,
    words: {
      en: {
        basis: 'In Illinois: your written release under 740 ILCS 14/15(b)(3).',
        complaint: 'In Illinois you may also bring your own action, 740 ILCS 14/20.',
        statement: 'This is my written release for a scan of my face geometry.',
      },
    },
  },
  'us-tx': {
    jurisdiction: 'us-tx',
    statutes: ['Texas Business and Commerce Code, section 503.001'],
    mostRetentionDays: ONE_YEAR_DAYS,
    words: {
      en: {
        basis: 'In Texas: informed before capture, with your consent (Business and Commerce Code 503.001).',
        complaint: 'In Texas: the Attorney General, texasattorneygeneral.gov.',
      },
    },
  },
  'us-wa': {
    jurisdiction: 'us-wa',
    statutes: ['RCW 19.375', 'My Health My Data Act, RCW 19.373'],
    mostRetentionDays: THREE_YEARS_DAYS,
    words: {
      en: {
        basis: 'In Washington: your consent under RCW 19.375 and RCW 19.373.',
        complaint: 'In Washington: the Attorney General, atg.wa.gov.',
      },
    },
  },
  vn: {
    jurisdiction: 'vn',
    statutes: ['Law on Personal Data Protection, 91/2025/QH15', 'Decree 13/2023/ND-CP'],
    mostRetentionDays: THREE_YEARS_DAYS,
    words: {
      en: {
        basis: 'In Vietnam: your consent to sensitive personal data. A face template is such data.',
        complaint: 'In Vietnam: the Ministry of Public Security, department A05.',
        statement: 'I know that this is sensitive personal data.',
      },
    },
  },
  in: {
    jurisdiction: 'in',
    statutes: ['Digital Personal Data Protection Act 2023, sections 5, 6, 11 to 14'],
    mostRetentionDays: THREE_YEARS_DAYS,
    words: {
      en: {
        basis:
          'In India: your consent under section 6 of the DPDP Act 2023. You may name someone to use your rights for you.',
        complaint: 'In India: first to us, then to the Data Protection Board of India.',
      },
    },
  },
  br: {
    jurisdiction: 'br',
    statutes: ['Lei Geral de Proteção de Dados, Lei 13.709/2018, Artigos 9, 11, 18, 20'],
    mostRetentionDays: THREE_YEARS_DAYS,
    words: {
      en: {
        basis: 'In Brazil: your specific and highlighted consent (LGPD, Article 11, I).',
        complaint: 'In Brazil: Autoridade Nacional de Proteção de Dados, gov.br/anpd.',
        statement: 'I consent to this purpose only.',
      },
    },
  },
};

/** A notice with the words and limits of the places where its marketplace sells: every word of the notice stays.
 * @param locale - the notice's language. A pack that is not written in it speaks English, on lines of their own that say so
 * (`[en] In Brazil: …`), so that they are read aloud as English.
 * @throws `config.invalid` for a notice without a `legal` part: there would be nothing to add to.
 * @example
 * const sold = withLawPacks(notice, 'en', [LAW_PACKS.eu, LAW_PACKS.uk]); */
export function withLawPacks(notice: Notice, locale: Locale, packs: readonly LawPack[]): Notice {
  const { legal } = notice;
  if (legal === undefined) throw new CandorError('config.invalid', { detail: 'notice.legal' });
  const words = packs.map((pack) => wordsIn(pack, locale));
  const add = (text: string, name: keyof LawPackWords): string => joined(text, words, name);
  return {
    ...notice,
    retentionDays: Math.min(notice.retentionDays, ...packs.map(({ mostRetentionDays }) => mostRetentionDays)),
    complaint: add(notice.complaint, 'complaint'),
    purposes: notice.purposes.map((purpose, index) =>
      index === 0 ? { ...purpose, text: add(purpose.text, 'statement') } : purpose,
    ),
    legal: { ...legal, basis: add(legal.basis, 'basis') } satisfies NoticeLegal,
  };
}

interface SpokenWords {
  readonly words: LawPackWords;
  /** Not in the notice's language. */
  readonly isEnglish: boolean;
}

function wordsIn({ words }: LawPack, locale: Locale): SpokenWords {
  const found = words[matchLocale(locale, Object.keys(words)) ?? ''];
  return found === undefined ? { words: words.en, isEnglish: true } : { words: found, isEnglish: false };
}

/** What is in the notice's language first: after a line in English it would belong to it. */
function joined(text: string, all: readonly SpokenWords[], name: keyof LawPackWords): string {
  const saying = (english: boolean): readonly string[] =>
    all.filter(({ isEnglish }) => isEnglish === english).flatMap(({ words }) => words[name] ?? []);
  const own = [text, ...saying(false)].join(' ');
  return (
    own +
    saying(true)
      .map((sentence) => inOtherLanguage('en', sentence))
      .join('')
  );
}

/** Words that several stages share. The wire's own shapes are in `envelope/wire.ts`, in valibot; the ones that
 * purer stages (consent, liveness) need as well stand here, and wire.ts proves at compile time that both agree. */

/** BCP 47 tag, for example `en` or `pt-BR`. */
export type Locale = string;

/** What the seller may be asked to do. Left and right are the person's own. */
export type Action = 'turn-left' | 'turn-right' | 'look-up' | 'move-closer' | 'open-mouth';

/** How the seller is checked; `no-gestures` asks for no movement and always goes to a person. */
export type Profile = 'standard' | 'no-gestures';

/** Who decides why and how the data is used, as the notice names them. */
export interface Controller {
  readonly name: string;
  readonly contact: string;
  readonly address: string;
}

/** One purpose that the seller agrees to or not. */
export interface Purpose {
  readonly id: string;
  readonly text: string;
}

/** What the law of the European Union asks a notice for besides (GDPR 7, 8, 13, 44). Stated as a whole or not at all: notices
 * of before it have none. */
export interface NoticeLegal {
  /** By which right the face is processed (13(1)(c)). */
  readonly basis: string;
  /** What sellers may ask for, and how (13(2)(b)); deletion is the notice's `removal`, complaints its `complaint`. */
  readonly rights: {
    readonly access: string;
    readonly rectification: string;
    readonly portability: string;
  };
  /** Who works with it for the controller (13(1)(e)). */
  readonly processors: string;
  /** Into which other countries it goes, and under which safeguard (13(1)(f)). */
  readonly transfers: string;
  /** What stays once the face is deleted, for how long, and why: the proof of consent (7(1)). */
  readonly afterWithdrawal: string;
  /** What the seller says of their age by agreeing: never estimated from the face (requirement L-18). */
  readonly ageDeclaration: string;
}

/** What the seller is told before anything happens (GDPR 13, BIPA 15(b); requirement L-05). Every field is shown. */
export interface Notice {
  readonly version: string;
  readonly controller: Controller;
  readonly purpose: string;
  readonly reason: string;
  readonly why_now: string;
  readonly regions: string;
  readonly comparison: string;
  readonly sent: string;
  readonly notSent: string;
  readonly recipients: string;
  readonly storagePlace: string;
  readonly retentionDays: number;
  readonly removal: string;
  readonly complaint: string;
  readonly humanDecision: string;
  readonly ifDeclined: string;
  readonly policyUrl: string;
  readonly purposes: readonly Purpose[];
  readonly legal?: NoticeLegal | undefined;
}

/** A way to become a seller without a face check. `second-account` is reserved: it declares a legitimate second account. */
export interface Alternative {
  readonly id: string;
  readonly label: Readonly<Record<Locale, string>>;
  readonly expectedTime: Readonly<Record<Locale, string>>;
  readonly href?: string | undefined;
}

/** The published operating point of the comparison. No threshold, no answer (requirement M-01). */
export interface Threshold {
  readonly modelId: string;
  readonly modelSha256: string;
  readonly metric: 'cosine';
  /** Similarity at and above which two templates are put before a person, −1…1. */
  readonly value: number;
  /** False match rate at `value`, 0…1. */
  readonly fmr: number;
  /** False non-match rate at `value`, 0…1. */
  readonly fnmr: number;
  /** Impostor pairs behind `fmr`. */
  readonly n: number;
  readonly calibration: string;
  /** Left out where nobody measured groups: the notice then says so (requirement P-08). */
  readonly worstGroup?: WorstGroup | undefined;
}

/** Of the groups of people that were compared among themselves, the one with the most false matches. */
export interface WorstGroup {
  readonly name: Readonly<Record<Locale, string>>;
  /** False match rate at the threshold among the people of this group, above 0; where none was seen, `fmrAtMost`. */
  readonly fmr: number;
  /** Upper end of its 95 % interval, `fmr`…1. */
  readonly fmrAtMost: number;
  /** Impostor pairs of this group. */
  readonly n: number;
}

/** What a newcomer who is nobody's duplicate must expect of a search, at the upper bounds of the rates. */
export interface SearchError {
  /** Strangers that the newcomer is taken for, on average. */
  readonly falseHits: number;
  /** False positive identification rate: share of such newcomers with at least one hit, 1 − (1 − FMR)^N (ISO/IEC 19795-1). */
  readonly fpir: number;
}

/** How a receiver searches for duplicates now. */
export interface Search {
  /** `gallery`: a newcomer is compared with all templates. `groups`: only with those of sellers who share something with the
   * newcomer that the marketplace knows of, and the errors below are those of a search among all. */
  readonly scope: 'gallery' | 'groups';
  /** Stored now. */
  readonly templates: number;
  readonly overall: SearchError;
  /** Of the worst measured group; null where no group was measured. */
  readonly worstGroup: SearchError | null;
}

/** Of a {@link Search}, what the seller who agreed had read. */
export type ToldSearch = Pick<Search, 'scope' | 'templates'>;

/** One movement that is asked for during the clip. */
export interface ChallengeStep {
  readonly action: Action;
  /** Media time of the clip at which the cue is shown, ms. */
  readonly cueAtMs: number;
}

/** One colour of the coloured-light check. */
export interface LightStep {
  /** sRGB, 0–255 each. */
  readonly rgb: readonly [number, number, number];
  readonly atMs: number;
}

/** What the server asks of this one session (requirement C-01). */
export interface Challenge {
  readonly id: string;
  readonly steps: readonly ChallengeStep[];
  readonly colours?: readonly LightStep[] | undefined;
}

/** One session = one attempt. */
export interface Session {
  readonly sessionId: string;
  /** 32 bytes, base64url. */
  readonly nonce: string;
  readonly captureBy: string;
  readonly submitBy: string;
  readonly attemptsLeft: number;
  readonly challenge: Challenge;
  /** The receiver's clock when it opened the session. */
  readonly now?: string | undefined;
}

/** Length of the clip in media time, ms. */
export const CLIP_DURATION_MS = 5_000;
/** How far the clip may miss {@link CLIP_DURATION_MS}, ms. */
export const CLIP_TOLERANCE_MS = 200;

/** How much of a download is there. Bytes as they are unpacked: a server that compresses sends fewer. */
export interface BytesLoaded {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

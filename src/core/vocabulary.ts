/** The types that every door names, each once. */

export type {
  ConsentMethod,
  Envelope,
  Header,
  Kem,
  Objection,
  Outcome,
  Payload,
  Receipt,
  Review,
  StoredObjection,
  StoredRecord,
} from './record.js';
export type {
  Action,
  Alternative,
  Challenge,
  ChallengeStep,
  Controller,
  LightStep,
  Locale,
  Notice,
  NoticeLegal,
  Profile,
  Purpose,
  Search,
  SearchError,
  Session,
  Threshold,
  ToldSearch,
  WorstGroup,
} from './types.js';
export type {
  Band,
  CheckId,
  CheckResult,
  PlaceHint,
  PositionHint,
  ReasonCode,
  Verdict,
  VerdictWord,
} from './verdict.js';

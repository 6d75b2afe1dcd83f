import type { SearchError } from '../src/core/types.js';
import type { ProblemCode, StoredRecord } from '../src/envelope/wire.js';
import type { Searched } from './matching/decide.js';
import type { LeftOutCode } from './matching/left-out.js';
import type { ScanLossCode } from './matching/scan/scan-thread.js';

import type { StoredBasis } from './store/kinds.js';

/** What the receiver says of itself: no body, no address, no subject, no token, no key. */
export type LogEntry =
  | { readonly event: 'started'; readonly locales: readonly string[]; readonly test: boolean }
  | {
      readonly event: 'answered';
      /** Absent for the sellers' app. */
      readonly app?: 'review' | 'operator';
      readonly method: string;
      /** The pattern, such as `/verifications/:id`, not the address. */
      readonly route: string;
      readonly status: number;
      readonly code?: ProblemCode;
      readonly durationMs: number;
    }
  | {
      readonly event: 'verification.received';
      readonly verificationId: string;
      readonly status: StoredRecord['status'];
      readonly basis: StoredBasis;
      /** Among whom was searched. */
      readonly searched: Searched;
      readonly gallerySize: number;
      readonly scopeSize: number;
      readonly lowConfidence: boolean;
      readonly test: boolean;
    }
  | { readonly event: 'verification.withdrawn' | 'verification.objected'; readonly verificationId: string }
  | {
      readonly event: 'webhook.attempted';
      readonly messageId: string;
      readonly type: string;
      /** A hash of its address. */
      readonly endpoint: string;
      /** Null: no answer, and `code` says why. */
      readonly status: number | null;
      readonly retryAfterS: number | null;
      readonly code?: string;
      readonly attempts: number;
    }
  /** It was tried for three days. */
  | {
      readonly event: 'webhook.given_up';
      readonly messageId: string;
      readonly type: string;
      readonly endpoint: string;
    }
  /** Messages wait for an endpoint that is not in the settings any more: nobody sends them, and they are given up when they are three days old.
   * Said once by each receiver. */
  | {
      readonly event: 'webhook.endpoint_removed';
      /** A hash of its address. */
      readonly endpoint: string;
      readonly messages: number;
    }
  | {
      readonly event: 'case.reviewed';
      readonly caseId: string;
      readonly outcome:
        | 'same_person'
        | 'different_person'
        | 'allowed_second_account'
        | 'no_concern'
        | 'asked';
    }
  | {
      readonly event: 'swept';
      readonly verifications: number;
      readonly proofs: number;
      readonly sessions: number;
      readonly optOuts: number;
      readonly exemptions: number;
      readonly webhookMessages: number;
    }
  /** What a search among the templates stored, or planned, does to a newcomer who is nobody's duplicate. Said at start. */
  | {
      readonly event: 'search.expected';
      readonly gallerySize: number;
      readonly overall: SearchError;
      /** Null where no group was measured. */
      readonly worstGroup: SearchError | null;
      /** Templates up to which a newcomer meets no more than 0.1 false hits: by the worst measured group, or overall where none was
       * measured. */
      readonly holdsUpTo: number;
    }
  /** Deletions that a crash cut short were finished. */
  | { readonly event: 'erasures.finished'; readonly templates: number }
  /** More false hits for each newcomer than people can look at: docs/thresholds.md. Said at start, and once each time that the gallery
   * grows past the bound. */
  | {
      readonly event: 'threshold.too_low';
      /** Templates searched, or planned where that is more. */
      readonly gallerySize: number;
      readonly falseHitsPerNewcomer: number;
      readonly measuredOn: 'worst_group' | 'overall';
    }
  /** A stored template is damaged, and is not searched; all others are (docs/matching.md). Said once by each receiver. */
  | { readonly event: 'template.left_out'; readonly verificationId: string; readonly code: LeftOutCode }
  /** A thread that opens envelopes was lost, and is replaced; what it had was opened without it. */
  | { readonly event: 'opener.lost' }
  /** A client's address is not known, so that it cannot be counted by it (docs/receiver.md). Said once. */
  | { readonly event: 'address.unknown' }
  /** A thread that scans the gallery was lost; the thread that asks does its share (docs/matching.md). */
  | {
      readonly event: 'scan.thread_lost';
      readonly code: ScanLossCode;
      /** How often it is still started again. */
      readonly startsLeft: number;
      /** Null where nothing was thrown. */
      readonly error: ErrorTrace | null;
    }
  /** How long the three operators took to compare a newcomer, and to store its parts (docs/three-operators.md). */
  | { readonly event: 'operators.admitted'; readonly durationMs: number }
  /** The three gave no answer together; who of them gives none is said next. */
  | {
      readonly event: 'operators.failed';
      readonly during: 'admit' | 'collect';
      readonly error: ErrorTrace;
    }
  /** They refused a newcomer (docs/three-operators.md#when-they-refuse). */
  | {
      readonly event: 'operators.refused';
      /** A code of docs/three-operators.md. */
      readonly code: string;
      /** Who said it; null where their answers differ. */
      readonly operator: 0 | 1 | 2 | null;
      /** Whose doing it is; `nobody`: that cannot be known. */
      readonly heldAgainst: 'seller' | 'operators' | 'nobody';
    }
  /** One of the three gives no answer, or refuses. */
  | {
      readonly event: 'operator.unanswered';
      readonly operator: 0 | 1 | 2;
      readonly during: 'describe' | 'admit' | 'collect' | 'remove';
      /** A code of docs/three-operators.md. */
      readonly code: string;
    }
  /** It could compare somebody again. */
  | { readonly event: 'operator.answers'; readonly operator: 0 | 1 | 2 }
  /** One of the three is another than the settings say: nobody is compared. */
  | { readonly event: 'operators.differ'; readonly fields: readonly string[] }
  /** The three found somebody near of whom this database knows nothing (docs/three-operators.md). */
  | { readonly event: 'operators.unknown_templates'; readonly templates: number }
  | { readonly event: 'failed'; readonly during: string; readonly error: ErrorTrace };

/** Called with each entry of the log, in the order of events; it may write, count or drop it. {@link LogEntry} says what is in none of them. What it throws falls on the request, or on the upkeep, that logs: it had better not. */
export type Log = (entry: LogEntry) => void;

/** An error without its message: database errors quote the values that they were given. */
export interface ErrorTrace {
  readonly name: string;
  readonly code?: string;
  readonly frames: readonly string[];
  readonly cause?: ErrorTrace;
}

export function traceOf(thrown: unknown): ErrorTrace {
  if (!(thrown instanceof Error)) return { name: typeof thrown, frames: [] };
  return {
    name: thrown.name,
    ...('code' in thrown && typeof thrown.code === 'string' ? { code: thrown.code } : {}),
    frames: framesOf(thrown),
    ...(thrown.cause === undefined ? {} : { cause: traceOf(thrown.cause) }),
  };
}

/** As V8 writes them. */
const FRAME = /^ {4}at .*(?::\d+:\d+\)?|\((?:<anonymous>|native|index \d+)\))$/;

/** A stack begins with the message, whose lines may look like frames. Where it is not there, as it was when the error was made, nobody
 * knows where it ends, and there are none. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const at = stack.indexOf(message);
  if (at < 0 || stack.slice(0, at).includes('\n')) return [];
  const lines = stack.slice(at + message.length).split('\n');
  return lines.filter((line) => FRAME.test(line)).map((line) => line.trim());
}

/** One JSON object per line.
 * @example
 * const log = jsonLines((line) => process.stderr.write(line), () => new Date()); */
export function jsonLines(write: (line: string) => void, now: () => Date): Log {
  return (entry) => write(`${JSON.stringify({ at: now().toISOString(), ...entry })}\n`);
}

import type { ErrorCode } from '../../core/errors.js';
import type { VerdictWord } from '../../core/verdict.js';
import type { Review } from '../../envelope/review.js';
import type { Outcome, StoredRecord } from '../../envelope/wire.js';
import type { PayloadField } from '../../flow/state.js';

/** Codes of errors after which a check can go on. */
export type EndsNothing =
  | `${'objection' | 'receipt' | 'withdrawal' | 'embedding' | 'frame'}.${string}`
  | 'clip.unsupported';

/** What a desk (the receipts, "My data") and the last screens say of one check. Nothing else of the later words is needed
 * there, and the review needs some of it too. */
export type DeskMessageKey =
  | 'record.title'
  | 'record.state'
  | 'record.status'
  | 'record.receivedAt'
  | 'record.fields'
  | 'record.threshold'
  | 'record.verdict'
  | 'record.subject'
  | 'record.envelope'
  | 'decision.nothingFound'
  | 'decision.open'
  | 'decision.asked'
  | 'decision.again'
  | 'decision.before'
  | 'decision.gone'
  | 'decision.byPerson'
  | 'decision.byMachine'
  | 'decision.since'
  | 'decision.deletedAt'
  | 'decision.threshold'
  | 'contest.body'
  | 'contest.label'
  | 'contest.count'
  | 'contest.send'
  | 'contest.sending'
  | 'contest.received'
  | 'contest.left'
  | 'contest.said'
  | 'contest.none'
  | 'withdrawn.title'
  | 'withdrawn.body'
  | 'withdrawn.waiting'
  | 'withdrawn.unconfirmed'
  | 'withdrawn.next'
  | 'desk.name'
  | 'desk.body'
  | 'desk.file'
  | 'desk.fileBody'
  | 'desk.kept'
  | 'desk.looking'
  | 'desk.keptNothing'
  | 'desk.unread'
  | 'desk.receiver'
  | 'desk.watchClip'
  | 'desk.hideClip'
  | 'desk.deleteClip'
  | 'desk.back'
  | 'desk.question'
  | 'desk.questionBody'
  | 'desk.no'
  | 'desk.again'
  | 'mine.clipUntil'
  | 'contest.more'
  | 'mine.checkTitle'
  | 'mine.name'
  | 'mine.title'
  | 'mine.body'
  | 'mine.check'
  | 'mine.asking'
  | 'mine.unheard'
  | 'mine.open'
  | 'mine.waiting'
  | 'mine.clipLost'
  | 'mine.clip'
  | 'mine.downloadClip'
  | 'mine.takeOut'
  | 'mine.takeOutBody'
  | 'mine.takingOut'
  | 'mine.takenOut'
  | `decision.found.${NonNullable<Review['outcome']>}`
  | `stored.${StoredRecord['state']}`
  | `done.next.${Outcome['status']}`
  | 'done.until'
  | 'done.notKept'
  | 'done.later'
  | 'done.receipt'
  | 'done.number'
  | 'done.decidedAt'
  | 'done.deleteAfter'
  | 'done.noticeVersion'
  | 'done.download'
  | 'done.myData'
  | 'done.withdraw'
  | 'done.contest'
  | 'done.contact'
  | 'receipt.print'
  | 'review.clip'
  | 'review.clipFailed'
  | 'review.replay'
  | `status.${Outcome['status']}.${'title' | 'body' | 'word'}`
  // What only a desk and the last screen run into, and what ends no check.
  | `error.${Extract<ErrorCode, EndsNothing>}.${'cause' | 'remedy'}`
  | `verdict.${VerdictWord}`
  | `field.${PayloadField['name']}`;

/** What is said on the desks: a receipt, and “My data”. */
export type DeskMessages = Readonly<Record<DeskMessageKey, string>>;

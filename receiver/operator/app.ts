import { type Context, Hono } from 'hono';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import * as v from 'valibot';
import { isText } from '../../src/core/text.js';
import { unreachable } from '../../src/core/unreachable.js';
import { SessionRequestSchema } from '../../src/envelope/wire.js';
import { limitBody, readJson } from '../body.js';
import type { ReceiverContext } from '../context.js';
import { principalOf } from '../keys/secrets.js';
import { clientIn, PostLimit } from '../limits.js';
import { traceOf } from '../log.js';
import { logAnswers } from '../log-answers.js';
import { ProblemError, problemResponse } from '../problem.js';
import { type AuditEntry, appendAudit } from '../store/audit-log.js';
import { listCases, readCase } from '../store/case-queue.js';
import { decideCase } from '../store/decide-case.js';
import type { AuditKind } from '../store/kinds.js';
import { storageCodeOf } from '../store/storage-error.js';
import { listOfSubject } from '../store/subject-records.js';
import { eraseSubject, exportSubject } from '../subjects/subjects.js';
import { isUuid } from '../uuid.js';
import type { CheckedOperatorAccess } from './access.js';
import { ActRequestSchema, actOf, CasesQuerySchema, cursorAfter } from './requests.js';
import { operatorIn } from './who-asks.js';

/** Of Hono: what a route of the operator’s interface finds in its context. `operator` is who asks: the first eight digits of the hash of its token, or a
 * keyed hash of the host’s name for it. */
export interface OperatorEnv {
  readonly Variables: { readonly operator: string };
}
type Asked = Context<OperatorEnv>;

/** The operator's interface: JSON, for programs of the marketplace. Every read and every write stands in the audit log. Never a
 * vector, never a similarity. */
export function createOperatorApp(
  receiver: ReceiverContext,
  access: CheckedOperatorAccess,
): Hono<OperatorEnv> {
  const app = new Hono<OperatorEnv>();
  addGuards(app, receiver, access);
  app.get('/operator/cases', cases(receiver));
  app.get('/operator/cases/:id', oneCase(receiver));
  app.post('/operator/cases/:id/outcome', receiver.storage.storing, outcome(receiver));
  app.get('/operator/subjects/:subject', subject(receiver));
  app.post('/operator/subjects/:subject/export', exportOf(receiver));
  app.post('/operator/subjects/:subject/erase', eraseOf(receiver));
  app.notFound(() => problemResponse({ code: 'not_found', retryAfterS: undefined }));
  app.onError((thrown, context) => {
    if (thrown instanceof ProblemError) return problemResponse(thrown);
    receiver.config.log({ event: 'failed', during: routePath(context, -1), error: traceOf(thrown) });
    return problemResponse({ code: storageCodeOf(thrown) ?? 'internal', retryAfterS: undefined });
  });
  return app;
}

function addGuards(
  app: Hono<OperatorEnv>,
  { config, storage, countPost, secrets }: ReceiverContext,
  access: CheckedOperatorAccess,
): void {
  const requests = new PostLimit(access.maxRequestsPerMinute, countPost);
  app.use(logAnswers(config.log, 'operator'));
  app.use(
    secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"] }, strictTransportSecurity: false }),
  );
  app.use(async (context, next) => {
    const operator = await operatorIn(access, context.req.raw, secrets);
    const client = operator === null ? `nobody at ${clientIn(context, config)}` : `operator ${operator}`;
    await requests.take(client, config.now());
    if (operator === null) throw new ProblemError('session.unknown');
    context.set('operator', operator);
    await next();
    context.header('Cache-Control', 'no-store');
  });
  app.use(limitBody);
  app.use(storage.guard);
}

type OperatorKind = Extract<AuditKind, `operator.${string}`>;

function entryOf({ config }: ReceiverContext, context: Asked, kind: OperatorKind, about: string): AuditEntry {
  const details = { operator: context.get('operator'), route: routePath(context, -1) };
  return { kind, about, at: config.now(), details };
}

/** Before anything is shown. */
function noteRead(receiver: ReceiverContext, context: Asked, about: string): Promise<void> {
  return receiver.database.transaction((transaction) =>
    appendAudit(transaction, [entryOf(receiver, context, 'operator.read', about)]),
  );
}

/** `GET /operator/cases?state=waiting|closed&after=&limit=` */
function cases(receiver: ReceiverContext) {
  return async (context: Asked): Promise<Response> => {
    const query = v.safeParse(CasesQuerySchema, context.req.query());
    if (!query.success) throw new ProblemError('request.malformed');
    const { state, after = null, limit } = query.output;
    await noteRead(receiver, context, 'cases');
    const found = await listCases(receiver.database, state, after, limit);
    return context.json({
      cases: found,
      next: found.length < limit ? null : cursorAfter(state, found.at(-1)),
    });
  };
}

/** `GET /operator/cases/{id}` */
function oneCase(receiver: ReceiverContext) {
  return async (context: Asked): Promise<Response> => {
    const caseId = caseIdIn(context);
    await noteRead(receiver, context, caseId);
    const view = await readCase(receiver.database, caseId);
    if (view === null) throw new ProblemError('not_found');
    return context.json(view);
  };
}

/** @throws `not_found` */
function caseIdIn(context: Asked): string {
  const caseId = context.req.param('id') ?? '';
  if (!isUuid(caseId)) throw new ProblemError('not_found');
  return caseId;
}

/** `POST /operator/cases/{id}/outcome`: what a person found, in the marketplace's own pages. */
function outcome(receiver: ReceiverContext) {
  const { config, database, secrets } = receiver;
  return async (context: Asked): Promise<Response> => {
    const caseId = caseIdIn(context);
    const { value } = await readJson(context, 'application/json', ActRequestSchema);
    const at = config.now();
    const act = actOf(value, at);
    if (act === null) throw new ProblemError('request.malformed');
    const { revision, reviewer } = value;
    const also = [entryOf(receiver, context, 'operator.wrote', caseId)];
    const decided = await decideCase(database, secrets, { caseId, revision, act, reviewer, at, also });
    switch (decided.kind) {
      case 'decided':
        config.log({ event: 'case.reviewed', caseId, outcome: act.kind });
        return context.json({ caseId, state: decided.row.state, outcome: decided.row.outcome });
      case 'meanwhile':
        throw new ProblemError('case.changed');
      case 'not_offered':
        throw new ProblemError('request.malformed');
      case 'unknown':
        throw new ProblemError('not_found');
      default:
        return unreachable(decided);
    }
  };
}

/** `GET /operator/subjects/{subject}`: what is stored about one seller, for a request of theirs. */
function subject(receiver: ReceiverContext) {
  return async (context: Asked): Promise<Response> => {
    const name = subjectIn(context);
    await noteRead(receiver, context, blinded(receiver, name));
    const records = await listOfSubject(receiver.database, name);
    return context.json({ subject: name, records });
  };
}

/** @throws `request.malformed` for what no session can have had as its subject. */
function subjectIn(context: Asked): string {
  const name = context.req.param('subject') ?? '';
  if (!isText(name) || !v.is(SessionRequestSchema.entries.subject, name))
    throw new ProblemError('request.malformed');
  return name;
}

/** The log names no seller. */
function blinded({ secrets }: ReceiverContext, subject: string): string {
  return principalOf(secrets, 'subject', subject);
}

/** `POST /operator/subjects/{subject}/export`: everything that is stored under it, but the vector. */
function exportOf(receiver: ReceiverContext) {
  return async (context: Asked): Promise<Response> => {
    const name = subjectIn(context);
    await noteRead(receiver, context, blinded(receiver, name));
    const { now, threeOperators } = receiver.config;
    return context.json(await exportSubject(receiver.database, name, now(), threeOperators?.operators));
  };
}

/** `POST /operator/subjects/{subject}/erase`: for a seller who withdraws through the marketplace, without the receipt. Again:
 * nothing is left to erase. */
function eraseOf(receiver: ReceiverContext) {
  const { database, erasing, config, three } = receiver;
  return async (context: Asked): Promise<Response> => {
    const name = subjectIn(context);
    const also = [entryOf(receiver, context, 'operator.wrote', blinded(receiver, name))];
    const erased = await eraseSubject(database, erasing, name, config.now(), also, three);
    // What an operator that is away has to delete.
    three?.removals.soon();
    return context.json(erased);
  };
}

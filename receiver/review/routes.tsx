/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import * as v from 'valibot';
import { unreachable } from '../../src/core/unreachable.js';
import type { ReceiverContext } from '../context.js';
import { formToken, isFormToken, principalOf } from '../keys/secrets.js';
import { ProblemError } from '../problem.js';
import { type Cursor, countCases, listCases, readCase, type Shown } from '../store/case-queue.js';
import { isInstant } from '../store/columns.js';
import { type Act, decideCase } from '../store/decide-case.js';
import { isUuid } from '../uuid.js';
import type { CaseSummary, CaseView } from './case-view.js';
import { actOf, EMPTY_FORM, type FormFault, ReviewFormSchema, type TypedForm } from './form.js';
import { page, type ReviewEnv } from './page.js';
import { CasePage } from './pages/CasePage.js';
import { MeanwhilePage } from './pages/MessagePage.js';
import { QueuePage } from './pages/QueuePage.js';

const PAGE_SIZE = 50;

type Asked = Context<ReviewEnv>;
type Answer = Response | Promise<Response>;

/** `GET /`: `?state=closed` for what was decided, `?after=` for the page after. */
export function showQueue({ config, database }: ReceiverContext) {
  return async (context: Asked): Promise<Response> => {
    const shown: Shown = context.req.query('state') === 'closed' ? 'closed' : 'waiting';
    const found = await listCases(database, shown, cursorIn(context.req.query('after')), PAGE_SIZE + 1);
    const cases = found.slice(0, PAGE_SIZE);
    const next = found.length > PAGE_SIZE ? nextQuery(shown, cases.at(-1)) : null;
    const total = await countCases(database, shown);
    const { audience, now } = config;
    return page(context, <QueuePage {...{ audience, shown, cases, next, total, now: now() }} />);
  };
}

function nextQuery(shown: Shown, last: CaseSummary | undefined): string | null {
  const at = shown === 'waiting' ? last?.openedAt : last?.decidedAt;
  if (last === undefined || at == null) return null;
  const state = shown === 'closed' ? 'state=closed&' : '';
  return `./?${state}after=${at.toISOString()}~${last.caseId}`;
}

/** Null for what no page of ours wrote: the first page. */
function cursorIn(text = ''): Cursor | null {
  const [time = '', caseId = ''] = text.split('~');
  const at = new Date(time);
  return isInstant(at) && isUuid(caseId) ? { at, caseId } : null;
}

/** `GET /cases/{id}` */
export function showCase(receiver: ReceiverContext) {
  return async (context: Asked): Promise<Response> => {
    const view = await caseOf(receiver, context);
    return casePage(receiver, context, view, { typed: EMPTY_FORM, faults: [] });
  };
}

/** @throws `not_found` */
async function caseOf({ database }: ReceiverContext, context: Asked): Promise<CaseView> {
  const caseId = context.req.param('id') ?? '';
  const view = isUuid(caseId) ? await readCase(database, caseId) : null;
  if (view === null) throw new ProblemError('not_found');
  return view;
}

interface FilledIn {
  readonly typed: TypedForm;
  readonly faults: readonly FormFault[];
}

function casePage(
  { config, secrets }: ReceiverContext,
  context: Asked,
  view: CaseView,
  { typed, faults }: FilledIn,
): Answer {
  const reviewer = context.get('reviewer');
  const form = { token: formToken(secrets, reviewer, view.caseId), typed, faults };
  return page(
    context,
    <CasePage
      audience={config.audience}
      view={view}
      now={config.now()}
      reviewer={principalOf(secrets, 'reviewer', reviewer)}
      form={form}
    />,
    faults.length === 0 ? 200 : 422,
  );
}

/** `POST /cases/{id}`: what a reviewer found. */
export function actOnCase(receiver: ReceiverContext) {
  return async (context: Asked): Promise<Response> => {
    const caseId = context.req.param('id') ?? '';
    const parsed = v.safeParse(ReviewFormSchema, await context.req.parseBody());
    const isOwn =
      parsed.success && isFormToken(receiver.secrets, context.get('reviewer'), caseId, parsed.output.token);
    if (!isOwn) throw new ProblemError('request.malformed');
    const { outcome = null, reason, until, revision } = parsed.output;
    const read = actOf(parsed.output, receiver.config.now());
    if (read.kind === 'act') return act(receiver, context, { caseId, revision, act: read.act });
    const view = await caseOf(receiver, context);
    return casePage(receiver, context, view, { typed: { outcome, reason, until }, faults: read.faults });
  };
}

async function act(
  { config, database, secrets }: ReceiverContext,
  context: Asked,
  wanted: { readonly caseId: string; readonly revision: number; readonly act: Act },
): Promise<Response> {
  const { caseId } = wanted;
  const reviewer = context.get('reviewer');
  const decided = await decideCase(database, secrets, { ...wanted, reviewer, at: config.now() });
  switch (decided.kind) {
    case 'decided':
      config.log({ event: 'case.reviewed', caseId, outcome: wanted.act.kind });
      return context.redirect(`./${caseId}`, 303);
    case 'meanwhile':
      return page(
        context,
        <MeanwhilePage audience={config.audience} caseId={caseId} now={decided.row} />,
        409,
      );
    case 'not_offered':
      throw new ProblemError('request.malformed');
    case 'unknown':
      throw new ProblemError('not_found');
    default:
      return unreachable(decided);
  }
}

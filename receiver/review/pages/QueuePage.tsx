/** @jsxImportSource hono/jsx */
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CaseSummary } from '../case-view.js';
import { ACT_DONE, REASON_OF_CASE, STATE_OF_CASE } from '../words.js';
import { Age, Layout, Time } from './Layout.js';

export interface QueuePageProps {
  readonly audience: string;
  readonly shown: 'waiting' | 'closed';
  readonly cases: readonly CaseSummary[];
  /** Query of the page that comes after this one; null on the last. */
  readonly next: string | null;
  /** How many there are on all pages. */
  readonly total: number;
  readonly now: Date;
}

/** The cases that wait, oldest first; or those that were decided, newest first. */
export function QueuePage({ audience, shown, cases, next, total, now }: QueuePageProps): JSX.Element {
  const title = shown === 'waiting' ? 'Waiting for a person' : 'Decided';
  return (
    <Layout title={title} root="./" audience={audience}>
      <h1>{title}</h1>
      <p class="lead">{countInWords(total)}</p>
      <ol class="queue">
        {cases.map((one) => (
          <QueueEntry one={one} now={now} />
        ))}
      </ol>
      {next === null ? null : (
        <p class="onward">
          <a href={next}>{shown === 'waiting' ? 'Later cases' : 'Earlier cases'}</a>
        </p>
      )}
    </Layout>
  );
}

function countInWords(total: number): string {
  if (total === 0) return 'No cases.';
  return total === 1 ? 'One case.' : `${total} cases.`;
}

function QueueEntry({ one, now }: { readonly one: CaseSummary; readonly now: Date }): JSX.Element {
  const { caseId, subject, verificationId, reason, state, outcome, openedAt, decidedAt } = one;
  return (
    <li class="card" data-case={caseId} data-state={state}>
      <h2>
        <a href={`./cases/${caseId}`}>{REASON_OF_CASE[reason]}</a>
      </h2>
      <p>
        <span class="state">{STATE_OF_CASE[state]}</span>{' '}
        {outcome === null ? null : <span>{ACT_DONE[outcome]}. </span>}
        {decidedAt === null || state !== 'closed' ? (
          <span>
            For <Age from={openedAt} to={now} />, since <Time at={openedAt} />
          </span>
        ) : (
          <Time at={decidedAt} />
        )}
      </p>
      <p class="muted">
        Seller {subject ?? 'without an ID'}, verification <code>{verificationId}</code>
      </p>
    </li>
  );
}

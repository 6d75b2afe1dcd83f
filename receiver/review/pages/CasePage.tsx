/** @jsxImportSource hono/jsx */
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CaseAct, CaseView } from '../case-view.js';
import { comparisonInWords } from '../rates-in-words.js';
import { ACT_DONE, REASON_OF_CASE, STATE_OF_CASE } from '../words.js';
import { Account } from './Account.js';
import { DecisionForm, type DecisionFormProps } from './DecisionForm.js';
import { Age, Layout, Time } from './Layout.js';

export interface CasePageProps {
  readonly audience: string;
  readonly view: CaseView;
  readonly now: Date;
  /** Keyed hash of who looks. */
  readonly reviewer: string;
  readonly form: Omit<DecisionFormProps, 'view'>;
}

/** Everything that there is to decide by. */
export function CasePage({ audience, view, now, reviewer, form }: CasePageProps): JSX.Element {
  return (
    <Layout title={REASON_OF_CASE[view.reason]} root="../" audience={audience}>
      <h1>{REASON_OF_CASE[view.reason]}</h1>
      <Standing view={view} now={now} />
      <Accounts view={view} />
      {view.hits.length === 0 ? null : <Comparison view={view} />}
      <Objections view={view} />
      <History acts={view.acts} reviewer={reviewer} />
      <Decide view={view} form={form} />
    </Layout>
  );
}

function Standing({ view, now }: Pick<CasePageProps, 'view' | 'now'>): JSX.Element {
  const { state, outcome, openedAt, decidedAt } = view;
  return (
    <div class="standing" data-state={state} data-outcome={outcome ?? ''}>
      <p class="lead">
        <span class="state">{STATE_OF_CASE[state]}</span> {outcome === null ? null : `${ACT_DONE[outcome]}. `}
        {decidedAt === null ? null : <Time at={decidedAt} />}
      </p>
      <p class="muted">
        Opened <Age from={openedAt} to={now} /> ago, <Time at={openedAt} />
      </p>
    </div>
  );
}

function Accounts({ view }: Pick<CasePageProps, 'view'>): JSX.Element {
  const { account, hits } = view;
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts">{hits.length === 0 ? 'The account' : 'The accounts'}</h2>
      <div class="accounts">
        <Account
          heading={hits.length === 0 ? 'This account' : 'The account checked last'}
          account={account}
          open={hits.length === 0}
        />
        {hits.map((hit, index) => (
          <Account
            heading={
              hits.length === 1 ? 'The earlier account' : `Earlier account ${index + 1} of ${hits.length}`
            }
            account={hit}
            open={false}
          />
        ))}
      </div>
    </section>
  );
}

function Comparison({ view }: Pick<CasePageProps, 'view'>): JSX.Element {
  return (
    <section aria-labelledby="comparison">
      <h2 id="comparison">How reliable a match is</h2>
      {comparisonInWords(view.threshold, view.searched).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p>
        A match alone proves nothing. Compare what your marketplace knows about the accounts, and ask the
        seller if in doubt.
      </p>
    </section>
  );
}

function Objections({ view }: Pick<CasePageProps, 'view'>): JSX.Element | null {
  if (view.objections.length === 0) return null;
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">What the seller says</h2>
      {view.objections.map(({ text, at }) => (
        <blockquote>
          <p class="said">{text}</p>
          <p class="muted">
            <Time at={at} />
          </p>
        </blockquote>
      ))}
    </section>
  );
}

function History({
  acts,
  reviewer,
}: {
  readonly acts: readonly CaseAct[];
  readonly reviewer: string;
}): JSX.Element | null {
  if (acts.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      <ol>
        {acts.map((act) => (
          <li>
            {ACT_DONE[act.outcome]}, <Time at={act.at} />,{' '}
            {act.reviewer === reviewer ? 'by you' : 'by another person'}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Decide({ view, form }: Pick<CasePageProps, 'view' | 'form'>): JSX.Element {
  if (view.state !== 'closed') {
    return (
      <section aria-labelledby="decide">
        <h2 id="decide">Your decision</h2>
        <DecisionForm view={view} {...form} />
      </section>
    );
  }
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">Decided</h2>
      <p>
        The seller can read the decision with their receipt, and object. If your marketplace has set up
        webhooks, it is notified.
      </p>
      <details open={form.faults.length > 0}>
        <summary>Change the decision</summary>
        <DecisionForm view={view} {...form} />
      </details>
    </section>
  );
}

/** @jsxImportSource hono/jsx */
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CheckResult } from '../../../src/core/verdict.js';
import type { AccountView } from '../case-view.js';
import { ACTION, BAND, CHECK, CHECK_REASON, STATE_OF_RECORD, VERDICT } from '../words.js';
import { Facts, Time } from './Layout.js';

export interface AccountProps {
  readonly heading: string;
  readonly account: AccountView;
  /** Whether the checks are shown at once, or behind a press. */
  readonly open: boolean;
}

/** One account: who, when, and what its checks said. */
export function Account({ heading, account, open }: AccountProps): JSX.Element {
  const { verificationId, subject, state, receivedAt, deleteAfter, liveness } = account;
  return (
    <section class="card" aria-label={heading} data-verification={verificationId}>
      <h3>{heading}</h3>
      <Facts
        facts={[
          ['Seller', subject ?? 'No ID was given, or it is deleted'],
          ['Verification', <code>{verificationId}</code>],
          ['Received', <Time at={receivedAt} />],
          ['Deleted after', <Time at={deleteAfter} />],
          ['Face data', STATE_OF_RECORD[state]],
          ['Liveness check', VERDICT[liveness.verdict]],
          ['Movements', askedInWords(account)],
        ]}
      />
      <details open={open}>
        <summary>All checks of this account</summary>
        <Checks checks={liveness.checks} />
      </details>
    </section>
  );
}

function askedInWords({ asked, liveness }: AccountView): string {
  if (asked.length > 0) return asked.map((action) => ACTION[action]).join(', then ');
  return liveness.profile === 'no-gestures' ? 'None: the seller chose no movements' : 'Not recorded';
}

function Checks({ checks }: { readonly checks: readonly CheckResult[] }): JSX.Element {
  return (
    <dl class="facts checks">
      {checks.map(({ id, band, reason }) => (
        <div data-band={band}>
          <dt>{CHECK[id]}</dt>
          <dd>
            {BAND[band]}
            {reason === undefined ? null : <span class="muted">. {CHECK_REASON[reason]}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

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
          ['Seller', subject ?? 'No id was given, or none is left'],
          ['Verification', <code>{verificationId}</code>],
          ['Received', <Time at={receivedAt} />],
          ['Deleted after', <Time at={deleteAfter} />],
          ['Template', STATE_OF_RECORD[state]],
          ['Liveness', VERDICT[liveness.verdict]],
          ['Asked for', askedInWords(account)],
        ]}
      />
      <details open={open}>
        <summary>Checks of this account</summary>
        <Checks checks={liveness.checks} />
      </details>
    </section>
  );
}

function askedInWords({ asked, liveness }: AccountView): string {
  if (asked.length > 0) return asked.map((action) => ACTION[action]).join(', then ');
  return liveness.profile === 'no-gestures' ? 'No movement: the seller chose so' : 'Nothing is recorded';
}

function Checks({ checks }: { readonly checks: readonly CheckResult[] }): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Check</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {checks.map(({ id, band, reason }) => (
          <tr data-band={band}>
            <th scope="row">{CHECK[id]}</th>
            <td>
              {BAND[band]}
              {reason === undefined ? null : <span class="muted">. {CHECK_REASON[reason]}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

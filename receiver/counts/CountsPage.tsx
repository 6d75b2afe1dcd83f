/** @jsxImportSource hono/jsx */
import type { JSX } from 'hono/jsx/jsx-runtime';
import { COUNTED, type Counted, type Counts, type Month } from './counts.js';

const HEADINGS: Readonly<Record<Counted, string>> = {
  verifications: 'Verifications received',
  optOuts: 'Continued without a face check',
  searches: 'Compared with other sellers',
  hits: 'Matched with another seller',
  overturnedHits: 'Matches that a person found to be wrong',
  withdrawals: 'Withdrawn',
};

/** The counts as a page: no script and no style of its own, so that the strictest policy and any reader take it. */
export function CountsPage({ audience, months }: Counts): JSX.Element {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`Face checks by month – ${audience}`}</title>
        <link rel="alternate" type="application/json" href="./counts.json" />
      </head>
      <body>
        <main>
          <h1>Face checks by month</h1>
          <p>
            The face checks of <strong>{audience}</strong> in each month (UTC) that has ended. Software
            rejects nobody: a person looks at every match. Numbers from 1 to 4 are shown as “fewer than 5”.
          </p>
          {months.length === 0 ? <p>There is nothing to show for any month yet.</p> : null}
          {months.map((month) => (
            <MonthTable month={month} />
          ))}
          <p>
            <a href="./counts.json">The same as JSON</a>
          </p>
        </main>
      </body>
    </html>
  );
}

/** One table for each month: narrow enough for a phone without a style. */
function MonthTable({ month }: { readonly month: Month }): JSX.Element {
  return (
    <table>
      <caption>
        <h2>
          <time datetime={month.month}>{month.month}</time>
        </h2>
      </caption>
      <tbody>
        {COUNTED.map((counted) => (
          <tr>
            <th scope="row" align="left">
              {HEADINGS[counted]}
            </th>
            <td align="right">{month[counted]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** @jsxImportSource hono/jsx */
import type { JSX } from 'hono/jsx/jsx-runtime';
import { COUNTED, type Counted, type Counts, type Month } from './counts.js';

const HEADINGS: Readonly<Record<Counted, string>> = {
  verifications: 'Verifications received',
  optOuts: 'Other ways chosen',
  searches: 'Compared with other sellers',
  hits: 'Taken for a seller who is there',
  overturnedHits: 'Found to be two people, by a person',
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
            What <strong>{audience}</strong> did, by month (UTC), once the month has ended. A machine rejects
            nobody: whoever is taken for a seller who is there, a person looks at. Numbers from 1 to 4 are not
            told apart.
          </p>
          {months.length === 0 ? <p>No month has ended yet in which anything happened.</p> : null}
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

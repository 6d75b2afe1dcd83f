/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { ageInWords, timeInWords } from '../times.js';

export interface LayoutProps {
  readonly title: string;
  /** From this page to the first one: the app may be mounted anywhere. `./` or `../`. */
  readonly root: string;
  /** Absent on pages for whoever is not signed in. */
  readonly audience?: string | undefined;
  readonly children: Child;
}

/** The frame of every page: works without a script, and with the strictest policy. */
export function Layout({ title, root, audience, children }: LayoutProps): JSX.Element {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – review`}</title>
        <link rel="stylesheet" href={`${root}review.css`} />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header class="top">
          <p class="top-name">
            Review <span class="muted">{audience ?? ''}</span>
          </p>
          {audience === undefined ? null : <Links root={root} />}
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer class="muted">
          Images and similarity scores are not kept, so none are shown. Nothing happens to a seller
          automatically.
        </footer>
      </body>
    </html>
  );
}

function Links({ root }: { readonly root: string }): JSX.Element {
  return (
    <nav aria-label="Cases">
      <a href={root}>Waiting</a> <a href={`${root}?state=closed`}>Decided</a>
    </nav>
  );
}

/** A moment, readable by people and machines. */
export function Time({ at }: { readonly at: Date }): JSX.Element {
  return <time datetime={at.toISOString()}>{timeInWords(at)}</time>;
}

/** How long ago. */
export function Age({ from, to }: { readonly from: Date; readonly to: Date }): JSX.Element {
  return <span>{ageInWords(from, to)}</span>;
}

export type Fact = readonly [label: string, content: Child];

export function Facts({ facts }: { readonly facts: readonly Fact[] }): JSX.Element {
  return (
    <dl class="facts">
      {facts.map(([label, content]) => (
        <div>
          <dt>{label}</dt>
          <dd>{content}</dd>
        </div>
      ))}
    </dl>
  );
}

import type { Approach, Goal } from '../package-check/walk.js';

/** One way in which somebody builds a page with the packed package: what is installed, what is written, how it is built and served. */
export interface Stack {
  /** Also the name of its folder. */
  readonly name: string;
  /** Installed beside Candor, each with its version. */
  readonly packages: readonly string[];
  /** A folder of examples/ to begin with. */
  readonly example?: string;
  /** Path to text. Where one names `http://localhost:8787`, the receiver of the run is put there, as in the example. */
  readonly files?: Readonly<Record<string, string>>;
  /** One after the other, in the folder. */
  readonly build: readonly (readonly string[])[];
  readonly serve: Serving;
  /** To the widget, where it is not on the first page. */
  readonly approach?: Approach;
  /** Default: `positioning`. */
  readonly goal?: Goal;
  /** `server`: its page holds the widget before any script runs. Default: `browser`. */
  readonly renderedBy?: 'server' | 'browser';
  /** What one must do for the widget besides importing it, for the table. Default: nothing. */
  readonly needs?: string;
}

export type Serving =
  /** Under the strict policy of docs/embedding.md. `byHash`: with the hashes of the scripts that the page has in itself. */
  | {
      readonly kind: 'folder';
      readonly path: string;
      readonly inlineScripts?: 'refused' | 'byHash';
      /** Policies of the framework's own; `notRequired` for one that has none and writes HTML. */
      readonly trustedTypes?: readonly string[] | 'notRequired';
    }
  /** A server of its own, under its own policy: a script of Node and its arguments. */
  | { readonly kind: 'server'; readonly command: readonly string[] }
  /** The two pages of examples/iframe, on two ports. */
  | { readonly kind: 'framed' };

/** The address of the receiver in examples and files. */
export const EXAMPLE_ENDPOINT = 'http://localhost:8787';

/** A page with nothing but the built script, and its stylesheet where there is one. */
export function pageOf(script: string, style?: string): string {
  const link = style === undefined ? '' : `<link rel="stylesheet" href="${style}" />`;
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>A shop</title>${link}</head>
  <body><main id="app"></main><script type="module" src="${script}"></script></body>
</html>
`;
}

/** The React door, without JSX: for what compiles none by itself. */
export function reactEntry(
  options: Readonly<Record<string, string>> = {},
  style = "import 'candor/style.css';",
): string {
  const props = JSON.stringify({ endpoint: EXAMPLE_ENDPOINT, ...options });
  return `import { SellerVerification } from 'candor';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
${style}
createRoot(document.querySelector('#app')).render(createElement(SellerVerification, ${props}));
`;
}

export const REACT_19 = ['react@19.3.1', 'react-dom@19.3.1'] as const;
export const REACT_18 = ['react@18.2.0', 'react-dom@18.2.0'] as const;

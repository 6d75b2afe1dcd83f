import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

/** Documents link to sources and to files that are no pages. On the site such a link leads to the repository, where its address is known,
 * and is plain text where it is not. */

export interface SourceLinksOptions {
  /** Absolute, as `docs`. */
  readonly repository: string;
  readonly docs: string;
  /** Where a browser finds a file of the repository, as `https://…/blob/main/`; null = nowhere. */
  readonly address: string | null;
}

interface Token {
  readonly type: string;
  readonly children: Token[] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}

interface CoreState {
  readonly tokens: Token[];
  readonly env: { readonly path?: string };
}

/** Of markdown-it, what is used here. */
interface Markdown {
  readonly core: { readonly ruler: { push(name: string, rule: (state: CoreState) => void): void } };
}

/** @returns the absolute path of the linked file; null for what leads elsewhere, or within the page. */
function linkedFile(href: string, page: string): string | null {
  if (/^(?:[a-z][a-z+.-]*:|#|\/)/i.test(href)) return null;
  return resolve(dirname(page), decodeURIComponent(href.replace(/[?#].*$/, '')));
}

function isPage(file: string, { docs }: SourceLinksOptions): boolean {
  return file.startsWith(docs) && file.endsWith('.md');
}

/** @throws naming the page and the link, where the file is not there. */
function changed(link: Token, page: string, options: SourceLinksOptions): 'as-it-is' | 'led' | 'text' {
  const href = link.attrGet('href') ?? '';
  const file = linkedFile(href, page);
  // VitePress itself looks for pages.
  if (file === null || isPage(file, options)) return 'as-it-is';
  if (!existsSync(file))
    throw new Error(`${relative(options.repository, page)} links to ${href}, which is not there`);
  if (options.address === null) return 'text';
  const path = relative(options.repository, file);
  link.attrSet('href', `${options.address}${path}${statSync(file).isDirectory() ? '/' : ''}`);
  return 'led';
}

/** Leaves out the opening and the closing of a link that becomes text. Links do not stand in each other. */
function withoutDead(children: Token[], page: string, options: SourceLinksOptions): Token[] {
  let isText = false;
  return children.filter((token) => {
    if (token.type === 'link_open') {
      isText = changed(token, page, options) === 'text';
      return !isText;
    }
    if (token.type !== 'link_close' || !isText) return true;
    isText = false;
    return false;
  });
}

/** A plugin of markdown-it. */
export function sourceLinks(md: Markdown, options: SourceLinksOptions): void {
  md.core.ruler.push('source-links', ({ tokens, env }) => {
    const { path } = env;
    if (path === undefined) return;
    for (const { children } of tokens) {
      if (children !== null) children.splice(0, children.length, ...withoutDead(children, path, options));
    }
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DEMO_FRAME, DEMO_PAGE } from '../../docs/site/live-demo.mjs';
import { sidebarOf } from '../../docs/site/sidebar.mjs';
import { type SourceLinksOptions, sourceLinks } from '../../docs/site/source-links.mjs';
import { withPolicy } from './live-demo.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const docs = `${repository}docs/`;
const page = `${docs}embedding.md`;

class Token {
  readonly children = null;
  readonly type: string;
  #href: string | null;

  constructor(type: string, href: string | null = null) {
    this.type = type;
    this.#href = href;
  }

  attrGet(): string | null {
    return this.#href;
  }

  attrSet(_name: string, value: string): void {
    this.#href = value;
  }
}

/** The href of a link in docs/embedding.md, as the site has it; null: it has become text. */
function shown(
  href: string,
  address: SourceLinksOptions['address'] = 'https://host.example/blob/',
): string | null {
  const children = [new Token('link_open', href), new Token('text'), new Token('link_close')];
  const push: Parameters<typeof sourceLinks>[0]['core']['ruler']['push'] = (_name, rule) =>
    rule({
      tokens: [{ ...new Token('inline'), children, attrGet: () => null, attrSet: () => {} }],
      env: { path: page },
    });
  sourceLinks({ core: { ruler: { push } } }, { repository, docs, address });
  expect(children.map(({ type }) => type)).toContain('text');
  expect(children.length === 3 || children.length === 1).toBe(true);
  return children.find(({ type }) => type === 'link_open')?.attrGet() ?? null;
}

describe('the sidebar of the documents’ site', () => {
  it('has every document, and no other', () => {
    const links = sidebarOf(docs).flatMap(({ items }) => items.map(({ link }) => link));
    expect(links).toContain('/embedding');
    expect(links).toContain('/api/frame');
    expect(links).not.toContain('/api/frame.api');
    expect(new Set(links).size).toBe(links.length);
  });
});

it('the first page of the documents leads to the page of every door', () => {
  const index = readFileSync(`${docs}index.md`, 'utf8');
  const reports = readdirSync(`${docs}api`).filter((file) => file.endsWith('.api.md'));
  expect(reports).toContain('candor.api.md');
  for (const report of reports) expect(index).toContain(`(api/${report.replace('.api.md', '.md')})`);
});

describe('a link in a document of the site', () => {
  it.each(['protocol.md', '#look', 'https://example.org/', 'mailto:a@example.org'])('stays: %s', (href) => {
    expect(shown(href)).toBe(href);
  });

  it('to a source leads to the repository, or is text where nobody knows the repository’s address', () => {
    expect(shown('../src/index.ts')).toBe('https://host.example/blob/src/index.ts');
    expect(shown('../examples/README.md')).toBe('https://host.example/blob/examples/README.md');
    expect(shown('schema')).toBe('https://host.example/blob/docs/schema/');
    expect(shown('../src/index.ts', null)).toBeNull();
  });

  it('to a file that is not there ends the build', () => {
    expect(() => shown('../src/gone.ts')).toThrow('docs/embedding.md links to ../src/gone.ts');
  });
});

describe('the live demo', () => {
  const page = readFileSync(`${repository}docs/site/demo/index.html`, 'utf8');

  it('is below a document that is there, and may use the camera', () => {
    expect(sidebarOf(docs).flatMap(({ items }) => items.map(({ link }) => `${link}.md`))).toContain(
      `/${DEMO_PAGE}`,
    );
    expect(DEMO_FRAME.allow).toBe('camera');
  });

  it('has a policy in its page that lets it ask its own site alone', () => {
    const [, policy = ''] =
      /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(withPolicy(page)) ?? [];
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types candor");
    // Which a browser takes from a header alone.
    expect(policy).not.toContain('frame-ancestors');
    expect(() => withPolicy('<p>no head</p>')).toThrow('no policy');
  });

  it('asks for nothing of other sites', () => {
    expect(page.match(/(?:src|href)="[^"]+"/g)).toEqual([
      'href="./demo.css"',
      'src="./candor/element.js"',
      'src="./demo.js"',
    ]);
  });
});

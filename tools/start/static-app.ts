import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, type Handler, Hono } from 'hono';
import { etag } from 'hono/etag';
import { readEndpoint } from './endpoint.js';
import { type PageRules, securityHeaders } from './security-headers.js';

export interface StaticAppOptions extends PageRules {
  /** Where the built page is. */
  readonly folder: string;
  /** The receiver that the page uses when its address names no other. */
  readonly endpoint: string;
  /** Where a reviewer begins, written into `<meta name="candor-review">`. This page is served to this machine alone. */
  readonly reviewUrl?: string | null | undefined;
  /** Serves what the three operators' nodes print, at `/operators`, which stands in `<meta name="candor-operators">`. This page is served
   * to this machine alone. Default: there are none. */
  readonly operators?: Handler | undefined;
  /** `byHash`: the policy names the hashes of the scripts that the page has in itself, import maps among them. Default: it refuses them. */
  readonly inlineScripts?: 'refused' | 'byHash' | undefined;
}

const OPERATORS_PATH = '/operators';

/** Serves a built page under the strict policy. `?endpoint=` on the page's address names another receiver, which then
 * stands in the policy and in `<meta name="candor-endpoint">`. */
export function createStaticApp({
  folder,
  endpoint,
  reviewUrl = null,
  operators,
  inlineScripts = 'refused',
  ...rules
}: StaticAppOptions): Hono {
  const root = resolve(folder);
  const operatorsPath = operators === undefined ? null : OPERATORS_PATH;
  const own: Own = { root, endpoint, reviewUrl, operatorsPath, inlineScripts, rules };
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders([new URL(endpoint).origin], rules))) {
      if (!context.res.headers.has(name)) context.header(name, value);
    }
  });
  app.get('/', (context) => page(context, own));
  // The same page, which looks at its address.
  app.get('/receipt', (context) => page(context, own));
  app.get('/my-data', (context) => page(context, own));
  app.get('/gallery', (context) => page(context, own));
  app.get('/index.html', (context) => page(context, own));
  if (operators !== undefined) app.get(OPERATORS_PATH, operators);
  // Vite writes the hash of a file's bytes into its name.
  app.use('/assets/*', serveStatic({ root, onFound: cacheFor('public, max-age=31536000, immutable') }));
  app.use('*', etag(), serveStatic({ root, onFound: cacheFor('no-cache') }));
  return app;
}

function cacheFor(policy: string): (path: string, context: Context) => void {
  return (_path, context) => context.header('Cache-Control', policy);
}

interface Own {
  readonly root: string;
  readonly endpoint: string;
  readonly reviewUrl: string | null;
  readonly operatorsPath: string | null;
  readonly inlineScripts: 'refused' | 'byHash';
  readonly rules: PageRules;
}

async function page(
  context: Context,
  { root, endpoint: ownEndpoint, reviewUrl, operatorsPath, inlineScripts, rules }: Own,
): Promise<Response> {
  const asked = context.req.query('endpoint');
  const endpoint = asked === undefined ? ownEndpoint : readEndpoint(asked);
  if (endpoint === null) {
    return context.text(
      'endpoint must be an https address (http on localhost), without query or password',
      400,
    );
  }
  const html = await readFile(join(root, 'index.html'), 'utf8');
  const scriptHashes = inlineScripts === 'byHash' ? hashesOfScripts(html) : [];
  const headers = securityHeaders([new URL(endpoint).origin], { ...rules, scriptHashes });
  const metas = `${endpointMeta(endpoint)}${reviewMeta(reviewUrl)}${operatorsMeta(operatorsPath)}`;
  return context.html(html.replace('<head>', `<head>\n${metas}`), 200, {
    ...headers,
    'Cache-Control': 'no-cache',
  });
}

/** Of the scripts that are written in the page: those with an address have the policy's `'self'`. */
function hashesOfScripts(html: string): readonly string[] {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  return scripts.map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}

// `readEndpoint` lets nothing through that would end the attribute.
function endpointMeta(endpoint: string): string {
  return `    <meta name="candor-endpoint" content="${endpoint}" />`;
}

// An address of ours, of a port and a token in base64url.
function reviewMeta(reviewUrl: string | null): string {
  return reviewUrl === null ? '' : `\n    <meta name="candor-review" content="${reviewUrl}" />`;
}

function operatorsMeta(path: string | null): string {
  return path === null ? '' : `\n    <meta name="candor-operators" content="${path}" />`;
}

import type { Context } from 'hono';
import { html } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What every page works with. */
export interface ReviewEnv {
  readonly Variables: { readonly reviewer: string };
}

/** From the page that was asked for to the first one: links are relative, as the app may be mounted anywhere. */
export function rootOf({ req }: Context): string {
  return /\/cases\/[^/]*$/.test(req.path) ? '../' : './';
}

/** A whole page. */
export function page(
  context: Context,
  content: JSX.Element,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  return context.html(html`<!doctype html>${content}`, status);
}

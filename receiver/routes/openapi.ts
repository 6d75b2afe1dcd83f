import type { Context } from 'hono';
import document from '../../docs/openapi.json' with { type: 'json' };

const TEXT = JSON.stringify(document);

/** `GET /openapi.json`: every route of the receiver with its documents and its refusals. */
export function openApi(context: Context): Response {
  return context.body(TEXT, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'max-age=300' });
}

import { Hono } from 'hono';
import { Webhook } from 'standardwebhooks';

/** A marketplace's own server. A page says what it likes; what opens a shop is a message that the receiver signed.
 * @param secret - whsec_…, the same that the receiver was given (`--webhook-secret`). */
export function createBackend(secret) {
  const webhook = new Webhook(secret);
  // Yours are in a database: the shop and the message's id are written in one transaction.
  const shops = new Map();
  const heard = new Set();
  const app = new Hono();

  // The widget's `done`, passed on by the page: good for words on a screen. It opens nothing.
  app.post('/shops/:subject/done', (context) => {
    const subject = context.req.param('subject');
    return context.json({ shop: shops.get(subject) ?? 'waiting' }, 202);
  });

  app.post('/hooks', async (context) => {
    // As it arrived: a body that was parsed and written again has another signature.
    const body = await context.req.text();
    const message = verified(webhook, body, context.req.header());
    if (message === null) return context.body(null, 401);
    const messageId = context.req.header('webhook-id');
    if (!heard.has(messageId)) {
      heard.add(messageId);
      const { subject = null } = message.data;
      const shop = shopAfter(message);
      if (subject !== null && shop !== null) shops.set(subject, shop);
    }
    return context.body(null, 204);
  });
  return app;
}

/** Null for what the receiver did not sign, or signed over five minutes ago. */
function verified(webhook, body, headers) {
  try {
    return webhook.verify(body, headers);
  } catch {
    return null;
  }
}

/** What becomes of the seller's shop; null: nothing. No shop is closed by itself: a person of yours reads what was found. */
function shopAfter({ type, data }) {
  switch (type) {
    case 'verification.decided':
      return data.status === 'no_duplicate' && !data.test ? 'open' : 'waiting';
    case 'verification.reviewed':
      return mayOpen(data.review) ? 'open' : 'waiting';
    default:
      return null;
  }
}

function mayOpen({ state, outcome }) {
  return state === 'closed' && outcome !== 'same_person';
}

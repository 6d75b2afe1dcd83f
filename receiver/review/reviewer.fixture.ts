import { eq } from 'drizzle-orm';
import type { Hono } from 'hono';
import { afterAll, beforeAll } from 'vitest';
import { auditLog, cases, reviews, verifications, webhookMessages } from '../store/schema.js';
import { type Harness, startHarness } from '../testing/harness.fixture.js';
import { createReviewApp } from './app.js';
import type { ReviewEnv } from './page.js';

/** A receiver with its review pages, and the hands of a reviewer. */

export let harness: Harness;
export let app: Hono<ReviewEnv>;
/** Names the reviewer, as a host's cookie would. */
export const as = (reviewer: string): Record<string, string> => ({ 'X-Reviewer': reviewer });

/** For all tests of a file. */
export function provideReview(): void {
  beforeAll(async () => {
    harness = await startHarness();
    app = createReviewApp(harness.context, {
      kind: 'host',
      authorizeReviewer: ({ headers }) => {
        const reviewer = headers.get('x-reviewer');
        return reviewer === null ? null : { reviewer };
      },
    });
  });
  afterAll(() => harness.close());
}

export async function look(path: string, reviewer = 'rea'): Promise<{ status: number; html: string }> {
  const answer = await app.request(path, { headers: as(reviewer) });
  return { status: answer.status, html: await answer.text() };
}

export function hidden(html: string, name: string): string {
  const [, value = ''] = new RegExp(`name="${name}" value="([^"]*)"`).exec(html) ?? [];
  return value;
}

type Fields = Readonly<Record<string, string>>;

/** Fills in the form that stands on a case's page. */
export async function fill(
  caseId: string,
  fields: Fields,
  reviewer = 'rea',
): Promise<(over?: Fields) => Promise<Response>> {
  const { html } = await look(`/cases/${caseId}`, reviewer);
  const form = { token: hidden(html, 'token'), revision: hidden(html, 'revision'), ...fields };
  return async (over = {}) =>
    app.request(`http://review.example/cases/${caseId}`, {
      method: 'POST',
      headers: {
        Origin: 'http://review.example',
        'Content-Type': 'application/x-www-form-urlencoded',
        ...as(reviewer),
      },
      body: new URLSearchParams({ ...form, ...over }).toString(),
    });
}

export async function stored(caseId: string) {
  const { database } = harness.context;
  const [row] = await database.select().from(cases).where(eq(cases.caseId, caseId));
  if (row === undefined) throw new Error('no such case');
  const [verification] = await database
    .select()
    .from(verifications)
    .where(eq(verifications.verificationId, row.verificationId));
  return {
    row,
    reviewOutcome: verification?.reviewOutcome,
    acts: await database.select().from(reviews).where(eq(reviews.caseId, caseId)),
    logged: await database.select().from(auditLog).where(eq(auditLog.about, caseId)),
    messages: await database
      .select()
      .from(webhookMessages)
      .where(eq(webhookMessages.verificationId, row.verificationId)),
  };
}

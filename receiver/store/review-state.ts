import { eq } from 'drizzle-orm';
import type { Review } from '../../src/envelope/review.js';
import type { Database } from './database.js';
import { cases } from './schema.js';

/** What the seller is shown of the case about them; null where there is none. */
export async function readReview(
  database: Database,
  { verificationId }: { readonly verificationId: string },
): Promise<Review | null> {
  const [row] = await database.select().from(cases).where(eq(cases.verificationId, verificationId)).limit(1);
  return row === undefined ? null : reviewOf(row);
}

/** As the seller and the marketplace are told. */
export function reviewOf({
  state,
  outcome,
  decidedAt,
}: Pick<typeof cases.$inferSelect, 'state' | 'outcome' | 'decidedAt'>): Review {
  const hasActed = state === 'asked' || outcome !== null;
  return {
    state,
    outcome,
    reviewerKind: hasActed ? 'person' : null,
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}

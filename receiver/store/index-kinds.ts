/** Where the templates are searched: in the memory of each receiver, or in the database. */
export const INDEX_KINDS = ['exact', 'pgvector'] as const;
export type IndexKind = (typeof INDEX_KINDS)[number];

/** Where the templates are searched: in the memory of each receiver, or in the database. */
export type IndexKind = 'exact' | 'pgvector';
export const INDEX_KINDS = ['exact', 'pgvector'] as const satisfies readonly IndexKind[];

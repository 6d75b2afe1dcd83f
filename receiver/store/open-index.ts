import type { Database } from './database.js';
import type { IndexKind } from './index-kinds.js';
import { vectorTableNames } from './vector-tables.js';

/** The database holds vectors of the index `pgvector`, which nobody asked for here. */
export class VectorsLeftError extends Error {
  override readonly name = 'VectorsLeftError';

  constructor() {
    super(
      "the database holds vectors, because its receivers had index 'pgvector'. Choose that here too; or, to go back to 'exact', stop all of them and run: candor-receiver vectors drop",
    );
  }
}

/** A receiver that neither writes nor searches the vectors would store templates that the others do not find.
 * @throws {@link VectorsLeftError} */
export async function assertIndexOf(database: Database, index: IndexKind): Promise<void> {
  if (index === 'exact' && (await vectorTableNames(database)).length > 0) throw new VectorsLeftError();
}

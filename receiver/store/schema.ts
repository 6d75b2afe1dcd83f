/** All tables. Migrations are generated from this file (`npm run migrations`) and applied at every start. */

export * from './deployment-tables.js';
export * from './review-tables.js';
export * from './seller-tables.js';
export * from './shared-tables.js';

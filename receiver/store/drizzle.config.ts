import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './receiver/store/schema.ts',
  out: './receiver/store/migrations',
});

import type { Database } from '../store/database.js';
import { ExactIndex } from './exact.js';
import { DIM, describeIndex } from './index-suite.fixture.js';

/** The index in memory asks none. */
const database = {} as Database;

describeIndex('the exact index', {
  runs: 300,
  mostSteps: 150,
  fresh: async () => {
    const index = new ExactIndex(DIM);
    return {
      index,
      database,
      insert: async (template) => index.insert(template),
      remove: async (verificationId) => index.remove(verificationId),
    };
  },
});

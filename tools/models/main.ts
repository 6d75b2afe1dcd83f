import { buildModels } from './build.js';
import { WrongHashError } from './hash.js';
import { SourceUnavailableError } from './source.js';

/** `npm run models`: makes sure of the files in public/models. Exit status 1 when one that is needed cannot be made. */
try {
  await buildModels({ report: (line) => console.log(line) });
} catch (error) {
  const expected = error instanceof WrongHashError || error instanceof SourceUnavailableError;
  console.error(expected ? `models: ${error.message}` : error);
  process.exitCode = 1;
}

import { buildModels, modelsAreBuilt } from '../models/build.js';
import { buildPackage } from './package.js';

const WITHOUT_TYPES = '--without-types';

/** `npm run build`: makes sure of the models and builds dist/. */
async function main(args: readonly string[]): Promise<void> {
  const report = (line: string): void => console.log(line);
  const unknown = args.filter((arg) => arg !== WITHOUT_TYPES);
  if (unknown.length > 0) throw new TypeError(`unknown option ${unknown.join(' ')}`);
  if (!(await modelsAreBuilt())) await buildModels({ report });
  await buildPackage(report, { types: !args.includes(WITHOUT_TYPES) });
}

main(process.argv.slice(2)).catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
});

import { resolve } from 'node:path';
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type ExtractorMessage,
  type ExtractorResult,
} from '@microsoft/api-extractor';

/** Reports what each public door of the package exports, by API Extractor, into docs/api. */

export interface Door {
  /** Of the report. */
  readonly name: string;
  /** What users import. */
  readonly specifier: string;
  /** Its declarations, relative to the package. */
  readonly types: string;
}

export interface PackageExports {
  readonly exports: Readonly<Record<string, string | { readonly types?: string }>>;
}

/** Every door that is made of TypeScript. */
export function doorsOf({ exports }: PackageExports): readonly Door[] {
  return Object.entries(exports).flatMap(([path, target]) => {
    const types = typeof target === 'string' ? undefined : target.types;
    if (types === undefined || path.endsWith('.css')) return [];
    const below = path.slice('./'.length);
    if (below === '') return [{ name: 'candor', specifier: 'candor', types }];
    return [{ name: below.replaceAll('/', '-'), specifier: `candor/${below}`, types }];
  });
}

/** What API Extractor says of a door, as lines; none where the report in docs/api is the one of today and exports whatever its
 * declarations name. */
export interface DoorFindings {
  readonly door: Door;
  readonly faults: readonly string[];
}

/** Types without a name at any door cannot be written down by a host. */
const FORGOTTEN = 'ae-forgotten-export';

function configOf(root: string, { name, types }: Door): ExtractorConfig {
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: resolve(root, types),
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          extends: resolve(root, 'tsconfig.json'),
          compilerOptions: { noEmit: true },
          include: [],
          files: [resolve(root, types)],
        },
        skipLibCheck: true,
      },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: resolve(root, 'docs/api'),
        reportTempFolder: resolve(root, '.cache/api'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.None },
          [FORGOTTEN]: { logLevel: ExtractorLogLevel.Error },
        },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: resolve(root, 'package.json'),
  });
}

/** One compiler reads all doors: most of what each declares is the same.
 * @param isLocal - writes the reports; otherwise a difference is a fault. */
export function extract(root: string, doors: readonly Door[], isLocal: boolean): readonly DoorFindings[] {
  const configs = doors.map((door) => ({ door, config: configOf(root, door) }));
  const [first] = configs;
  if (first === undefined) return [];
  const compilerState = CompilerState.create(first.config, {
    additionalEntryPoints: configs.map(({ config }) => config.mainEntryPointFilePath),
  });
  return configs.map(({ door, config }) => {
    const faults: string[] = [];
    const messageCallback = (message: ExtractorMessage): void => {
      message.handled = true;
      if (message.logLevel === ExtractorLogLevel.Error) faults.push(message.text);
    };
    const options = { compilerState, localBuild: isLocal, messageCallback };
    const { apiReportChanged }: ExtractorResult = Extractor.invoke(config, options);
    if (apiReportChanged && !isLocal)
      faults.push(`docs/api/${door.name}.api.md is not what is exported: npm run api`);
    return { door, faults };
  });
}

import { type ConversionConfig, toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import packageJson from '../../package.json' with { type: 'json' };
import { PROBLEM_CODES, PROBLEM_CONTENT_TYPE, type ProblemCode } from '../../src/envelope/wire.js';
import { problemOf } from '../problem.js';
import { OPERATOR } from './operator.js';
import { REVIEW } from './review.js';
import type { Answer, Content, DescribedApp, Parameter, Route } from './route.js';
import { SCHEMAS, type SchemaName } from './schemas.js';
import { SELLERS } from './sellers.js';

/** Makes docs/openapi.json of the valibot schemas and of the words beside the routes. */

export const APPS: readonly DescribedApp[] = [SELLERS, OPERATOR, REVIEW];

/** What is sent, before defaults and transformations. `ignore`: JSON Schema has no word for "decodes as base64url", nor for a
 * transformation; the pattern beside it says what arrives. */
const AS_SENT: ConversionConfig = { errorMode: 'ignore', target: 'draft-2020-12', typeMode: 'input' };

const ref = (section: string, name: string): object => ({ $ref: `#/components/${section}/${name}` });

export function openApiDocument(): Readonly<Record<string, unknown>> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Candor receiver',
      version: packageJson.version,
      summary: 'What the widget, the marketplace’s programs and the reviewers say to the reference receiver',
      description:
        'The sellers’ routes are the protocol (docs/protocol.md), which any receiver speaks. Objects are closed. No route takes a picture or gives a vector, a similarity or a person for either.',
      license: { name: packageJson.license, identifier: packageJson.license },
    },
    servers: [{ url: SELLERS.server, description: 'The endpoint that the widget is given.' }],
    tags: APPS.map(({ name, description }) => ({ name, description })),
    paths: Object.fromEntries(pathsOf()),
    components: {
      schemas: toJsonSchemaDefs(SCHEMAS, {
        ...AS_SENT,
        overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
      }),
      examples: Object.fromEntries(PROBLEM_CODES.map((code) => [code, { value: problemOf(code) }])),
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}

const SECURITY_SCHEMES = {
  marketplace: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: 'The marketplace’s own credentials, passed through by the page. `authorize` judges them.',
  },
  removalToken: { type: 'http', scheme: 'bearer', description: 'The receipt’s removal token.' },
  sessionNonce: { type: 'http', scheme: 'bearer', description: 'The session’s nonce.' },
  operatorToken: { type: 'http', scheme: 'bearer', description: 'One of the operator’s tokens.' },
  reviewer: {
    type: 'apiKey',
    in: 'cookie',
    name: 'candor_review',
    description: 'Of the local token; with a host’s login, whatever that is.',
  },
} as const;

function pathsOf(): ReadonlyMap<string, object> {
  const paths = new Map<string, object>();
  for (const app of APPS) {
    const servers = app === SELLERS ? {} : { servers: [{ url: app.server, description: app.description }] };
    for (const route of app.routes) {
      paths.set(route.path, {
        ...servers,
        ...paths.get(route.path),
        [route.method]: operationOf(app, route),
      });
    }
  }
  return paths;
}

function operationOf(app: DescribedApp, route: Route): object {
  const { id, summary, purpose, credential, parameters = [], body, answers } = route;
  const successes = Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)]);
  return {
    operationId: id,
    tags: [app.name],
    summary,
    'x-purpose': purpose,
    ...(credential === undefined ? {} : { security: [{ [credential]: [] }] }),
    ...(parameters.length === 0 ? {} : { parameters: parameters.map(parameterOf) }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body) } }),
    responses: { ...Object.fromEntries(successes), ...problemsOf([...app.refusals, ...route.refusals]) },
  };
}

function parameterOf({ schema, ...parameter }: Parameter): object {
  const { $schema: _, ...plain } = toJsonSchema(schema, AS_SENT);
  return { ...parameter, schema: plain };
}

function answerOf({ description, content }: Answer): object {
  return { description, ...(content === undefined ? {} : { content: contentOf(content) }) };
}

function contentOf({ mediaType, schema }: Content): object {
  return { [mediaType]: schema === null ? {} : { schema: ref('schemas', schema satisfies SchemaName) } };
}

function problemsOf(codes: readonly ProblemCode[]): Readonly<Record<string, object>> {
  const statuses = new Set(codes.map((code) => problemOf(code).status));
  const answers = [...statuses].map((status) => {
    const ofStatus = [...new Set(codes)].filter((code) => problemOf(code).status === status);
    return [status, problemAnswer(ofStatus)];
  });
  return Object.fromEntries(answers);
}

function problemAnswer(codes: readonly ProblemCode[]): object {
  const schema = { allOf: [ref('schemas', 'Problem'), { properties: { code: { enum: codes } } }] };
  const examples = Object.fromEntries(codes.map((code) => [code, ref('examples', code)]));
  return {
    description: codes.map((code) => `${code}: ${problemOf(code).title}`).join(' '),
    content: { [PROBLEM_CONTENT_TYPE]: { schema, examples } },
  };
}

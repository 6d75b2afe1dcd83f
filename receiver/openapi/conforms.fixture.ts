import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect } from 'vitest';
import { openApiDocument } from './document.fixture.js';

/** Whether answers are what docs/openapi.json says of their route. */

const document = openApiDocument();
// Not strict: an OpenAPI document has fields that no JSON Schema has.
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(document, 'openapi');

/** @param route - as OpenAPI writes it: `post /sessions`. */
export async function expectDocumented(route: string, answer: Response): Promise<void> {
  const [method = '', path = ''] = route.split(' ');
  const mediaType = answer.headers.get('Content-Type')?.split(';', 1)[0] ?? '';
  const at = ['paths', path, method, 'responses', `${answer.status}`, 'content', mediaType, 'schema'];
  const pointer = at.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
  const validate = ajv.getSchema(`openapi#/${pointer}`);
  const body: unknown = await answer.clone().json();
  const said = `${route} answered ${answer.status} ${JSON.stringify(body).slice(0, 200)}`;
  if (validate === undefined) throw new Error(`${said}, which docs/openapi.json does not have`);
  expect([validate(body), validate.errors], said).toEqual([true, null]);
}

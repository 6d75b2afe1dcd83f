import type { GenericSchema } from 'valibot';
import type { ProblemCode } from '../../src/envelope/wire.js';
import type { SchemaName } from './schemas.js';

/** What docs/openapi.json says of one route: the words that the code does not have. */

export type Method = 'get' | 'post' | 'delete';

export interface Content {
  readonly mediaType: string;
  /** Null: text for people, such as a page. */
  readonly schema: SchemaName | null;
}

export interface Answer {
  readonly description: string;
  readonly content?: Content;
}

export interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly schema: GenericSchema;
}

/** Who may ask. `marketplace`: what the host's `authorize` says of the header. */
export type Credential = 'marketplace' | 'removalToken' | 'sessionNonce' | 'operatorToken' | 'reviewer';

/** What a route is for. Closed: another purpose has no route.
 * `inform`: what everybody may know. `operate`: whether it runs. `rights`: what a seller may have and ask for. */
export type Purpose = 'inform' | 'operate' | 'duplicate-check' | 'alternative' | 'rights' | 'review';

export interface Route {
  readonly method: Method;
  /** As OpenAPI writes it: `/verifications/{id}`. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly purpose: Purpose;
  readonly credential?: Credential;
  readonly parameters?: readonly Parameter[];
  readonly body?: Content;
  /** Successes, by status, and pages that are none. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Besides those that every route of its app may answer with. */
  readonly refusals: readonly ProblemCode[];
}

/** One of the receiver's apps, each on an address of its own. */
export interface DescribedApp {
  readonly name: 'sellers' | 'operator' | 'review';
  readonly description: string;
  /** Where it stands by default. */
  readonly server: string;
  /** What every route may answer with. */
  readonly refusals: readonly ProblemCode[];
  readonly routes: readonly Route[];
}

const JSON_TYPE = 'application/json';

/** @param schema - of a JSON document. */
export function json(schema: SchemaName): Content {
  return { mediaType: JSON_TYPE, schema };
}

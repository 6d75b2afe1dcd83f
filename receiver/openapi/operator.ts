import * as v from 'valibot';
import { CasesQuerySchema } from '../operator/requests.js';
import { type DescribedApp, json, type Parameter, type Route } from './route.js';

const CASE_ID: Parameter = {
  in: 'path',
  name: 'id',
  description: 'Id of the case.',
  required: true,
  schema: v.pipe(v.string(), v.uuid()),
};
const SUBJECT: Parameter = {
  in: 'path',
  name: 'subject',
  description: 'The marketplace’s own id of the seller.',
  required: true,
  schema: v.string(),
};
const QUERY_WORDS: Readonly<Record<keyof typeof CasesQuerySchema.entries, string>> = {
  state: 'Those that wait, oldest first, or those that were decided, newest first.',
  limit: 'Cases on a page, 1–200.',
  after: '`next` of the page before.',
};

const CASES: readonly Route[] = [
  {
    method: 'get',
    path: '/operator/cases',
    id: 'listCases',
    purpose: 'review',
    summary: 'The cases that wait, or those that were decided',
    parameters: Object.entries(CasesQuerySchema.entries).map(([name, schema]) => ({
      in: 'query',
      name,
      description: QUERY_WORDS[name as keyof typeof QUERY_WORDS],
      required: false,
      schema,
    })),
    answers: { 200: { description: 'One page.', content: json('Cases') } },
    refusals: [],
  },
  {
    method: 'get',
    path: '/operator/cases/{id}',
    id: 'readCase',
    purpose: 'review',
    summary: 'What a reviewer sees of one case',
    parameters: [CASE_ID],
    answers: { 200: { description: 'The case.', content: json('Case') } },
    refusals: ['not_found'],
  },
  {
    method: 'post',
    path: '/operator/cases/{id}/outcome',
    id: 'decideCase',
    purpose: 'review',
    summary: 'What a person found, in the marketplace’s own pages',
    parameters: [CASE_ID],
    body: json('ActRequest'),
    answers: { 200: { description: 'Stored.', content: json('Acted') } },
    refusals: ['request.unsupported_type', 'not_found', 'case.changed', 'storage.full'],
  },
];

const SUBJECTS: readonly Route[] = [
  {
    method: 'get',
    path: '/operator/subjects/{subject}',
    id: 'readSubject',
    purpose: 'rights',
    summary: 'The verifications that are stored under a seller’s id',
    parameters: [SUBJECT],
    answers: { 200: { description: 'None is an empty list.', content: json('Subject') } },
    refusals: [],
  },
  {
    method: 'post',
    path: '/operator/subjects/{subject}/export',
    id: 'exportSubject',
    purpose: 'rights',
    summary: 'What is stored under a seller’s id, without the template, other sellers and credentials',
    parameters: [SUBJECT],
    answers: { 200: { description: 'Each list oldest first.', content: json('SubjectExport') } },
    refusals: [],
  },
  {
    method: 'post',
    path: '/operator/subjects/{subject}/erase',
    id: 'eraseSubject',
    purpose: 'rights',
    summary: 'Withdraw all of it, for a seller who asks through the marketplace’s login',
    parameters: [SUBJECT],
    answers: { 200: { description: 'How many there were. Again: none.', content: json('SubjectErased') } },
    refusals: [],
  },
];

const guarded = (route: Route): Route => ({ ...route, credential: 'operatorToken' });

export const OPERATOR: DescribedApp = {
  name: 'operator',
  description: 'JSON for the marketplace’s programs, on a port of its own (docs/operator.md).',
  server: 'http://localhost:8789',
  refusals: [
    'request.malformed',
    'session.unknown',
    'request.timeout',
    'request.too_large',
    'request.too_many',
    'internal',
    'storage.unavailable',
  ],
  routes: [...CASES, ...SUBJECTS].map(guarded),
};

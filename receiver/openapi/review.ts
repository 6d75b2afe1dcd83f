import * as v from 'valibot';
import type { Answer, DescribedApp, Parameter, Route } from './route.js';

const CASE_ID: Parameter = {
  in: 'path',
  name: 'id',
  description: 'Id of the case.',
  required: true,
  schema: v.string(),
};
const optional = (name: string, description: string, schema: v.GenericSchema = v.string()): Parameter => ({
  in: 'query',
  name,
  description,
  required: false,
  schema,
});
const page = (description: string): Answer => ({
  description,
  content: { mediaType: 'text/html', schema: null },
});
const PAGES = {
  400: page('The form is none of these pages’.'),
  401: page('Not signed in.'),
  500: page('The receiver failed.'),
  503: page('Nothing can be read or stored now.'),
};

const ROUTES: readonly Route[] = [
  {
    method: 'get',
    path: '/',
    id: 'showQueue',
    purpose: 'review',
    summary: 'The queue',
    credential: 'reviewer',
    parameters: [
      optional('state', 'What was decided, in place of what waits.', v.literal('closed')),
      optional('after', 'The page after, as the page before links it.'),
    ],
    answers: { ...PAGES, 200: page('The queue.') },
    refusals: [],
  },
  {
    method: 'get',
    path: '/cases/{id}',
    id: 'showCase',
    purpose: 'review',
    summary: 'One case',
    credential: 'reviewer',
    parameters: [CASE_ID],
    answers: { ...PAGES, 200: page('The case.'), 404: page('There is none.') },
    refusals: [],
  },
  {
    method: 'post',
    path: '/cases/{id}',
    id: 'actOnCase',
    purpose: 'review',
    summary: 'What a reviewer found',
    credential: 'reviewer',
    parameters: [CASE_ID],
    body: { mediaType: 'application/x-www-form-urlencoded', schema: 'ReviewForm' },
    answers: {
      ...PAGES,
      303: { description: 'Stored; back to the case.' },
      403: page('Sent from another site.'),
      404: page('There is none.'),
      409: page('Somebody acted on it meanwhile.'),
      413: page('Larger than a form.'),
      422: page('Something is missing, and named beside its field.'),
      507: page('There is no room to store anything.'),
    },
    refusals: [],
  },
  {
    method: 'get',
    path: '/login',
    id: 'login',
    purpose: 'review',
    summary: 'Takes the local token and gives a cookie; not there where the host’s login decides',
    parameters: [optional('token', 'As the receiver printed it.')],
    answers: { ...PAGES, 303: { description: 'To the queue, with the cookie.' } },
    refusals: [],
  },
  {
    method: 'get',
    path: '/review.css',
    id: 'styles',
    purpose: 'review',
    summary: 'The pages’ stylesheet',
    answers: { 200: { description: 'CSS.', content: { mediaType: 'text/css', schema: null } } },
    refusals: [],
  },
];

export const REVIEW: DescribedApp = {
  name: 'review',
  description:
    'Pages for whoever decides, rendered without a script (docs/review.md). Their errors are pages too.',
  server: 'http://localhost:8788',
  refusals: [],
  routes: ROUTES,
};

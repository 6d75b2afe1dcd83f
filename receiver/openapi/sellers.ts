import * as v from 'valibot';
import type { ProblemCode } from '../../src/envelope/wire.js';
import { DISCOVERY_PATH, ENVELOPE_CONTENT_TYPE } from '../../src/envelope/wire.js';
import { type DescribedApp, json, type Parameter, type Route } from './route.js';

const idIn = (of: string): Parameter => ({
  in: 'path',
  name: 'id',
  description: `Id of the ${of}.`,
  required: true,
  schema: v.pipe(v.string(), v.uuid()),
});

/** What whatever has a body, or is counted as if it had one, may be answered with. */
const POSTED: readonly ProblemCode[] = [
  'request.unsupported_type',
  'request.too_many',
  'origin.refused',
  'storage.full',
];

const PUBLIC: readonly Route[] = [
  {
    method: 'get',
    path: DISCOVERY_PATH,
    id: 'discover',
    purpose: 'inform',
    summary: 'Everything that a seller is told before any consent: notice, keys, threshold, ways around',
    answers: { 200: { description: 'May be cached for a minute.', content: json('Discovery') } },
    refusals: [],
  },
  {
    method: 'get',
    path: '/health',
    id: 'health',
    purpose: 'operate',
    summary: 'Whether the receiver could serve a seller now, its database included',
    answers: { 200: { description: 'It could.', content: json('Health') } },
    refusals: [],
  },
  {
    method: 'get',
    path: '/ready',
    id: 'ready',
    purpose: 'operate',
    summary: 'Whether new sellers may be sent here',
    answers: { 200: { description: 'They may.', content: json('Ready') } },
    refusals: ['storage.full'],
  },
  {
    method: 'get',
    path: '/counts',
    id: 'counts',
    purpose: 'inform',
    summary: 'What the receiver did, by month that has ended, without small numbers',
    answers: {
      200: { description: 'A page without a script.', content: { mediaType: 'text/html', schema: null } },
    },
    refusals: [],
  },
  {
    method: 'get',
    path: '/counts.json',
    id: 'countsAsJson',
    purpose: 'inform',
    summary: 'The same as JSON',
    answers: { 200: { description: 'Newest month first.', content: json('Counts') } },
    refusals: [],
  },
  {
    method: 'get',
    path: '/openapi.json',
    id: 'describe',
    purpose: 'inform',
    summary: 'This document',
    answers: {
      200: {
        description: 'OpenAPI 3.1.',
        content: { mediaType: 'application/json', schema: null },
      },
    },
    refusals: [],
  },
];

const CAPTURE: readonly Route[] = [
  {
    method: 'post',
    path: '/sessions',
    id: 'openSession',
    purpose: 'duplicate-check',
    summary: 'Open a session: one attempt, with its nonce and its challenge',
    credential: 'marketplace',
    body: json('SessionRequest'),
    answers: { 201: { description: 'Opened.', content: json('Session') } },
    refusals: [
      ...POSTED,
      'session.unknown',
      'envelope.unbound',
      'attempts.exhausted',
      'attempts.cooling_down',
      'operators.unavailable',
    ],
  },
  {
    method: 'delete',
    path: '/sessions/{id}',
    id: 'endSession',
    purpose: 'rights',
    summary: 'End a session whose answer was lost: it takes no envelope, and what arrived is withdrawn',
    credential: 'sessionNonce',
    parameters: [idIn('session')],
    answers: { 200: { description: 'Ended. Again: the same.', content: json('SessionEnd') } },
    refusals: ['request.too_many', 'origin.refused', 'session.unknown', 'not_found', 'operators.unavailable'],
  },
  {
    method: 'post',
    path: '/verifications',
    id: 'submit',
    purpose: 'duplicate-check',
    summary: 'The sealed envelope: the only request that carries anything about a face',
    credential: 'marketplace',
    parameters: [
      {
        in: 'header',
        name: 'Idempotency-Key',
        description: 'The session’s id, as in the envelope’s header.',
        required: true,
        schema: v.string(),
      },
    ],
    body: { mediaType: ENVELOPE_CONTENT_TYPE, schema: 'EitherEnvelope' },
    answers: {
      201: { description: 'Stored. The same bytes again: the same answer.', content: json('Outcome') },
    },
    refusals: [
      ...POSTED,
      'session.unknown',
      'session.used',
      'session.expired',
      'envelope.invalid',
      'envelope.unbound',
      'operators.unavailable',
    ],
  },
];

const RIGHTS: readonly Route[] = [
  {
    method: 'get',
    path: '/verifications/{id}',
    id: 'readRecord',
    purpose: 'rights',
    summary: 'Everything that is stored about the person who asks, but the vector',
    credential: 'removalToken',
    parameters: [idIn('verification')],
    answers: { 200: { description: 'The record.', content: json('StoredRecord') } },
    refusals: ['origin.refused', 'session.unknown', 'not_found'],
  },
  {
    method: 'delete',
    path: '/verifications/{id}',
    id: 'withdraw',
    purpose: 'rights',
    summary: 'Withdrawal',
    credential: 'removalToken',
    parameters: [idIn('verification')],
    answers: { 200: { description: 'Withdrawn. Again: the same.', content: json('Withdrawal') } },
    refusals: ['origin.refused', 'session.unknown', 'not_found'],
  },
  {
    method: 'post',
    path: '/verifications/{id}/objections',
    id: 'object',
    purpose: 'rights',
    summary: 'What a seller says against a decision: text, and nothing that could hold a face',
    credential: 'removalToken',
    parameters: [idIn('verification')],
    body: json('ObjectionRequest'),
    answers: {
      201: {
        description:
          'Stored, and put before a person. The same text again, before a person has acted: the same answer.',
        content: json('Objection'),
      },
    },
    refusals: [...POSTED, 'session.unknown', 'not_found', 'objections.exhausted', 'verification.gone'],
  },
  {
    method: 'post',
    path: '/opt-outs',
    id: 'optOut',
    purpose: 'alternative',
    summary: 'Another way was chosen',
    credential: 'marketplace',
    body: json('OptOutRequest'),
    answers: { 201: { description: 'Noted.', content: json('OptOut') } },
    refusals: [...POSTED, 'session.unknown'],
  },
];

export const SELLERS: DescribedApp = {
  name: 'sellers',
  description: 'What the widget speaks (docs/protocol.md).',
  server: 'http://localhost:8787',
  refusals: ['request.malformed', 'request.timeout', 'request.too_large', 'internal', 'storage.unavailable'],
  routes: [...PUBLIC, ...CAPTURE, ...RIGHTS],
};

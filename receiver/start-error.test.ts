import { describe, expect, it } from 'vitest';
import { reasonOf } from './start-error.js';

const coded = (message: string, code: string, cause?: unknown): Error =>
  Object.assign(new Error(message, { cause }), { code });

describe('why a receiver did not start', () => {
  it('is told with its causes', () => {
    const refused = coded('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED');
    expect(reasonOf(new AggregateError([refused]))).toBe(
      'AggregateError: connect ECONNREFUSED 127.0.0.1:5432',
    );
    const query = new Error('Failed query: select 1\nparams: ', { cause: coded('no room', '53100') });
    expect(reasonOf(query)).toBe('the database refused a statement: no room (53100)');
  });

  it('repeats no value of a statement, none that a constraint names, and no password', () => {
    const duplicate = coded('Key (verification_id)=(3f2a) already exists', '23505');
    const query = new Error('Failed query: insert …\nparams: 3f2a,seller-1', { cause: duplicate });
    expect(reasonOf(query)).not.toMatch(/3f2a|seller-1/);
    expect(reasonOf(new Error('cannot open postgres://receiver:hunter2@db/candor'))).toBe(
      'cannot open postgres://…@db/candor',
    );
  });

  it('is said of what is no error, too', () => {
    expect(reasonOf('no')).toBe('no');
    expect(reasonOf(undefined)).toBe('undefined');
  });
});

import { parse } from 'valibot';
import { expect } from 'vitest';
import { PROBLEM_CONTENT_TYPE, type ProblemCode, ProblemSchema } from '../../src/envelope/wire.js';

/** The answer is the one error shape, with this status and code. */
export async function expectProblem(answer: Response, status: number, code: ProblemCode): Promise<void> {
  expect(answer.headers.get('Content-Type')).toBe(PROBLEM_CONTENT_TYPE);
  const problem = parse(ProblemSchema, await answer.json());
  expect([answer.status, problem.status, problem.code]).toEqual([status, status, code]);
}

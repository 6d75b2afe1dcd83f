import { Hono } from 'hono';
import type { Log, LogEntry } from './log.js';
import { importing } from './peers.js';

/** What {@link createMetrics} makes: one end listens to the log, the other answers the monitoring. */
export interface Metrics {
  /** Counts what the log says; give it beside the log, or in its place. */
  readonly observe: Log;
  /** Answers `GET /metrics` in the OpenMetrics format, for a port that only the monitoring reaches. */
  readonly app: Hono;
}

/** Buckets for the time of an answer, s. */
const BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/** Counts by prom-client, which is installed besides. Labels are patterns of routes, statuses and codes: nothing of a person, and so
 * few that they cannot grow.
 * @throws Error that says how to install what is missing.
 * @example
 * const metrics = await createMetrics(); */
export async function createMetrics(): Promise<Metrics> {
  const { Registry, Counter, Histogram, collectDefaultMetrics } = await importing(
    'prom-client',
    () => import('prom-client'),
  );
  const registry = new Registry<typeof Registry.OPENMETRICS_CONTENT_TYPE>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const answers = new Counter({
    name: 'candor_answers',
    help: 'Answers by app, method, pattern of the route, status and problem code.',
    labelNames: ['app', 'method', 'route', 'status', 'code'],
    registers,
  });
  const durations = new Histogram({
    name: 'candor_answer_seconds',
    help: 'Time from a request to its answer.',
    labelNames: ['app', 'route'],
    buckets: BUCKETS_S,
    registers,
  });
  const events = new Counter({
    name: 'candor_events',
    help: 'What else the log says, by event; verifications by status and basis.',
    labelNames: ['event', 'status', 'basis'],
    registers,
  });
  const admissions = new Histogram({
    name: 'candor_admit_seconds',
    help: 'How long the three operators took to compare and store a newcomer.',
    buckets: BUCKETS_S,
    registers,
  });
  const unanswered = new Counter({
    name: 'candor_operator_unanswered',
    help: 'What one of the three operators did not answer, by its number.',
    labelNames: ['operator', 'during'],
    registers,
  });
  const refused = new Counter({
    name: 'candor_operators_refused',
    help: 'Newcomers whom the three operators refused, by code, who said it, and whose doing it is.',
    labelNames: ['code', 'operator', 'held_against'],
    registers,
  });
  const observe = (entry: LogEntry): void => {
    if (entry.event === 'answered') {
      const { app = 'sellers', method, route, status, code = '', durationMs } = entry;
      answers.inc({ app, method, route, status, code });
      durations.observe({ app, route }, durationMs / 1_000);
    } else if (entry.event === 'verification.received') {
      events.inc({ event: entry.event, status: entry.status, basis: entry.basis });
    } else {
      events.inc({ event: entry.event, status: '', basis: '' });
    }
    if (entry.event === 'operators.admitted') admissions.observe(entry.durationMs / 1_000);
    if (entry.event === 'operator.unanswered')
      unanswered.inc({ operator: String(entry.operator), during: entry.during });
    if (entry.event === 'operators.refused') {
      const { code, operator, heldAgainst } = entry;
      refused.inc({ code, operator: String(operator ?? ''), held_against: heldAgainst });
    }
  };
  const app = new Hono().get('/metrics', async (context) =>
    context.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType }),
  );
  return { observe, app };
}

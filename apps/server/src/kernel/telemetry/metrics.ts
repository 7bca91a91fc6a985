import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Everything that /metrics shows. One set for each server, so that tests do not share counters. */
export function makeMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'xiaoer_http_request_seconds',
      help: 'HTTP requests by operation and status class',
      labelNames: ['operation', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    inFlight: new Gauge({ name: 'xiaoer_http_in_flight', help: 'Requests being worked on', registers }),
    refused: new Counter({
      name: 'xiaoer_http_refused_total',
      help: 'Requests refused because the server is busy',
      registers,
    }),
    stamped: new Counter({
      name: 'xiaoer_log_stamped_total',
      help: 'Events stamped by the relay',
      registers,
    }),
    stampSeconds: new Histogram({
      name: 'xiaoer_log_stamp_seconds',
      help: 'Time of one stamping batch',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.05, 0.2, 1],
      registers,
    }),
    handled: new Counter({
      name: 'xiaoer_subscriber_handled_total',
      help: 'Events handled',
      labelNames: ['subscriber'],
      registers,
    }),
    setAside: new Counter({
      name: 'xiaoer_subscriber_set_aside_total',
      help: 'Events set aside',
      labelNames: ['subscriber'],
      registers,
    }),
    sockets: new Gauge({
      name: 'xiaoer_gateway_sockets',
      help: 'Open sockets',
      labelNames: ['kind'],
      registers,
    }),
    pushed: new Counter({ name: 'xiaoer_gateway_pushed_total', help: 'Events pushed to sockets', registers }),
    resumed: new Counter({
      name: 'xiaoer_gateway_resumed_total',
      help: 'Resumed streams by source',
      labelNames: ['source'],
      registers,
    }),
    slowClosed: new Counter({
      name: 'xiaoer_gateway_slow_closed_total',
      help: 'Sockets closed because the client did not read',
      registers,
    }),
    poolWaiting: new Gauge({
      name: 'xiaoer_database_waiting',
      help: 'Requests waiting for a database connection',
      registers,
    }),
  };
}
export type Metrics = ReturnType<typeof makeMetrics>;

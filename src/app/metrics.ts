import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof buildMetrics>;

/** Counters of one process, each registry its own so that two services can live in one test. */
export function buildMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    callbacks: new Counter({
      name: 'bangqi_callbacks_total',
      help: 'Callbacks by channel and HTTP status',
      labelNames: ['channel', 'status'],
      registers,
    }),
    callbackSeconds: new Histogram({
      name: 'bangqi_callback_seconds',
      help: 'Time to acknowledge a callback',
      registers,
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 2],
    }),
    decisions: new Counter({
      name: 'bangqi_decisions_total',
      help: 'Decisions by command or timer and outcome',
      labelNames: ['what', 'outcome'],
      registers,
    }),
    sends: new Counter({
      name: 'bangqi_sends_total',
      help: 'Sends by way and outcome',
      labelNames: ['way', 'outcome'],
      registers,
    }),
    opinions: new Counter({
      name: 'bangqi_model_opinions_total',
      help: 'Looks of the language model by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    connection: new Gauge({
      name: 'bangqi_bot_connection_open',
      help: '1 while the long connection of the smart bot stands in this process',
      registers,
    }),
    connectionChanges: new Counter({
      name: 'bangqi_bot_connection_changes_total',
      help: 'Changes of the long connection by what it became',
      labelNames: ['phase'],
      registers,
    }),
    failures: new Counter({
      name: 'bangqi_failures_total',
      help: 'Failed attempts by collection',
      labelNames: ['collection'],
      registers,
    }),
  };
}

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Hono } from 'hono';
import type { Channel } from './channels/channel.ts';
import type { Database } from './database/open.ts';
import type { DiskFigures } from './disk-watch.ts';
import type { WebEnv } from './web/env.ts';
import { isAtThisMachine } from './web/requester.ts';
import type { Mount } from './web/server.ts';

/** Upper edges, seconds. */
const EDGES = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** What comes to an end is counted among the newest so many: a count over years would hold customers up. */
const NEWEST = 5_000;

/** How often something took how long. */
export interface Histogram {
  observe(seconds: number): void;
  lines(name: string): readonly string[];
}

export function createHistogram(edges: readonly number[] = EDGES): Histogram {
  const counts = edges.map(() => 0);
  let [count, sum] = [0, 0];
  return {
    observe(seconds) {
      count++;
      sum += seconds;
      edges.forEach((edge, i) => { if (seconds <= edge) counts[i]!++; });
    },
    lines: (name) => [
      `# TYPE ${name} histogram`, ...edges.map((edge, i) => `${name}_bucket{le="${edge}"} ${counts[i]}`),
      `${name}_bucket{le="+Inf"} ${count}`, `${name}_sum ${sum}`, `${name}_count ${count}`,
    ],
  };
}

type Sample = readonly [labels: Readonly<Record<string, string>>, value: number];

const written = (labels: Readonly<Record<string, string>>): string =>
  (Object.keys(labels).length === 0 ? '' : `{${Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/["\\\n]/g, '_')}"`).join(',')}}`);

/** One metric in Prometheus' text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats). */
function metric(name: string, kind: 'counter' | 'gauge', help: string, samples: readonly Sample[]): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...samples.map(([labels, value]) => `${name}${written(labels)} ${value}`)];
}

export interface MetricsParts {
  readonly db: Database;
  readonly channels: () => readonly Pick<Channel, 'name' | 'status'>[];
  readonly disk: () => DiskFigures;
  /** When the newest verified copy was taken, UTC ms; null before the first. */
  readonly lastBackup: () => number | null;
  readonly turns: Histogram;
  readonly now: () => number;
}

/** How the shop does, in figures without a person in them. Numbers of rows only grow, so the newest number counts what came. */
export function metricsText(parts: MetricsParts, loopDelay: { readonly mean: number; readonly max: number; percentile(share: number): number }): string {
  const { db } = parts;
  const one = (sql: string): number => (db.prepare(sql).pluck().get() as number | null) ?? 0;
  const byState = (sql: string): Sample[] => (db.prepare(sql).all() as { state: string; n: number }[]).map(({ state, n }) => [{ state }, n]);
  const disk = parts.disk();
  const last = parts.lastBackup();
  const seconds = (nanoseconds: number): number => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);
  const lines = [
    metric('ladeni_messages_in_total', 'counter', 'Messages and events that came in.', [[{}, one('SELECT max(id) FROM inbox')]]),
    metric('ladeni_messages_out_total', 'counter', 'Replies that were promised.', [[{}, one('SELECT max(id) FROM outbox')]]),
    metric('ladeni_inbox_waiting', 'gauge', 'Messages not worked off yet.', [[{}, one(`SELECT count(*) FROM inbox WHERE state = 'new'`)]]),
    metric('ladeni_outbox', 'gauge', 'Replies not delivered yet, by state.', byState(`SELECT state, count(*) AS n FROM outbox INDEXED BY outbox_open WHERE state IN ('ready', 'held', 'sending') GROUP BY state`)),
    metric('ladeni_outbox_uncertain', 'gauge', `Replies whose fate is not known, among the newest ${NEWEST}.`, [[{}, one(`SELECT count(*) FROM outbox WHERE id > (SELECT max(id) FROM outbox) - ${NEWEST} AND state = 'unknown'`)]]),
    metric('ladeni_tasks', 'gauge', `Slow things among the newest ${NEWEST}, by state.`, byState(`SELECT state, count(*) AS n FROM tasks WHERE id > (SELECT max(id) FROM tasks) - ${NEWEST} GROUP BY state`)),
    metric('ladeni_orders', 'gauge', 'Orders that are open, by state.', byState(`SELECT state, count(*) AS n FROM orders INDEXED BY orders_open WHERE state IN ('awaiting_payment', 'confirmed', 'paid', 'packed', 'shipped') GROUP BY state`)),
    metric('ladeni_channel_up', 'gauge', 'Whether a channel is on.', parts.channels().map((channel) => [{ channel: channel.name, state: channel.status().state }, channel.status().state === 'on' ? 1 : 0])),
    metric('ladeni_database_bytes', 'gauge', 'The database file.', [[{}, disk.database]]),
    metric('ladeni_wal_bytes', 'gauge', 'SQLite\'s log of changes.', [[{}, disk.log]]),
    metric('ladeni_disk_free_bytes', 'gauge', 'Free where the data lies.', [[{}, disk.free]]),
    metric('ladeni_backup_age_seconds', 'gauge', 'Since the newest verified copy; -1 before the first.', [[{}, last === null ? -1 : (parts.now() - last) / 1000]]),
    metric('ladeni_event_loop_lag_seconds', 'gauge', 'How late the process was, since the last look.', [[{ quantile: '0.5' }, seconds(loopDelay.percentile(50))], [{ quantile: '0.99' }, seconds(loopDelay.percentile(99))], [{ quantile: '1' }, seconds(loopDelay.max)]]),
    metric('ladeni_memory_bytes', 'gauge', 'Resident memory of the process.', [[{}, process.memoryUsage.rss()]]),
    metric('ladeni_uptime_seconds', 'gauge', 'Since the process was started.', [[{}, process.uptime()]]),
    parts.turns.lines('ladeni_turns_seconds'),
  ];
  return `${lines.flat().join('\n')}\n`;
}

/** `/metrics` for a Prometheus on this machine; for everyone else there is no such page. */
export function createMetrics(parts: MetricsParts): Mount {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const routes = new Hono<WebEnv>();
  routes.get('/', (c) => {
    if (!isAtThisMachine(c)) return c.notFound();
    const text = metricsText(parts, delay);
    delay.reset();
    return c.text(text, 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
  return { at: '/metrics', routes, close: () => delay.disable() };
}

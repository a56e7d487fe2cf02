import { carriesToken, type Metrics } from '../metrics.ts';
import type { Store } from '../store/database.ts';
import { figuresOf, isOverdue } from '../store/figures.ts';
import { oldestPendingAge, pendingCount } from '../store/outbox.ts';
import type { DoorRoute } from '../teams/server.ts';

/** What the probes look at. `now` is the domain's clock, `real` is real time. */
export type Probed = {
  store: Store;
  metrics: Metrics;
  mode: 'local' | 'test' | 'production';
  /** METRICS_TOKEN. */
  token: string | undefined;
  now: () => Date;
  real: () => Date;
  isStopping: () => boolean;
};

const OVERDUE_MS = 5 * 60_000;
const PATIENCE_MS = 3_000;

/**
 * `/healthz`: the process answers. `/readyz`: it can do its work; 503 while it stops, when the store does not answer
 * within three seconds, and when messages that nothing holds back have stood for five minutes. `/metrics`: for whoever
 * carries the token; without a token only outside production, where the door listens on this machine alone. A loopback
 * address is no proof in production: a proxy on the same machine has one too.
 */
export function probes({ store, metrics, mode, token, now, real, isStopping }: Probed): DoorRoute[] {
  const started = real().getTime();
  return [
    { path: '/healthz', respond: async () => json(200, { ok: true }) },
    {
      path: '/readyz',
      respond: async () => {
        if (isStopping()) return json(503, { ok: false, stopping: true });
        const figures = await within(PATIENCE_MS, async () => ({
          waiting: await pendingCount(store),
          oldestMs: await oldestPendingAge(store, now()),
          overdue: await isOverdue(store, { now: now(), real: real() }, OVERDUE_MS),
        }));
        if (figures === undefined) return json(503, { ok: false, store: false });
        // After a standstill it is given as long to catch up.
        const overdue = figures.overdue && real().getTime() - started > OVERDUE_MS;
        return json(overdue ? 503 : 200, { ok: !overdue, store: true, ...figures, overdue });
      },
    },
    {
      path: '/metrics',
      respond: async (_parts, authorization) => {
        const may = token === undefined ? mode !== 'production' : carriesToken(authorization, token);
        if (!may) return json(404, { error: 'not here' });
        const figures = await within(PATIENCE_MS, () => figuresOf(store, now()));
        return {
          status: 200,
          type: 'text/plain; version=0.0.4; charset=utf-8',
          body: metrics.print(figures),
        };
      },
    },
  ];
}

const json = (status: number, body: unknown) => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});

/** The answer, or undefined after a fault or when it takes longer. */
async function within<T>(ms: number, ask: () => Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([ask().catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}

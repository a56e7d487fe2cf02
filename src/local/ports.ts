import { createServer } from 'node:net';

/**
 * The first free loopback port from `from` on that is not in `taken`; `moved` is called with each busy one.
 * @throws when fifty ports in a row are busy.
 */
export async function freePort(
  from: number,
  taken: ReadonlySet<number>,
  moved: (busy: number) => void,
): Promise<number> {
  for (let port = from; port < from + 50 && port < 65_536; port += 1) {
    if (taken.has(port)) continue;
    if (await isFree(port)) return port;
    moved(port);
  }
  throw new Error(`no free port between ${from} and ${from + 49}`);
}

async function isFree(port: number): Promise<boolean> {
  // A program that listens on every network card does not hinder a bind to loopback on every system.
  return (await canBind(port, '127.0.0.1')) && (await canBind(port, undefined));
}

function canBind(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

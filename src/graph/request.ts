/** Shows the token that lets the bot read; given one that was refused, a new one. */
export type Token = (refused?: string) => Promise<string | undefined>;

/** One way to Graph with a common end of time: what is not there by then is not there. */
export type Ask = (path: string, body?: unknown) => Promise<{ status: number; body: unknown }>;

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

/** Until when (ms since 1970) Graph has asked to be left alone; all that is asked shares it. */
export type Rest = { until: number };

/**
 * Asks Graph, a refused token and a short wait it asks for once over. A longer wait is kept: until it is over nothing is
 * asked. Throws when the time is out, or there is no answer.
 */
export function createAsk(
  { url, token, now, rest }: { url: string; token: Token; now: () => number; rest: Rest },
  { signal, ends }: { signal: AbortSignal; ends: number },
): Ask {
  const once = async (path: string, body: unknown, bearer: string | undefined): Promise<Response> => {
    const posted = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    return await fetch(`${url}${path}`, {
      ...posted,
      headers: {
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        'content-type': 'application/json',
        prefer: 'outlook.timezone="UTC"',
      },
      redirect: 'error',
      signal,
    });
  };
  return async (path, body) => {
    let bearer = await token();
    let response = await once(path, body, bearer);
    if (response.status === 401 && bearer !== undefined) {
      await response.body?.cancel();
      bearer = await token(bearer);
      response = await once(path, body, bearer);
    }
    if (response.status === 429 || response.status === 503) {
      const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
      const until = now() + (seconds > 0 ? seconds * 1000 : 0);
      await response.body?.cancel();
      if (until > ends) rest.until = Math.max(rest.until, until);
      if (until > ends || !(seconds > 0)) return { status: response.status, body: undefined };
      await wait(until - now(), signal);
      response = await once(path, body, bearer);
    }
    if (!response.ok) {
      await response.body?.cancel();
      return { status: response.status, body: undefined };
    }
    return { status: response.status, body: await response.json() };
  };
}

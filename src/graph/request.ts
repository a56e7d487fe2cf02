/** Shows the token that lets the bot read; given one that was refused, a new one. */
export type Token = (refused?: string) => Promise<string | undefined>;

/** One way to Graph with a common end of time: what is not there by then is not there. */
export type Ask = (
  path: string,
  body?: unknown,
  method?: string,
) => Promise<{ status: number; body: unknown }>;

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
  type Wanted = { path: string; body: unknown; method: string };
  const once = async ({ path, body, method }: Wanted, bearer: string | undefined): Promise<Response> => {
    return await fetch(`${url}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        'content-type': 'application/json',
        prefer: 'outlook.timezone="UTC"',
      },
      redirect: 'error',
      signal,
    });
  };
  return async (path, body, method = body === undefined ? 'GET' : 'POST') => {
    const wanted = { path, body, method };
    let bearer = await token();
    let response = await once(wanted, bearer);
    if (response.status === 401 && bearer !== undefined) {
      await response.body?.cancel();
      bearer = await token(bearer);
      response = await once(wanted, bearer);
    }
    if (response.status === 429 || response.status === 503) {
      const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
      const until = now() + (seconds > 0 ? seconds * 1000 : 0);
      await response.body?.cancel();
      if (until > ends) rest.until = Math.max(rest.until, until);
      if (until > ends || !(seconds > 0)) return { status: response.status, body: undefined };
      await wait(until - now(), signal);
      response = await once(wanted, bearer);
    }
    if (!response.ok) {
      await response.body?.cancel();
      return { status: response.status, body: undefined };
    }
    const said = await response.text();
    return { status: response.status, body: said === '' ? undefined : JSON.parse(said) };
  };
}

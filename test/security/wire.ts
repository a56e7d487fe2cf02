import http from 'node:http';

/** What came back; status 0 when the line broke before an answer. */
export type Answered = { status: number; body: string };

/** One HTTP request with any body. Never rejects. `cutAfter` ends the line after so many bytes. */
export function request(
  url: string,
  options: http.RequestOptions,
  body: Buffer | string = '',
  cutAfter?: number,
): Promise<Answered> {
  return new Promise((resolve) => {
    let answered: Answered = { status: 0, body: '' };
    const end = () => resolve(answered);
    const asked = http.request(url, options, (response) => {
      answered = { status: response.statusCode ?? 0, body: '' };
      response.setEncoding('utf8').on('data', (part: string) => (answered.body += part));
      response.on('end', end).on('error', end).on('close', end);
    });
    asked.on('error', end).on('close', end);
    asked.setTimeout(40_000, () => asked.destroy());
    if (cutAfter === undefined) asked.end(body);
    else asked.write(Buffer.from(body).subarray(0, cutAfter), () => asked.destroy());
  });
}

/** Does `count` things, so many at a time, each told its number. */
export async function several(
  count: number,
  atOnce: number,
  one: (n: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const run = async () => {
    while (next < count) {
      next += 1;
      await one(next - 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
}

import { once } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import { judge } from './domain/guard/verdict.ts';

/** One line's judgement as a line of JSON: `{"verdict", "findings": [{"type", "start", "end"}]}`, offsets in UTF-16 units. */
function lineOf(text: string): string {
  const { verdict, findings } = judge(text);
  return `${JSON.stringify({ verdict, findings: findings.map(({ type, start, end }) => ({ type, start, end })) })}\n`;
}

/**
 * Judges a stream line by line (LF or CRLF; the last line may lack its end) and writes one line of JSON for each.
 * Bytes that are no UTF-8 are read as U+FFFD. Reading waits while the output is full. Nothing of the text is written.
 */
export async function run(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const write = async (text: string): Promise<void> => {
    if (!output.write(text)) await once(output, 'drain');
  };
  const take = async (text: string): Promise<void> => {
    // A long line arrives in many pieces; only its last is split.
    if (!text.includes('\n')) {
      rest += text;
      return;
    }
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    await write(lines.map((line) => lineOf(line.endsWith('\r') ? line.slice(0, -1) : line)).join(''));
  };
  for await (const chunk of input) await take(typeof chunk === 'string' ? chunk : decoder.write(chunk));
  await take(decoder.end());
  if (rest !== '') await write(lineOf(rest));
}

import { z } from 'zod';
import { sight } from '../../cards/frame.ts';
import { actions, card, heading, line, link, quiet } from '../../cards/parts.ts';
import { mayExport } from '../../domain/access.ts';
import { recordTexts } from '../../texts/records.ts';
import { consultationFor } from '../perform.ts';
import { refusalCard } from '../refusal.ts';
import { action, type Feature, type Reply, reference, replyCard, type Spoken, type Turn } from '../turn.ts';
import { aboutOne, bare } from '../words.ts';
import { showLog, told } from './consultationLog.ts';
import { showOwn } from './own.ts';
import { showSample, signReview } from './review.ts';

const page = z.coerce.number().int().min(1).max(10_000).default(1);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const readers = ['caseworker', 'coordinator'] as const;

/** A link to the whole of a consultation as a file. */
async function exportOne(turn: Turn, ref: string | undefined): Promise<Reply> {
  const consultation = await consultationFor(turn, ref);
  if (!consultation) return replyCard(refusalCard(turn, { code: 'unknown-reference' }));
  const t = recordTexts[turn.language].export;
  if (!mayExport(sight(turn, consultation)))
    return turn.reader.role === 'coordinator'
      ? told(t.join)
      : replyCard(refusalCard(turn, { code: 'not-yours' }));
  const title = t.title(consultation.reference);
  const url = await turn.house.downloadLink(turn.association, turn.reader, {
    kind: 'consultation',
    consultation,
  });
  return replyCard(
    card([heading(title), line(t.intro), quiet(t.limits), actions([link(t.fetch, url)])], title),
  );
}

/** The log of a consultation, its review, and files of what is kept. */
export const log: Feature = {
  name: 'log',
  actions: {
    'log.show': action({
      inputs: z.object({ ref: reference, page }),
      roles: readers,
      run: (turn, { ref, page: number }) => showLog(turn, ref, number),
    }),
    'log.sample': action({
      inputs: z.object({ month: month.optional(), page }),
      roles: ['coordinator'],
      run: (turn, { month: said, page: number }) => showSample(turn, said, number),
    }),
    'log.review': action({
      inputs: z.object({ month }),
      roles: ['coordinator'],
      run: (turn, { month: said }) => signReview(turn, said),
    }),
    'log.export': action({
      inputs: z.object({ ref: reference }),
      roles: readers,
      run: (turn, { ref }) => exportOne(turn, ref),
    }),
    'log.own': action({ inputs: z.object({}), run: showOwn }),
  },
  sayings: [
    {
      word: 'log',
      read: (rest, turn): Spoken | undefined => {
        if (rest.length === 0 && turn.reader.role === 'coordinator')
          return { action: 'log.sample', inputs: {} };
        if (rest.length === 1 && month.safeParse(rest[0]).success)
          return { action: 'log.sample', inputs: { month: rest[0]! } };
        const one = aboutOne(rest);
        return one?.rest.length === 0 ? { action: 'log.show', inputs: one.inputs } : undefined;
      },
    },
    bare('export', 'log.export'),
    {
      word: 'myData',
      read: (rest) => (rest.length === 0 ? { action: 'log.own', inputs: {} } : undefined),
    },
  ],
};

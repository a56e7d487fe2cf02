import { z } from 'zod';
import { moment } from '../../cards/frame.ts';
import { actions, card, heading, line, plain } from '../../cards/parts.ts';
import { morningOf } from '../../domain/duty.ts';
import { dayOf } from '../../domain/zone.ts';
import { absencesFrom } from '../../store/absences.ts';
import { dropDigest, setPersonDue, wantsDigest } from '../../store/personDues.ts';
import { absenceTexts } from '../../texts/absence.ts';
import { personKey } from '../keys.ts';
import { consultationFor, presentCard } from '../perform.ts';
import { refusalCard } from '../refusal.ts';
import {
  about,
  action,
  type Feature,
  type Reply,
  reference,
  replyCard,
  replyText,
  type Spoken,
  type Turn,
} from '../turn.ts';
import { bare } from '../words.ts';

const working = ['caseworker', 'member', 'coordinator'] as const;

/** The next morning the reader works. */
async function nextMorning({ house, association, reader, now }: Turn): Promise<Date | undefined> {
  const absent = await absencesFrom(house.store.db, association.id, dayOf(now, association.timeZone));
  return morningOf(association, reader, absent.get(reader.id) ?? [], now);
}

async function setDigest(turn: Turn, on: boolean): Promise<Reply> {
  const t = absenceTexts[turn.language];
  const key = personKey(turn.association, turn.reader.id);
  if (!on) {
    await dropDigest(turn.house.store, key);
    return replyText(t.digestOff);
  }
  const at = await nextMorning(turn);
  if (!at) return replyText(t.noMorning);
  const due = { personKey: key, kind: 'digest', key: '', dueAt: at.toISOString(), said: '' } as const;
  if (!(await wantsDigest(turn.house.store, key))) await setPersonDue(turn.house.store.db, due);
  return replyText(t.digestOn);
}

async function remindTomorrow(turn: Turn, ref: string | undefined): Promise<Reply> {
  const consultation = await consultationFor(turn, ref);
  if (!consultation) return replyCard(refusalCard(turn, { code: 'unknown-reference' }));
  const t = absenceTexts[turn.language];
  const at = await nextMorning(turn);
  if (!at) return about(consultation, await presentCard(turn, consultation, { refusal: t.noMorning }));
  await setPersonDue(turn.house.store.db, {
    personKey: personKey(turn.association, turn.reader.id),
    kind: 'remind',
    key: consultation.id,
    dueAt: at.toISOString(),
    said: '',
  });
  const done = t.reminds(moment(turn, at.toISOString()));
  return about(consultation, await presentCard(turn, consultation, { done }));
}

/** The morning's summary, for whoever wants it, and being reminded tomorrow. */
export const morning: Feature = {
  name: 'morning',
  actions: {
    'digest.show': action({
      inputs: z.object({}),
      roles: working,
      run: async (turn) => {
        const t = absenceTexts[turn.language];
        const on = await wantsDigest(turn.house.store, personKey(turn.association, turn.reader.id));
        const button = plain('digest.set', on ? t.digestStop : t.digestStart, { on: on ? 'false' : 'true' });
        return replyCard(card([heading(t.digest), line(t.digestIntro), actions([button])], t.digest));
      },
    }),
    'digest.set': action({
      inputs: z.object({ on: z.enum(['true', 'false']) }),
      roles: working,
      run: (turn, { on }) => setDigest(turn, on === 'true'),
    }),
    'remind.tomorrow': action({
      inputs: z.object({ ref: reference }),
      roles: working,
      run: (turn, { ref }) => remindTomorrow(turn, ref),
    }),
  },
  sayings: [
    {
      word: 'digest',
      read: (rest): Spoken | undefined => {
        if (rest.length === 0) return { action: 'digest.show', inputs: {} };
        const said = rest.length === 1 ? rest[0]!.toLowerCase() : '';
        if (said === 'på' || said === 'on') return { action: 'digest.set', inputs: { on: 'true' } };
        return said === 'av' || said === 'off'
          ? { action: 'digest.set', inputs: { on: 'false' } }
          : undefined;
      },
    },
    bare('remind', 'remind.tomorrow'),
  ],
};

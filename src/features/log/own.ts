import { agencyName, listed, moment, say } from '../../cards/frame.ts';
import { actions, card, facts, heading, line, link, quiet } from '../../cards/parts.ts';
import { municipalityOf } from '../../domain/association.ts';
import { codesOf } from '../../domain/availability.ts';
import { isOpenLeg } from '../../domain/consultation.ts';
import { list } from '../../store/consultationList.ts';
import { keptAbout } from '../../store/own.ts';
import { languageOf } from '../../store/people.ts';
import { recordsBy } from '../../store/records.ts';
import { recordTexts } from '../../texts/records.ts';
import { personKey } from '../keys.ts';
import { type Reply, replyCard, type Turn } from '../turn.ts';

const SHOWN = 10;

/** What Samråd keeps about its reader, and a link to all of it. */
export async function showOwn(turn: Turn): Promise<Reply> {
  const t = recordTexts[turn.language].own;
  const { house, association, reader } = turn;
  const key = personKey(association, reader.id);
  const kept = await keptAbout(house.store, key);
  const language = await languageOf(house.store, key);
  const rows = await recordsBy(house.store, association.id, reader.id);
  const owned = await list(house.store, association.id, { owner: reader.id });
  const named = await list(house.store, association.id, { person: reader.id });
  const asked = named.filter(({ legs }) => legs.some((leg) => isOpenLeg(leg) && leg.asked === reader.id));
  const some = (all: readonly { reference: string }[]): string => {
    const references = all.slice(0, SHOWN).map(({ reference }) => reference);
    const more = all.length - references.length;
    return references.length === 0
      ? t.none
      : [references.join(', '), more > 0 && say(turn).talk.mineMore(more)].filter(Boolean).join(' ');
  };
  const functions = association.functions.filter(({ people }) => people.includes(reader.id));
  const chat = kept.chats.at(-1);
  const { and } = say(turn).form;
  return replyCard(
    card(
      [
        heading(t.title),
        line(t.intro),
        facts([
          [t.name, reader.name],
          [t.role, say(turn).codes.role[reader.role]],
          [t.agency, agencyName(turn, reader.agency)],
          reader.municipalities.length > 0
            ? [
                t.municipalities,
                listed(
                  reader.municipalities.map((id) => municipalityOf(association, id)?.name ?? id),
                  and,
                ),
              ]
            : undefined,
          functions.length > 0
            ? [
                t.functions,
                listed(
                  functions.map(({ name }) => name),
                  and,
                ),
              ]
            : undefined,
          [t.identities, reader.identities.map(({ aadObjectId }) => aadObjectId).join(', ') || t.none],
        ]),
        quiet(t.identitiesNote),
        facts([
          [t.language, language ? t.languageChosen[language] : t.languageNone],
          [t.chat, chat ? t.chatSince(moment(turn, chat.savedAt)) : t.chatNone],
          [t.times, String(codesOf(kept.availability).length || t.none)],
          [t.consultations, some(owned)],
          [t.legs, some(asked)],
          [t.log, rows[0] ? t.logSince({ count: rows.length, when: moment(turn, rows[0].at) }) : t.logNone],
        ]),
        quiet(t.kept),
        quiet(recordTexts[turn.language].export.limits),
        actions([link(t.fetch, await house.downloadLink(association, reader, { kind: 'own' }))]),
      ],
      t.title,
    ),
  );
}

import { say } from '../cards/frame.ts';
import { actions, button, card, heading, line, quiet } from '../cards/parts.ts';
import { reachTexts } from '../texts/reach.ts';
import { type Word, words } from '../texts/words.ts';
import { type Reply, replyCard, type Turn } from './turn.ts';

/** What this person can do, as buttons; and what may be written instead. */
export function helpReply(turn: Turn, greeting?: string): Reply {
  const t = say(turn);
  const { role } = turn.reader;
  const works = role === 'caseworker' || role === 'member';
  const can = (...roles: readonly string[]) => roles.includes(role);
  const hints = [
    can('caseworker') && hint(turn, 'new', t.talk.wordHelp.new),
    works && hint(turn, 'mine', t.talk.wordHelp.mine),
    role !== 'observer' && hint(turn, 'show', t.talk.wordHelp.show),
    can('member') && t.talk.wordHelp.answer,
    can('caseworker') && t.talk.wordHelp.clarify,
    works && t.talk.wordHelp.times,
    works && t.talk.wordHelp.outcome,
    can('caseworker', 'coordinator') && t.talk.wordHelp.manage,
    role !== 'observer' && t.talk.wordHelp.why,
    can('caseworker', 'coordinator') && t.talk.wordHelp.log,
    can('coordinator') && t.talk.wordHelp.review,
    role !== 'observer' && hint(turn, 'status', t.talk.wordHelp.status),
    can('coordinator') && t.talk.wordHelp.rules,
    can('coordinator') && hint(turn, 'disposal', t.talk.wordHelp.disposal),
    can('coordinator') && reachTexts[turn.language].connect.help,
    hint(turn, 'remit', t.talk.wordHelp.remit),
    role !== 'observer' && hint(turn, 'away', t.talk.wordHelp.away),
    t.talk.wordHelp.own,
    t.talk.wordHelp.language,
    turn.house.mode === 'local' && t.talk.wordHelp.clock,
  ].filter((one) => one !== false);
  return replyCard(
    card(
      [
        heading(t.talk.help),
        ...(greeting ? [line(greeting)] : []),
        line(t.talk.you({ role: t.codes.role[role], association: turn.association.name })),
        actions([
          can('caseworker') && button('request.open', t.talk.word.new, {}, 'positive'),
          works && button('mine.show', t.talk.word.mine),
          role !== 'observer' && button('status.show', t.talk.word.status),
          button('remit.show', t.talk.word.remit),
          button('language.set', t.talk.word.language, { to: turn.language === 'sv' ? 'en' : 'sv' }),
        ]),
        quiet(`${t.talk.helpHint}:`),
        ...hints.map((text) => quiet(text)),
      ],
      t.talk.help,
    ),
  );
}

const hint = (turn: Turn, word: Word, text: string): string => `${words[word][turn.language]}: ${text}`;

import { dayOfMonth } from './cards/frame.ts';
import { isOpenLeg } from './domain/consultation.ts';
import { answerBy } from './domain/receipts.ts';
import { keepSent } from './features/liveCard.ts';
import type { House } from './features/turn.ts';
import { type Ask, askOf, type Ladder, newsOf } from './ladder.ts';
import type { Letter, Mailer } from './mail/mailer.ts';
import type { Outlet } from './outlet.ts';
import { findById } from './store/consultations.ts';
import type { Claimed, Delivery } from './store/outbox.ts';
import { reachTexts } from './texts/reach.ts';
import type { Hold } from './worker.ts';

/** By the fifth failure half a minute has gone: a server that is down must not keep the coordinator in the dark. */
export const TELL_AFTER = 5;

/** Delivers the rows that are addressed to a function's mailbox: neutral mail, that something waits and where. */
export function createMailDelivery(
  house: House,
  { mailer, outlet, ladder }: { mailer: Mailer | undefined; outlet: Outlet; ladder: Ladder },
) {
  return async (row: Claimed, hold: Hold): Promise<Delivery> => {
    const ask = await askIn(row);
    // Answered meanwhile, or gone.
    if (!ask) return { is: 'sent', activityId: undefined };
    const to = ask.fn.mailbox;
    if (!mailer || !to) return ladder.climb(row, ask, 'mail', 'no-mail');
    const result = await outlet.askNow(hold, () => mailer.mail(letterOf(row, ask, to)));
    const said = {
      kind: row.kind,
      association: ask.frame.association.id,
      reference: ask.consultation.reference,
    };
    if (result.is === 'sent') await keepSent(house, said, () => ladder.note(ask, 'mail', 'delivered'));
    const follows = await outlet.after(row, result, undefined, (reason) =>
      ladder.climb(row, ask, 'mail', reason),
    );
    if (follows.is === 'unknown') await ladder.note(ask, 'mail', 'unsure');
    if (follows.is === 'unknown' || (follows.is === 'later' && row.attempts >= TELL_AFTER))
      await ladder.tellCoordinators(row, ask.frame, ask.consultation);
    return follows;
  };

  async function askIn(row: Claimed): Promise<Ask | undefined> {
    const association = house.associations.find(({ id }) => row.to.startsWith(`${id}/`));
    const reader = association?.people.find(({ id }) => id === row.payload.person);
    const consultation = await findById(house.store, String(row.payload.consultation));
    if (!association || !reader || !consultation) return undefined;
    const frame = { association, reader, language: association.language, now: house.now() };
    return askOf(frame, consultation, newsOf(String(row.payload.news)));
  }

  /** Reference, deadline and where to look; nothing of the case and nobody's name. Every try has the same id. */
  function letterOf({ key }: Claimed, { frame, consultation, leg, fn }: Ask, to: string): Letter {
    const t = reachTexts[frame.language].mail;
    const due = answerBy(consultation, leg);
    const { reference } = consultation;
    const day = due === undefined ? '' : dayOfMonth(frame, due);
    return {
      to,
      subject: t.subject({ reference, day }),
      text: t.text({
        reference,
        day,
        association: frame.association.name,
        fn: fn.name,
        open: isOpenLeg(leg),
      }),
      id: house.idFrom(key),
      at: new Date(house.realNow()),
    };
  }
}

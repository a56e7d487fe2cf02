import { z } from 'zod';
import { type Handled, handleDead } from '../../store/deadLetters.ts';
import { type Action, action } from '../turn.ts';
import { status } from './status.ts';
import { MOST_ROWS } from './unreached.ts';

const rows = z
  .string()
  .max(20 * MOST_ROWS)
  .regex(/^\d{1,15}(,\d{1,15})*$/)
  .transform((said) => said.split(',').slice(0, MOST_ROWS).map(Number));

/** What the coordinator does with messages that did not arrive; answered with how things stand. */
const handled = (how: Handled): Action =>
  action({
    inputs: z.object({ rows }),
    roles: ['coordinator'],
    run: async (turn, { rows: sequences }) => {
      const { house, association, reader, now } = turn;
      const by = { actor: reader.id, at: now.toISOString() };
      for (const sequence of sequences)
        await handleDead(house.store, how, { association: association.id, sequence }, by);
      if (how === 'retry') house.wake();
      return status(turn);
    },
  });

/** Sends the messages again, from the first try. */
export const deliveryRetry = handled('retry');
/** Takes the messages off the list; nothing is sent. */
export const deliveryDismiss = handled('dismiss');

import { z } from 'zod';
import { helpReply } from '../helpReply.ts';
import { action, type Feature } from '../turn.ts';

/** What this person can do. */
export const help: Feature = {
  name: 'help',
  actions: { 'help.show': action({ inputs: z.object({}), run: async (turn) => helpReply(turn) }) },
  sayings: [
    { word: 'help', read: (rest) => (rest.length === 0 ? { action: 'help.show', inputs: {} } : undefined) },
  ],
};

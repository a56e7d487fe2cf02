import { describe, expect, it } from 'vitest';
import {
  conversationIn,
  conversationOf,
  forgetConversation,
  forgetConversationIn,
  languageOf,
  type Reference,
  saveConversation,
  saveLanguage,
} from '../../src/store/people.ts';
import { aStore, engines } from './files.ts';

const at = '2026-09-07T07:00:00.000Z';
const kim = 'klaralvdalen/fk-1';

const personal: Reference = {
  personKey: kim,
  kind: 'personal',
  serviceUrl: 'https://smba.invalid/emea/',
  conversationId: 'a:1',
  tenantId: 'tenant-1',
  botId: '28:bot',
  userId: '29:kim',
};
const channel: Reference = {
  ...personal,
  personKey: undefined,
  kind: 'channel',
  conversationId: '19:c@thread',
};

describe.each(engines)('on %s', (engine) => {
  describe('where the bot may speak first', () => {
    it('is each person’s own latest chat', async () => {
      const store = await aStore(engine);
      expect(await conversationOf(store, kim)).toBeUndefined();
      await saveConversation(store, personal, at);
      expect(await conversationOf(store, kim)).toEqual(personal);
      await saveConversation(store, { ...personal, conversationId: 'a:2', userId: '29:new' }, at);
      expect(await conversationOf(store, kim)).toEqual({
        ...personal,
        conversationId: 'a:2',
        userId: '29:new',
      });
      expect(await conversationOf(store, 'annat/fk-1')).toBeUndefined();
    });

    it('is never a group a person happened to speak in', async () => {
      const store = await aStore(engine);
      await saveConversation(store, personal, at);
      await saveConversation(store, { ...channel, personKey: kim }, at);
      await saveConversation(store, { ...channel, kind: 'groupChat', conversationId: '19:g@thread' }, at);
      expect(await conversationOf(store, kim)).toEqual(personal);
      expect(await conversationIn(store, channel)).toEqual(channel);
      expect(await conversationIn(store, { ...channel, conversationId: '19:g@thread' })).toMatchObject({
        kind: 'groupChat',
        personKey: undefined,
      });
    });

    it('tells the same conversation id apart at two services', async () => {
      const store = await aStore(engine);
      const there = { ...channel, serviceUrl: 'http://127.0.0.1:56151/', tenantId: 'tenant-2' };
      await saveConversation(store, channel, at);
      await saveConversation(store, there, at);
      expect(await conversationIn(store, channel)).toEqual(channel);
      expect(await conversationIn(store, there)).toEqual(there);
    });

    it('is forgotten when the bot is removed, there and nowhere else', async () => {
      const store = await aStore(engine);
      await saveConversation(store, personal, at);
      await saveConversation(store, channel, at);
      await forgetConversation(store, kim);
      expect(await conversationOf(store, kim)).toBeUndefined();
      expect(await conversationIn(store, channel)).toEqual(channel);
      await saveConversation(store, personal, at);
      await forgetConversationIn(store, channel);
      expect(await conversationIn(store, channel)).toBeUndefined();
      expect(await conversationOf(store, kim)).toEqual(personal);
    });

    it('is a fault when a personal chat is nobody’s', async () => {
      const store = await aStore(engine);
      await expect(saveConversation(store, { ...personal, personKey: undefined }, at)).rejects.toThrow();
    });
  });

  describe('the chosen language', () => {
    it('is the latest choice', async () => {
      const store = await aStore(engine);
      expect(await languageOf(store, kim)).toBeUndefined();
      await saveLanguage(store, kim, 'en');
      await saveLanguage(store, kim, 'sv');
      expect(await languageOf(store, kim)).toBe('sv');
      expect(await languageOf(store, 'annat/fk-1')).toBeUndefined();
    });
  });
});

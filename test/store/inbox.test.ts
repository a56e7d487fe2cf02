import { describe, expect, it } from 'vitest';
import { findAnswer, forgetOlder, remember } from '../../src/store/inbox.ts';
import { aStore, engines } from './files.ts';

const key = 'msteams/19:a@unq/1725692400000';

describe.each(engines)('on %s', (engine) => {
  describe('the inbox', () => {
    it('knows nothing of what has not been seen', async () => {
      expect(await findAnswer(await aStore(engine), key)).toBeUndefined();
    });

    it('gives the first answer again', async () => {
      const store = await aStore(engine);
      await remember(store, { key, answer: '{"first":true}' }, '2026-09-07T07:00:00.000Z');
      await remember(store, { key, answer: '{"first":false}' }, '2026-09-07T07:00:01.000Z');
      expect(await findAnswer(store, key)).toBe('{"first":true}');
    });

    it('forgets what is older than it is told, and only that', async () => {
      const store = await aStore(engine);
      await remember(store, { key: 'old', answer: '1' }, '2026-09-04T06:59:59.999Z');
      await remember(store, { key: 'new', answer: '2' }, '2026-09-04T07:00:00.000Z');
      expect(await forgetOlder(store, '2026-09-04T07:00:00.000Z')).toBe(1);
      expect(await findAnswer(store, 'old')).toBeUndefined();
      expect(await findAnswer(store, 'new')).toBe('2');
    });
  });
});

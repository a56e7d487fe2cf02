import { createRequire, Module } from 'node:module';

/*
 * teams-ai loads its way of signing users in with every Application, and with that the dialogs of botbuilder and
 * recognisers of dates and numbers in nine languages: a quarter of what a start took. This bot signs nobody in. Imported
 * before teams-ai, this puts in their place what loads them when the first thing of theirs is asked for.
 */
const require = createRequire(import.meta.url);
const manager = require.resolve('@microsoft/teams-ai/lib/authentication/Authentication.js');

for (const file of [manager, createRequire(manager).resolve('botbuilder-dialogs')]) {
  let loaded: Record<string | symbol, unknown> | undefined;
  const load = () => {
    if (!loaded) {
      delete require.cache[file];
      loaded = require(file) as Record<string | symbol, unknown>;
    }
    return loaded;
  };
  const unloaded = new Module(file);
  unloaded.filename = file;
  unloaded.loaded = true;
  unloaded.exports = new Proxy({}, { get: (_, name) => name === '__esModule' || load()[name] });
  require.cache[file] ??= unloaded;
}

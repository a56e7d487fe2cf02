// Plain JavaScript, because an old Node cannot read the TypeScript it is about to be refused for.
import module from 'node:module';
import { resolve } from 'node:path';

/** Node runs TypeScript without a flag from 22.18 and 23.6, and the database driver crashes on older ones. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const able = major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);

const parts = {
  local: async () => (await import('./local/local.ts')).start(),
  serve: async () => (await import('./index.ts')).serve(),
  guard: async () => (await import('./guard.ts')).run(process.stdin, process.stdout),
  'guard-evaluate': async () => (await import('./guardEvaluate.ts')).run(),
  package: async () => (await import('./package/package.ts')).run(),
  rehearse: async () => (await import('./rehearse/rehearse.ts')).run(),
  verify: async () => (await import('./operate/verify.ts')).run(),
  forget: async () => (await import('./operate/forget.ts')).run(),
  backup: async () => (await import('./operate/backup.ts')).run(),
  restore: async () => (await import('./operate/restore.ts')).run(),
  sbom: async () => (await import('./operate/sbom.ts')).run(),
  move: async () => (await import('./operate/move.ts')).run(),
};

const name = process.argv[2] ?? '';

// What was compiled once is kept beside the packages it was compiled from; where nothing may be written it is not.
if (able) module.enableCompileCache(resolve(import.meta.dirname, '..', 'node_modules', '.cache', 'samrad'));
if (!able) {
  console.error(
    `Samråd behöver Node 22.18 eller senare (helst 24), men detta är Node ${process.versions.node}. ` +
      'Kör genom npm (npm start): npm ci har hämtat en egen Node 24.\n' +
      `Samråd needs Node 22.18 or later (24 preferred), but this is Node ${process.versions.node}. ` +
      'Run it through npm (npm start): npm ci fetched a Node 24 of its own.',
  );
  process.exitCode = 1;
} else if (!Object.hasOwn(parts, name)) {
  console.error(`Okänd del: "${name}". Välj en av / choose one of: ${Object.keys(parts).join(', ')}.`);
  process.exitCode = 2;
} else {
  await parts[name]().catch((error) => {
    // The reasons have been printed in words; a stack would only hide them.
    if (error?.name !== 'CannotStart') throw error;
    process.exitCode = 1;
  });
  // Now, as a process that is killed keeps nothing.
  module.flushCompileCache();
}

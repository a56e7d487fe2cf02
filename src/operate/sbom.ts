import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..', '..');

const bill = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(
    z.looseObject({
      'bom-ref': z.string(),
      name: z.string(),
      version: z.string(),
      properties: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()).optional() })),
});

/** A software bill of materials in CycloneDX's form, as npm writes it. */
export type Bill = z.output<typeof bill>;

const development = 'cdx:npm:package:development';

/**
 * Everything that runs in production, from package-lock.json alone. npm's own `--omit dev` is not used: it also leaves
 * out what production and development share (npm 11.19 left out pg and lodash).
 */
export function billOfMaterials(): Bill {
  const printed = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 100_000_000,
    // npm is a script of a shell's on Windows.
    shell: process.platform === 'win32',
  });
  const whole = bill.parse(JSON.parse(printed));
  const components = whole.components.filter(
    ({ properties = [] }) => !properties.some(({ name, value }) => name === development && value === 'true'),
  );
  const inDevelopment = new Set(whole.components.map((one) => one['bom-ref']));
  for (const one of components) inDevelopment.delete(one['bom-ref']);
  return {
    ...whole,
    components,
    dependencies: whole.dependencies
      .filter(({ ref }) => !inDevelopment.has(ref))
      .map(({ ref, dependsOn = [] }) => ({
        ref,
        dependsOn: dependsOn.filter((one) => !inDevelopment.has(one)),
      })),
  };
}

/** The command: prints it. */
export async function run(): Promise<void> {
  process.stdout.write(`${JSON.stringify(billOfMaterials(), null, 2)}\n`);
}

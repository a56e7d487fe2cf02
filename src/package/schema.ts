import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';

const schemas = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json')),
  'build/json-schemas/teams/v1.30',
);

const files = {
  manifest: 'MicrosoftTeams.schema.json',
  localization: 'MicrosoftTeams.Localization.schema.json',
} as const;

/**
 * Everything a document breaks in Microsoft's own schema 1.30, as `<path> <what>`, from the copy that the npm
 * package @microsoft/app-manifest carries; empty when it is valid.
 */
export function manifestFaults(kind: keyof typeof files, content: unknown): string[] {
  // The schemas hold patterns that are not valid with the u flag.
  const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(join(schemas, files[kind]), 'utf8')));
  if (validate(content)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

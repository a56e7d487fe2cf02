import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Association } from '../domain/association.ts';
import { parseWeek, type Week } from '../domain/workingTime.ts';
import { readableAssociation } from './readable.ts';
import { checkReferences } from './references.ts';
import { type AssociationFile, associationSchema } from './schema.ts';

/** One thing wrong: in which file, where in it (`people[3].municipalities[0]`; '' is the whole), and what would be right. */
export type AssociationFault = { file: string; path: string; message: string };

export type LoadedAssociations =
  | { ok: true; associations: Association[] }
  | { ok: false; faults: AssociationFault[] };

type ReadFile = { file: string; id: string | undefined; association: Association | undefined };

/**
 * Reads the association file at a path, or every *.json file of a folder, and checks it all. Either every
 * association, ready for use, in the order of the file names, or every fault of every file.
 */
export async function loadAssociations(path: string): Promise<LoadedAssociations> {
  const faults: AssociationFault[] = [];
  const read: ReadFile[] = [];
  for (const file of await filesAt(path, faults)) {
    const json = await jsonOf(file, faults);
    if (json) read.push(check(file, json.value, faults));
  }
  const files = new Map<string, string>();
  for (const { file, id } of read) {
    if (id === undefined) continue;
    const earlier = files.get(id.toLowerCase());
    if (earlier === undefined) files.set(id.toLowerCase(), file);
    else faults.push({ file, path: 'id', message: `should differ: ${earlier} already has "${id}"` });
  }
  const associations = read.map(({ association }) => association).filter((each) => each !== undefined);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, associations };
}

async function filesAt(path: string, faults: AssociationFault[]): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = (await readdir(path))
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .sort();
    if (names.length === 0)
      faults.push({ file: path, path: '', message: 'should hold at least one association file, *.json' });
    return names.map((name) => join(path, name));
  } catch (error) {
    faults.push(unreadable(path, error));
    return [];
  }
}

async function jsonOf(file: string, faults: AssociationFault[]): Promise<{ value: unknown } | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    faults.push(unreadable(file, error));
    return undefined;
  }
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const line = brokenLine(text, String(error));
    faults.push({ file, path: '', message: `should be JSON${line ? `; it breaks at line ${line}` : ''}` });
    return undefined;
  }
}

/** The line at which the parser gave up: it tells a position, or quotes ten characters on either side. */
function brokenLine(text: string, message: string): number | undefined {
  const told = / at position (\d+)/.exec(message)?.[1];
  const quoted = /\.\.\."(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1];
  if (told === undefined && quoted === undefined) return undefined;
  const position = told === undefined ? text.indexOf(quoted ?? '') + 10 : Number(told);
  return text.slice(0, position).split('\n').length;
}

function unreadable(file: string, error: unknown): AssociationFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const message =
    code === 'ENOENT'
      ? 'should be an association file or a folder of them; nothing is there'
      : `cannot be read (${code})`;
  return { file, path: '', message };
}

function check(file: string, value: unknown, faults: AssociationFault[]): ReadFile {
  const tell = (path: readonly PropertyKey[], message: string) => {
    faults.push({ file, path: written(path), message });
  };
  const malformed = new Set<string>();
  const parsed = associationSchema.safeParse(value);
  for (const { path, message, ...issue } of parsed.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) tell([...path, key], message);
    else {
      tell(path, message);
      malformed.add(written(path));
    }
  }
  const readable = readableAssociation.parse(value);
  // What is malformed, or lies in something malformed, says nothing about where it points.
  if (!malformed.has(''))
    checkReferences(readable, (path, message) => {
      if (!path.some((_, n) => malformed.has(written(path.slice(0, n + 1))))) tell(path, message);
    });
  return { file, id: readable.id, association: parsed.success ? associationFrom(parsed.data) : undefined };
}

function written(path: readonly PropertyKey[]): string {
  let text = '';
  for (const key of path)
    if (typeof key === 'number') text += `[${key}]`;
    else if (/^[\p{L}_$][\p{L}\d_$]*$/u.test(String(key))) text += text ? `.${String(key)}` : String(key);
    else text += `[${JSON.stringify(String(key))}]`;
  return text;
}

function weekFrom(hours: AssociationFile['agencies'][number]['workingHours']): Week {
  const week = parseWeek(hours);
  if (!week.ok) throw new Error(`working hours passed the check but cannot be read: ${week.refusal.key}`);
  return week.value;
}

function associationFrom(file: AssociationFile): Association {
  const { timeZone } = file;
  return {
    ...file,
    agencies: file.agencies.map(({ workingHours, halfDays, bridgeDays, closedDays, remit, ...agency }) => ({
      ...agency,
      calendar: { timeZone, week: weekFrom(workingHours), halfDays, bridgeDays, closedDays },
      remit,
    })),
    people: file.people.map(({ tenantId, aadObjectId, identities, ...person }) => ({
      ...person,
      capacity: person.capacity,
      backup: person.backup,
      pattern: person.pattern,
      language: person.language,
      mail: person.mail,
      identities: identities ?? (tenantId && aadObjectId ? [{ tenantId, aadObjectId }] : []),
    })),
    functions: file.functions.map((each) => ({ ...each, mailbox: each.mailbox })),
    rules: file.rules.map((rule) => ({ ...rule, when: rule.when })),
    targets: file.targets.map((target) => ({ ...target, ageBand: target.ageBand })),
    agreement: file.agreement,
  };
}

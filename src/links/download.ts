import { type Frame, sight } from '../cards/frame.ts';
import { mayExport } from '../domain/access.ts';
import type { Consultation } from '../domain/consultation.ts';
import { languageFor } from '../features/language.ts';
import type { DownloadLink, House } from '../features/turn.ts';
import { findById } from '../store/consultations.ts';
import { answerTo, keepAnswer } from '../store/inbox.ts';
import { recordAct, recordsOf } from '../store/records.ts';
import { filePage, goneText } from '../texts/links.ts';
import { consultationBody, exportFile } from './consultationFile.ts';
import { ownBody } from './ownFile.ts';
import { open, seal } from './sealed.ts';

const LIFE_MS = 15 * 60_000;
const NOT_FOUND = { status: 404, type: 'text/plain; charset=utf-8', body: goneText };

type Answer = { status: number; type: string; body: string; headers?: Record<string, string> };
type Parts = Readonly<Record<string, string>>;

type Settings = Pick<House, 'store' | 'associations' | 'mode' | 'now' | 'newId'> & {
  secret: Uint8Array;
  /** Known once the door is open. */
  publicUrl: string;
};

/** A link that is good, and still unused as far as one can see. */
type Read = { id: string; frame: Frame; consultation: Consultation | undefined };

/**
 * Links to a file for one reader, good for 15 minutes and for one download. `show` (GET) gives a page with a button and
 * uses nothing up: mail and chat programs look behind links by themselves. `give` (POST) judges the reader's rights anew
 * and records the fetching before anything is given.
 */
export function createDownloads(settings: Settings) {
  const { store, associations, secret, now } = settings;

  const link: DownloadLink = async (association, reader, wanted) => {
    const claims = {
      kind: wanted.kind,
      association: association.id,
      reader: reader.id,
      ...(wanted.kind === 'consultation' ? { consultation: wanted.consultation.id } : {}),
      id: settings.newId(),
    };
    return `${settings.publicUrl}/download/${await seal(secret, claims, LIFE_MS, now())}`;
  };

  const show = async ({ token = '' }: Parts): Promise<Answer> => {
    const read = await readOf(token);
    if (!read) return NOT_FOUND;
    return { status: 200, type: 'text/html; charset=utf-8', body: filePage(read.frame.language) };
  };

  const give = async ({ token = '' }: Parts): Promise<Answer> => {
    const read = await readOf(token);
    if (!read || !(await taken(read))) return NOT_FOUND;
    const { frame, consultation } = read;
    if (!consultation) return file('samrad', 'samrad-own-1', await ownBody(settings, frame));
    const log = await recordsOf(store, consultation.id);
    const body = consultationBody(frame, consultation, log);
    return file(consultation.reference, 'samrad-consultation-1', body);
  };

  return { link, show, give };

  async function readOf(token: string): Promise<Read | undefined> {
    const claims = await open(secret, ['consultation', 'own'], token, now());
    const association = associations.find(({ id }) => id === claims?.association);
    const reader = association?.people.find(({ id }) => id === claims?.reader);
    if (!claims?.id || !association || !reader) return undefined;
    if ((await answerTo(store.db, keyOf(claims.id))) !== undefined) return undefined;
    const language = await languageFor(settings, association, reader);
    const frame: Frame = { association, reader, language, now: now() };
    if (claims.kind === 'own') return { id: claims.id, frame, consultation: undefined };
    const consultation = claims.consultation ? await findById(store, claims.consultation) : undefined;
    const may = consultation && mayExport(sight(frame, consultation));
    return may ? { id: claims.id, frame, consultation } : undefined;
  }

  /** True for the first who comes with this link; the reading is kept with it or not at all. */
  async function taken({ id, frame, consultation }: Read): Promise<boolean> {
    const at = now().toISOString();
    return await store.transact(async (trx) => {
      if (!(await keepAnswer(trx, { key: keyOf(id), answer: '' }, at))) return false;
      await recordAct(trx, store.bytes, {
        kind: 'reading',
        association: frame.association.id,
        consultation: consultation?.id,
        at,
        actor: frame.reader.id,
        verb: consultation ? 'export' : 'own-export',
        detail: {},
      });
      return true;
    });
  }
}

const keyOf = (id: string): string => `download/${id}`;

const file = (name: string, format: string, body: unknown): Answer => ({
  status: 200,
  type: 'application/json; charset=utf-8',
  headers: { 'Content-Disposition': `attachment; filename="${name}.json"` },
  body: exportFile(format, body),
});

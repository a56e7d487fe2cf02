import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { type Frame, sight } from './cards/frame.ts';
import { mayExport } from './domain/access.ts';
import type { Consultation } from './domain/consultation.ts';
import { consultationBody, exportFile } from './exports.ts';
import { languageFor } from './features/language.ts';
import type { DownloadLink, House } from './features/turn.ts';
import { ownBody } from './ownExport.ts';
import { findById } from './store/consultations.ts';
import { keepAnswer } from './store/inbox.ts';
import { recordAct, recordsOf } from './store/records.ts';

const MINUTES_VALID = 15;
const NOT_FOUND = {
  status: 404,
  type: 'text/plain; charset=utf-8',
  body: 'Länken har gått ut eller är redan använd. / The link has expired or has been used.\n',
};

type Answer = { status: number; type: string; body: string; headers?: Record<string, string> };

/** Other names than a calendar link's: neither kind of link opens the other's door. */
const token = z.object({
  kind: z.enum(['consultation', 'own']),
  association: z.string(),
  reader: z.string(),
  consultation: z.string(),
  id: z.string(),
});

type Settings = Pick<House, 'store' | 'associations' | 'mode' | 'now' | 'newId'> & {
  secret: Uint8Array;
  /** Known once the door is open. */
  publicUrl: string;
};

/**
 * Links to a file for one reader. The link carries nothing readable (RFC 7516), is good for 15 minutes and for one
 * download; the reader's rights are judged when it is fetched, and the fetching is recorded before anything is given.
 */
export function createDownloads(settings: Settings) {
  const { store, associations, secret, now } = settings;

  const link: DownloadLink = async (association, reader, wanted) => {
    const claims: z.input<typeof token> = {
      kind: wanted.kind,
      association: association.id,
      reader: reader.id,
      consultation: wanted.kind === 'consultation' ? wanted.consultation.id : '',
      id: settings.newId(),
    };
    const sealed = await new EncryptJWT(claims)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setExpirationTime(new Date(now().getTime() + MINUTES_VALID * 60_000))
      .encrypt(secret);
    return `${settings.publicUrl}/download/${sealed}`;
  };

  const respond = async (parts: Readonly<Record<string, string>>): Promise<Answer> => {
    const opened = await jwtDecrypt(parts.token ?? '', secret, { currentDate: now() }).catch(() => undefined);
    const claims = token.safeParse(opened?.payload).data;
    const association = associations.find(({ id }) => id === claims?.association);
    const reader = association?.people.find(({ id }) => id === claims?.reader);
    if (!claims || !association || !reader) return NOT_FOUND;
    const language = await languageFor(settings, association, reader);
    const frame: Frame = { association, reader, language, now: now() };
    const consultation =
      claims.kind === 'consultation' ? await findById(store, claims.consultation) : undefined;
    if (claims.kind === 'consultation' && !(consultation && mayExport(sight(frame, consultation))))
      return NOT_FOUND;
    if (!(await taken(frame, claims.id, consultation))) return NOT_FOUND;
    if (!consultation) return file('samrad', 'samrad-own-1', await ownBody(settings, frame));
    const log = await recordsOf(store, consultation.id);
    const body = consultationBody(frame, consultation, log);
    return file(consultation.reference, 'samrad-consultation-1', body);
  };

  return { link, respond };

  /** True for the first who comes with this link; the reading is kept with it or not at all. */
  async function taken(frame: Frame, id: string, consultation: Consultation | undefined): Promise<boolean> {
    const at = now().toISOString();
    return await store.transact(async (trx) => {
      if (!(await keepAnswer(trx, { key: `download/${id}`, answer: '' }, at))) return false;
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

const file = (name: string, format: string, body: unknown): Answer => ({
  status: 200,
  type: 'application/json; charset=utf-8',
  headers: { 'Content-Disposition': `attachment; filename="${name}.json"` },
  body: exportFile(format, body),
});

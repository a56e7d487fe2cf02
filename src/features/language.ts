import type { Association, Person } from '../domain/association.ts';
import type { Language } from '../domain/codes.ts';
import { conversationOf, languageOf } from '../store/people.ts';
import { personKey } from './keys.ts';
import type { House } from './turn.ts';

/** The saved choice, else the person's own in the file, else what the client last said, else the association's. */
export async function languageFor(
  house: Pick<House, 'store' | 'mode'>,
  association: Association,
  person: Person,
  said?: string | undefined,
): Promise<Language> {
  const key = personKey(association, person.id);
  const saved = (await languageOf(house.store, key)) ?? person.language;
  if (saved) return saved;
  const locale = said ?? (await conversationOf(house.store, key))?.locale;
  return languageIn(house, locale) ?? association.language;
}

/** A client's locale as a language. Microsoft's local Teams client always says en-US, whoever sits there: that says nothing. */
export function languageIn(house: Pick<House, 'mode'>, locale: string | undefined): Language | undefined {
  if (!locale || (house.mode === 'local' && locale === 'en-US')) return undefined;
  const start = locale.toLowerCase().slice(0, 2);
  return start === 'sv' || start === 'en' ? start : undefined;
}

import type { Language } from '../domain/codes.ts';
import { links as en } from './en/links.ts';
import { links as sv } from './sv/links.ts';

/** What a link says to whoever opens it, per language. */
export const linkTexts: Readonly<Record<Language, typeof sv>> = { sv, en };

/** For a reader nobody knows: in both languages. */
export const goneText = `${sv.gone} / ${en.gone}\n`;

/** The page before a file: one button, which sends a form to where the page came from. It holds only our own words. */
export const filePage = (language: Language): string => {
  const { fileTitle, fileOnce, fetch } = linkTexts[language];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${fileTitle}</title><style>body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.5 system-ui,sans-serif}button{font:inherit;padding:.5rem 1rem}</style></head><body><main><h1>${fileTitle}</h1><p>${fileOnce}</p><form method="post"><button type="submit">${fetch}</button></form></main></body></html>`;
};

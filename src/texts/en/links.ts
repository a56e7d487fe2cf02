import type { links as sv } from '../sv/links.ts';

/** What a link says to whoever opens it, in English. */
export const links: typeof sv = {
  gone: 'The link has expired or has been used.',
  fileTitle: 'Download a file',
  fileOnce: 'The file can be downloaded once. Keep it where only you can reach it.',
  fetch: 'Download the file',
};

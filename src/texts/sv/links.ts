/** What a link says to whoever opens it, in Swedish. */
export const links = {
  gone: 'Länken har gått ut eller är redan använd.',
  fileTitle: 'Hämta fil',
  fileOnce: 'Filen kan hämtas en gång. Spara den på ett ställe som bara du kommer åt.',
  fetch: 'Hämta filen',
};

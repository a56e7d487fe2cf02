/** What is known to everybody where it is: an authority's own address tells nothing of a person. */
const authority =
  /(?:försäkringskassan|inläsningscentral|arbetsförmedlingen|kammarrätten|förvaltningsrätten|tingsrätten|hovrätten|migrationsverket|skatteverket|kronofogden|pensionsmyndigheten|socialstyrelsen|kommunhuset|stadshuset|rådhuset|\bivo\b|\bjo\b)[^.?!\n]{0,50}$/u;
/** Whether any authority is named at all: most texts with an address name none. */
export const named =
  /kassan|inläsning|förmedling|rätten|verket|kronofogden|myndigheten|styrelsen|huset|ivo|jo/;
/** What a registry says of a person's address. */
const told = /enligt|enl\.|c\/o|verket har|kassan har|anger|visar/;

/** Whether what stands before an address or a code makes it an authority's. */
export const isOfficial = (lead: string): boolean => authority.test(lead) && !told.test(lead);

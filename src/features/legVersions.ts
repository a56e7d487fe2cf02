/** `fk:3,af:5`, as a card with a choice of agencies carries it → the version of one leg; undefined when not named. */
export const versionIn = (legs: string | undefined, agency: string): number | undefined => {
  const found = legs?.split(',').find((one) => one.startsWith(`${agency}:`));
  return found === undefined ? undefined : Number(found.slice(agency.length + 1));
};

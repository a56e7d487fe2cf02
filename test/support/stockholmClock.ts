/** Swedish time from the rule itself (last Sundays of March and October, 01:00 UTC), for oracles. */
const changes = new Map<number, { spring: number; autumn: number }>();

function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month, 0);
  return last / 60_000 - new Date(last).getUTCDay() * 1440 + 60;
}

/** The epoch minutes at which summer time begins and ends. */
export function changesOf(year: number): { spring: number; autumn: number } {
  let change = changes.get(year);
  if (!change) {
    change = { spring: lastSunday(year, 3), autumn: lastSunday(year, 10) };
    changes.set(year, change);
  }
  return change;
}

/** The wall clock of an epoch minute as an epoch minute of its own (UTC fields read as Stockholm's). */
export function wallMinute(minute: number): number {
  const { spring, autumn } = changesOf(new Date(minute * 60_000).getUTCFullYear());
  return minute + (minute >= spring && minute < autumn ? 120 : 60);
}

/** Day, weekday (0 = Monday) and minute of the day on the wall in Stockholm, of an epoch minute. */
export function wallOf(minute: number): { day: string; weekday: number; minute: number } {
  const wall = wallMinute(minute);
  const number = Math.floor(wall / 1440);
  return {
    day: new Date(number * 86_400_000).toISOString().slice(0, 10),
    weekday: (number + 3) % 7,
    minute: wall - number * 1440,
  };
}

/** The outcome of a rule: a value, or a refusal with a code and its data (never wording). Faults are thrown instead. */
export type Result<T, R> = { ok: true; value: T } | { ok: false; refusal: R };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const refuse = <R>(refusal: R): { ok: false; refusal: R } => ({ ok: false, refusal });

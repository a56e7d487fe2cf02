import type { Line } from '../log.ts';

/** `local`: no authentication, loopback only. `test`: production's checks, loopback only. `production`: the real thing. */
export type Mode = 'local' | 'test' | 'production';

/** Where the door's lines go: short codes, counts and durations; never a text, a token or a person. */
export type DoorLog = (line: Line) => void;

/** How the door stands: where it listens, whose bot it is, and whom it believes. */
export type DoorSettings = {
  mode: Mode;
  host: string;
  port: number;
  /** The bot's app id; only `local` may do without. */
  botId: string | undefined;
  /** The tenants of the association files; the door only notes in its log when an activity names another. */
  tenants: ReadonlySet<string>;
  /** Allowed connector hosts, `host` or `host:port`; subdomains are not implied. */
  serviceHosts: readonly string[];
  openIdMetadata: string;
  /** Always `https://api.botframework.com`. */
  issuer: string;
};

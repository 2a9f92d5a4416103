import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** What must never be logged, at whatever depth: secrets, and what identifies people. */
const SECRET = [
  'password',
  'passwordHash',
  'answer',
  'answerHash',
  'cookie',
  'authorization',
  'token',
  'appKey',
  'set-cookie',
];
const PERSONAL = ['name', 'username', 'phone', 'email', 'address', 'input', 'value', 'sections', 'body'];
const LEVELS_DEEP = ['', '*.', '*.*.', '*.*.*.'];

/** Keys called `name` that are logged because they do not hold a person's name. */
const paths = [...SECRET, ...PERSONAL].flatMap((key) =>
  LEVELS_DEEP.map((above) => `${above}["${key}"]`.replace('.[', '[')),
);

export type { Logger };

/** A logger that writes JSON lines. Requests are told apart by id; people by the id of their account, never by name. */
export function createLogger(config: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger {
  const options = {
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths, censor: '[redacted]' },
    serializers: { err: describe, error: describe },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error as it may be logged: the SQL and parameters of a database error contain answers and are left out. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? String(error.code) : undefined;
  return { type: error.name, message: error.message, code, stack: error.stack };
}

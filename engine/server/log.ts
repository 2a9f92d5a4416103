import { format } from 'node:util';
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

/**
 * What libraries write to the console, and Node's warnings, become lines of the log: Sequelize and mysql2 know no other
 * place for theirs.
 */
export function takeOverConsole(log: Logger): void {
  const line = (...parts: unknown[]): [object, string] => [{ from: 'console' }, format(...parts)];
  console.debug = (...parts) => log.debug(...line(...parts));
  console.log = (...parts) => log.info(...line(...parts));
  console.warn = (...parts) => log.warn(...line(...parts));
  console.error = (...parts) => log.error(...line(...parts));
  console.info = console.log;
  console.trace = console.debug;
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.warn({ err: warning }, 'a warning of Node'));
}

/** An error as it may be logged: the SQL and parameters of a database error contain answers and are left out. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? String(error.code) : undefined;
  return { type: error.name, message: error.message, code, stack: error.stack };
}

import { isPlainRecord } from './plain-record.ts';
import { pino, stdTimeFunctions, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { redact, redactText } from './redaction.ts';

/** The part of pino's logger that the server uses. */
export type Logger = Pick<PinoLogger, 'debug' | 'info' | 'warn' | 'error'>;

export interface LoggerOptions {
  readonly level: string;
  /** Where lines go; standard output when absent. */
  readonly destination?: DestinationStream;
}

/** Logs JSON lines. Every value and every message passes through the redaction, so no caller has to remember it. */
export function createLogger({ level, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    // Errors are shortened by the redaction itself; pino's own serializer would add fields that it has not seen.
    serializers: { err: (error: unknown) => error },
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: Record<string, unknown>) => {
        const clean = redact(fields);
        return isPlainRecord(clean) ? clean : {};
      },
    },
    hooks: {
      logMethod(this: PinoLogger, args: Parameters<PinoLogger['info']>, method: PinoLogger['info']) {
        const clean: unknown[] = args.map((arg) => (typeof arg === 'string' ? redactText(arg) : arg));
        Reflect.apply(method, this, clean);
      },
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

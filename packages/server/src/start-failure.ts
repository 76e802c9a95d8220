import type { EmbeddedPostgresRefusal } from '@khuyenhoc/embedded-postgres';
import type { ConfigRefusal } from './config.ts';

/** Why an external database cannot be used. */
export type UnreachableReason =
  | 'REFUSED'
  | 'HOST_UNKNOWN'
  | 'TIMEOUT'
  | 'AUTH_FAILED'
  | 'NO_DATABASE'
  | 'NO_ENTRY'
  | 'TOO_MANY_CONNECTIONS'
  | 'STARTING_OR_STOPPING'
  | 'OTHER';

/** Everything that can keep the server from starting, as data. */
export type StartFailure =
  | ConfigRefusal
  | EmbeddedPostgresRefusal
  | { readonly code: 'PORT_UNUSABLE'; readonly host: string; readonly port: number; readonly reason: PortReason }
  | {
      readonly code: 'DATABASE_UNREACHABLE';
      readonly address: string;
      readonly reason: UnreachableReason;
      readonly detail: string;
    }
  | { readonly code: 'SCHEMA_NEWER'; readonly found: string; readonly known: string };

export type PortReason = 'TAKEN' | 'FORBIDDEN' | 'NO_SUCH_ADDRESS';

const portReasons: Readonly<Record<string, PortReason>> = {
  EADDRINUSE: 'TAKEN',
  EACCES: 'FORBIDDEN',
  EADDRNOTAVAIL: 'NO_SUCH_ADDRESS',
  ENOTFOUND: 'NO_SUCH_ADDRESS',
  EAI_AGAIN: 'NO_SUCH_ADDRESS',
};

/** Reads why listening failed, or undefined when the error says something else. */
export function portReason(error: unknown): PortReason | undefined {
  return portReasons[errorCode(error) ?? ''];
}

const unreachableReasons: Readonly<Record<string, UnreachableReason>> = {
  ECONNREFUSED: 'REFUSED',
  ECONNRESET: 'REFUSED',
  ENOTFOUND: 'HOST_UNKNOWN',
  EAI_AGAIN: 'HOST_UNKNOWN',
  ETIMEDOUT: 'TIMEOUT',
  EHOSTUNREACH: 'TIMEOUT',
  ENETUNREACH: 'TIMEOUT',
  '28P01': 'AUTH_FAILED',
  '28000': 'NO_ENTRY',
  '3D000': 'NO_DATABASE',
  '53300': 'TOO_MANY_CONNECTIONS',
  '57P03': 'STARTING_OR_STOPPING',
  '57P01': 'STARTING_OR_STOPPING',
};

/** What a failed connection to an external database means. The address it names has no password. */
export function databaseUnreachable(url: string, error: unknown): StartFailure {
  const { hostname, port, pathname } = new URL(url);
  return {
    code: 'DATABASE_UNREACHABLE',
    address: `${hostname}:${port === '' ? '5432' : port}${pathname}`,
    reason: unreachableReasons[errorCode(error) ?? ''] ?? (isTimeout(error) ? 'TIMEOUT' : 'OTHER'),
    detail: error instanceof Error ? error.message : String(error),
  };
}

/** Libraries wrap the error of the socket, and a host with several addresses fails with one error for each. */
function errorCode(error: unknown, depth = 0): string | undefined {
  if (!(error instanceof Error) || depth === 5) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
  return errorCode(error.cause ?? first, depth + 1);
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && /timeout|timed out/i.test(error.message);
}

import { p } from '@mikro-orm/core';

/**
 * Columns that many tables share. Every table but the listed identity tables has the tenant first in its key, so that the same
 * schema can be spread over several machines by tenant.
 */
export const tenantKey = () => p.uuid().primary();
export const uuidKey = () => p.uuid().primary();

/** A path of association ids. Byte order makes a subtree one range. */
export const path = () => p.text().collation('C');

/** A SHA-256 or HMAC-SHA-256 value. */
export const hash = () => p.uint8array().columnType('bytea');

/** Encrypted or wrapped bytes. */
export const sealedBytes = () => p.uint8array().columnType('bytea');

/** A moment, to the millisecond. */
export const moment = () => p.datetime().columnType('timestamptz(3)');

/** A day without a time zone, as `YYYY-MM-DD`. */
export const day = () => p.date();

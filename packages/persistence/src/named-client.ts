import { Client, type ClientConfig } from 'pg';

const leadingName = /^\/\*n:([a-z_]+)\*\//;

/**
 * A client that prepares hot statements once per connection: Kysely never names its statements, so a leading comment
 * `/*n:NAME*\/` carries the name through.
 */
export class NamedClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    const query = this.query.bind(this);
    const named = (first: unknown, values: unknown, ...rest: unknown[]): unknown => {
      const name = typeof first === 'string' ? leadingName.exec(first)?.[1] : undefined;
      const call: unknown[] = name === undefined ? [first, values, ...rest] : [{ name, text: first, values }, ...rest];
      return Reflect.apply(query, this, call);
    };
    // pg's overloads cannot be restated one by one; the arguments pass through as they came.
    Object.assign(this, { query: named });
  }
}

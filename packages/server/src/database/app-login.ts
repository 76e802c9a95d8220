import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** The login of the application on an embedded server. It owns nothing and inherits nothing: it may only take the scoped roles. */
export const appLogin = 'khuyenhoc_app';

/** Makes the login, with a new password at each start that nobody else ever learns, and gives its address. */
export async function createAppLogin(ownerUrl: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [appLogin]);
    if (rowCount === 0) await client.query(`create role ${appLogin} login noinherit`);
    await client.query(`alter role ${appLogin} password ${client.escapeLiteral(password)}`);
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.username = appLogin;
  url.password = password;
  return url.href;
}

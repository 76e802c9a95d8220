/** What the queue may keep of a failure. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';
  override readonly stack = '';
}

/** The name and code of an error without its words: a database quotes the value that it refused. */
export function jobFailure(error: unknown): JobFailed {
  if (!(error instanceof Error)) return new JobFailed('UNKNOWN');
  const code =
    'code' in error && typeof error.code === 'string' && /^[A-Z0-9_]{1,40}$/.test(error.code) ? ` ${error.code}` : '';
  return new JobFailed(`${/^\w{1,60}$/.test(error.name) ? error.name : 'Error'}${code}`);
}

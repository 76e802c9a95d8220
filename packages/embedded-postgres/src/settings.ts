/** How the server is set at this start. */
export interface ServerSettings {
  readonly port: number;
  readonly fsync: boolean;
}

/** Settings for a small machine. They are given as arguments, so a new version of this code applies to folders made by an old one. */
export function settingArguments({ port, fsync }: ServerSettings): readonly string[] {
  const settings: Readonly<Record<string, string>> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // A socket's path may be too long or its folder closed to us; TCP with a password needs neither.
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: '100',
    shared_buffers: '128MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    // A statement's values may be personal data, and the log is kept by others than the database.
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_min_error_statement: 'panic',
    // Leaves out DETAIL, where a refused key stands with its value.
    log_error_verbosity: 'terse',
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

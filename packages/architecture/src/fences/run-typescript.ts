import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { Report } from '../report.ts';
import type { Fence } from './collect-fences.ts';

/** How the temporary folders begin, so that tools which read the tree meanwhile can pass them by. */
export const fenceFolderPrefix = '.fences-';

interface WrittenFence {
  readonly fence: Fence;
  readonly file: string;
}

/**
 * Type-checks the TypeScript of the pages all at once, and runs each piece with Node. A piece is written into a folder
 * inside its package, since that decides what it may import: exactly what the package itself may.
 */
export function runTypescriptFences(fences: readonly Fence[], root: string): Report {
  const shown = fences.filter(({ language }) => language === 'ts');
  const folders = new Map<string, string>();
  try {
    for (const { folder } of shown) {
      if (!folders.has(folder)) folders.set(folder, temporaryFolder(join(root, folder)));
    }
    const written = shown.map((fence, index) =>
      writeFence(fence, join(folders.get(fence.folder) ?? '', `fence-${index}.ts`)),
    );
    return { seen: written.length, faults: [...typeFaults(written, root), ...written.flatMap(runFaults)] };
  } finally {
    for (const folder of folders.values()) rmSync(folder, { recursive: true, force: true });
  }
}

function temporaryFolder(home: string): string {
  return mkdtempSync(join(home, fenceFolderPrefix));
}

function writeFence(fence: Fence, file: string): WrittenFence {
  // A piece without an import would be a script, whose names are everybody's.
  writeFileSync(file, `${fence.code}\nexport {};\n`);
  return { fence, file };
}

function typeFaults(written: readonly WrittenFence[], root: string): readonly string[] {
  const [first] = written;
  if (first === undefined) return [];
  const config = join(dirname(first.file), 'tsconfig.json');
  // A page may show a value without using it.
  const compilerOptions = { noUnusedLocals: false, noUnusedParameters: false };
  const files = written.map(({ file }) => file);
  writeFileSync(
    config,
    JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions, files, include: [] }),
  );
  const tsc = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], {
    encoding: 'utf8',
    cwd: root,
  });
  if (tsc.status === 0) return [];
  return tsc.stdout
    .split('\n')
    .filter((line) => line.includes('error TS'))
    .map((line) => `${placeOf(line, written)} does not compile: ${line.replace(/^.*?: error /, '')}`);
}

function placeOf(line: string, written: readonly WrittenFence[]): string {
  const [, name = '', row = '1'] = /([^/]+\/fence-\d+\.ts)\((\d+),/.exec(line) ?? [];
  const found = written.find(({ file }) => name !== '' && file.endsWith(name));
  return found === undefined ? line : `${found.fence.path}:${found.fence.line + Number(row) - 1}`;
}

function runFaults({ fence, file }: WrittenFence): readonly string[] {
  if (fence.mode.split(' ').includes('check')) return [];
  const run = spawnSync(process.execPath, [file], { encoding: 'utf8', timeout: 30_000 });
  if (run.status === 0) return [];
  const reason = run.stderr.split('\n').find((line) => /^\w*Error\b/.test(line)) ?? run.stderr.slice(0, 200);
  return [`${fence.path}:${fence.line} fails when it is run: ${reason.trim()}`];
}

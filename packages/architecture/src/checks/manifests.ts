import { joinReports, type Report } from '../report.ts';
import type { RepositoryFile } from '../repository-file.ts';
import type { Repository } from '../repository.ts';
import type { WorkspacePackage } from '../workspace-package.ts';

const readmeLines = 60;

/** Every package introduces itself: a name after its folder, a description, a license, ES modules, a README of one page. */
export function checkManifests({ packages, files }: Repository): Report {
  return joinReports(
    packages.map((member) => {
      const readme = files.find(({ path }) => path === `${member.folder}/README.md`);
      return { seen: 1, faults: [...manifestFaults(member), ...readmeFaults(member, readme)] };
    }),
  );
}

function manifestFaults(member: WorkspacePackage): readonly string[] {
  const file = `${member.folder}/package.json`;
  const name = expectedName(member.folder);
  return [
    ...(member.name === name ? [] : [`${file} is named ${member.name}. Name it ${name}, after its folder.`]),
    ...(member.description ? [] : [`${file} has no description. Say in a sentence what the package holds.`]),
    ...(member.license === 'MIT' ? [] : [`${file} does not say "license": "MIT", as the LICENSE does.`]),
    ...(member.type === 'module' ? [] : [`${file} does not say "type": "module": Node would run it as CommonJS.`]),
  ];
}

function readmeFaults({ folder }: WorkspacePackage, readme: RepositoryFile | undefined): readonly string[] {
  if (readme === undefined)
    return [`${folder}/README.md is missing. Say what the package is, when it is used and what it never does.`];
  const lines = readme.text.trimEnd().split('\n').length;
  if (lines <= readmeLines) return [];
  return [`${folder}/README.md has ${lines} lines. Keep it to ${readmeLines}: what is longer is a page of its own.`];
}

function expectedName(folder: string): string {
  const [kind, name] = folder.split('/');
  if (kind === 'plugins') return `@khuyenhoc/plugin-${name}`;
  return kind === 'examples' ? `@khuyenhoc/example-${name}` : `@khuyenhoc/${name}`;
}

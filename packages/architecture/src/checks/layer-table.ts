import { architecturePage, covers, isFolderRow, layerOf, layersOf, type Layer } from '../layer-table.ts';
import { joinReports, type Report } from '../report.ts';
import type { Repository } from '../repository.ts';
import type { WorkspacePackage } from '../workspace-package.ts';

/** The layer table says what each package depends on; each package.json says the same. */
export function checkLayerTable({ files, packages }: Repository): Report {
  const page = files.find(({ path }) => path === architecturePage);
  if (page === undefined)
    return { seen: 0, faults: [`${architecturePage} is missing. Write the layer table into it.`] };
  const layers = layersOf(page.text);
  const unused = layers.filter((layer) => !packages.some((member) => layerOf(layers, member) === layer));
  return joinReports([
    ...packages.map((member) => checkPackage(member, layerOf(layers, member))),
    {
      seen: layers.length,
      faults: unused.map(({ row }) => `${architecturePage} has a row for \`${row}\`, which is no package. Remove it.`),
    },
  ]);
}

function checkPackage(member: WorkspacePackage, layer: Layer | undefined): Report {
  if (layer === undefined) {
    return {
      seen: 1,
      faults: [`${member.folder} has no row in ${architecturePage}. Say there what it holds and may import.`],
    };
  }
  const ours = member.dependencies.filter(isOurs);
  const theirs = member.dependencies.filter((name) => !isOurs(name));
  // A folder's row is a list to choose from; a package's own row is exact.
  const absent = isFolderRow(layer) ? [] : absentFrom(member.dependencies, layer);
  return {
    seen: 1,
    faults: [
      ...ours
        .filter((name) => !layer.ours.includes(name))
        .map((name) => `${member.folder}/package.json depends on ${name}. ${layerAdvice(member, layer)}`),
      ...theirs
        .filter((name) => !covers(layer.theirs, name))
        .map(
          (name) =>
            `${member.folder}/package.json depends on ${name}, which its row in ${architecturePage} does not name. Do without, or write it there.`,
        ),
      ...absent.map(
        (name) =>
          `${architecturePage} says that \`${layer.row}\` may import ${name}, but its package.json does not list it. Remove it from the row.`,
      ),
    ],
  };
}

function absentFrom(dependencies: readonly string[], layer: Layer): readonly string[] {
  return [...layer.ours, ...layer.theirs].filter((pattern) => !dependencies.some((name) => covers([pattern], name)));
}

function layerAdvice({ folder }: WorkspacePackage, layer: Layer): string {
  if (folder.startsWith('plugins/'))
    return 'A plugin sees the rules alone: ask for what it needs as a fact or a parameter.';
  const allowed = layer.ours.length === 0 ? 'nothing of ours' : layer.ours.join(', ');
  return `Its row allows ${allowed}: put a port where the need is and the answer in an outer package.`;
}

function isOurs(name: string): boolean {
  return name.startsWith('@khuyenhoc/');
}

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { permissionNames } from '../../src/index.ts';

const packages = `${import.meta.dirname}/../../..`;
const source = (path: string) => readFileSync(`${packages}/${path}`, 'utf8');

/** Every module of a folder, as path and text. */
function modulesOf(folder: string) {
  const paths = globSync(`${folder}/**/*.ts`, { cwd: packages }).toSorted();
  return new Map(paths.map((path) => [path, source(path)]));
}

const application = modulesOf('application/src');
const graphql = modulesOf('graphql/src');

/** The exported functions that act for a session: what a client can have done. */
function useCases() {
  return [...application].flatMap(([path, text]) =>
    [...text.matchAll(/^export (?:async )?function (\w+)([\s\S]*?)\): \w/gm)]
      .filter(([, , parameters = '']) => /\bsession: Session\b/.test(parameters) && /\bdeps: /.test(parameters))
      .map(([, name = '']) => ({ name, path, text })),
  );
}

/** Those that ask elsewhere, each with where. */
const askElsewhere: { readonly [name: string]: string } = {
  advanceCampaign: 'the workflow template says which roles take a step of a campaign',
  nominate: 'the lock statement joins the mandate, the workflow template says the roles',
  approveAwards: 'the lock statement joins the mandate, the workflow template says the roles',
  verifyNominations: 'the lock statement joins the mandate, the workflow template says the roles',
  resubmitNominations: 'the lock statement joins the mandate, the workflow template says the roles',
  takeReasonedStep: 'the lock statement joins the mandate, the workflow template says the roles',
  payAwards: 'the lock statement joins the mandate, the workflow template says the roles',
  acknowledgeReceipts: 'the lock statement joins the mandate, the workflow template says the roles',
  previewImport: 'findOwnImport asks for it, with import.preview',
  findObstacles: 'part of a preview, which asked',
  registerNominees: 'part of nominating: the lock statement joins the mandate',
  confirmImport: 'findOwnImport asks for it, with import.confirm',
};

const names = new Set<string>(permissionNames);
const namedIn = (text: string) => [...text.matchAll(/'([a-z-]+(?:\.[a-z-]+)+)'/g)].flatMap(([, name = '']) => name);

test('every use case asks for a permission of the table, or says where else it is asked', () => {
  const silent = useCases().filter(({ name, text }) => {
    const asks = /\bauthorize\(/.test(text) && namedIn(text).some((permission) => names.has(permission));
    return !asks && !Object.hasOwn(askElsewhere, name);
  });
  expect(silent.map(({ name, path }) => `${path}: ${name}`)).toEqual([]);
});

test('the use cases are found, so that none can hide', () => {
  const found = useCases().map(({ name }) => name);
  expect(found).toEqual(
    expect.arrayContaining(['openFund', 'grantMandates', 'endMandates', 'createCampaign', 'nominate']),
  );
  expect(found.length).toBeGreaterThan(20);
});

test('who asks elsewhere exists', () => {
  const found = new Set(useCases().map(({ name }) => name));
  expect(Object.keys(askElsewhere).filter((name) => !found.has(name))).toEqual([]);
});

test('every action of the table is asked for by a use case or a read', () => {
  const table = 'application/src/authorization/permissions.ts';
  const asked = new Set([...application, ...graphql].flatMap(([path, text]) => (path === table ? [] : namedIn(text))));
  expect(permissionNames.filter((permission) => !asked.has(permission))).toEqual([]);
});

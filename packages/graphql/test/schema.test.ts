import { readFileSync } from 'node:fs';
import { getNamedType, isEnumType, isNonNullType, isObjectType, isUnionType, type GraphQLNamedType } from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../src/schema.ts';
import { schemaText } from '../src/schema-text.ts';

const schema = createSchema();
const ours = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

test('the schema is the one that is checked in: run node packages/graphql/src/print-schema.ts after a change', () => {
  expect(schemaText()).toBe(readFileSync(`${import.meta.dirname}/../schema.graphql`, 'utf8'));
});

test('every mutation takes one input and may be null, so that one failure leaves the others their answers', () => {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  expect(fields.length).toBeGreaterThan(20);
  const odd = fields.filter(({ args, type }) => args.length !== 1 || args[0]?.name !== 'input' || isNonNullType(type));
  expect(odd.map(({ name }) => name)).toEqual([]);
});

test('a union holds what was done, and refusals', () => {
  const unions = ours.filter(isUnionType);
  expect(unions.length).toBeGreaterThan(8);
  const odd = unions.filter((union) => union.getTypes().filter((type) => !refuses(type)).length !== 1);
  expect(odd.map(({ name }) => name)).toEqual([]);
});

test('enum values are upper case', () => {
  const values = ours.filter(isEnumType).flatMap((type) => type.getValues().map(({ name }) => name));
  expect(values.length).toBeGreaterThan(50);
  expect(values.filter((name) => !/^[A-Z][A-Z0-9_]*$/.test(name))).toEqual([]);
});

test('connections are named after what they list', () => {
  const listed = ['Association', 'Campaign', 'Award', 'Donation', 'ImportRow', 'PublicCampaign', 'PublicAward'];
  const names = new Set(ours.map(({ name }) => name));
  expect(listed.flatMap((name) => [`${name}Connection`, `${name}Edge`]).filter((name) => !names.has(name))).toEqual([]);
});

test('every object type says what it is', () => {
  const builtIn = /^(PageInfo|Query|Mutation)$|Edge$/;
  const silent = ours.filter((type) => isObjectType(type) && !builtIn.test(type.name) && !type.description);
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test('money is never a number', () => {
  const amounts = ours.filter(isObjectType).flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ name }) => /amount|balance|^total$/i.test(name))
      .map((field) => ({ field: `${type.name}.${field.name}`, type: getNamedType(field.type).name })),
  );
  expect(amounts.length).toBeGreaterThan(10);
  expect(amounts.filter(({ type }) => type !== 'Vnd')).toEqual([]);
});

function refuses(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Refusal');
}

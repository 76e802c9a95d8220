import { scale, seed, seededRandom, type SeededRandom } from '@khuyenhoc/test-scale';
import { expect, test } from 'vitest';
import { aToken, forgeries, verify, writings } from './forgeries.ts';

const makers = Object.entries(forgeries);
const rewriters = Object.entries(writings);

test('of a hundred thousand forged tokens in more than forty classes none is believed', async () => {
  const random = seededRandom(seed);
  const count = scale(100_000);
  const believed: string[] = [];
  const tried = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const [title, header] = await aForgery(index, random);
    tried.set(title, (tried.get(title) ?? 0) + 1);
    if ((await verify(header)).ok) believed.push(`${title}: ${header}`);
  }
  expect(believed).toEqual([]);
  expect(tried.size).toBe(makers.length + rewriters.length + 1);
  expect(tried.size).toBeGreaterThanOrEqual(40);
  process.stdout.write(`${count} forged tokens in ${tried.size} classes: ${believed.length} believed (seed ${seed})\n`);
}, 600_000);

/** Each class in turn, and between them right tokens with one random byte changed. */
async function aForgery(index: number, random: SeededRandom): Promise<readonly [string, string]> {
  const classes = makers.length + rewriters.length + 1;
  const turn = index % classes;
  const maker = makers[turn];
  if (maker !== undefined) return [maker[0], `Bearer ${await maker[1]()}`];
  const sub = `person-${random.below(1_000_000)}`;
  const token = await aToken({ sub });
  const rewriter = rewriters[turn - makers.length];
  if (rewriter !== undefined) return [rewriter[0], rewriter[1](token)];
  return ['a random byte changed', `Bearer ${changeOneByte(token, random)}`];
}

function changeOneByte(token: string, random: SeededRandom): string {
  const parts = token.split('.');
  const part = random.below(3);
  const bytes = Buffer.from(parts[part] ?? '', 'base64url');
  const at = random.below(bytes.length);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 + random.below(255)), at);
  return parts.with(part, bytes.toString('base64url')).join('.');
}

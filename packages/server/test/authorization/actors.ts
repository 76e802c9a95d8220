import { identify } from '@khuyenhoc/application';
import { roles, type Role } from '@khuyenhoc/domain';
import type { Viewer } from '@khuyenhoc/graphql';
import { vietnamDate } from '@khuyenhoc/kernel';
import type { Application } from '../../src/application.ts';

/** Who asks, in every cell: each role at one association in the middle of the tree, somebody signed in without a mandate, nobody. */
export const actors = [...roles, 'no-mandate', 'anonymous'] as const;
export type Actor = Role | 'no-mandate' | 'anonymous';

/**
 * How what is asked for stands to who asks. `none` is an id that nothing has, in the form of one of his network; `none-foreign` one of
 * another network.
 */
export const relations = ['same', 'ancestor', 'descendant', 'sibling', 'foreign', 'none', 'none-foreign'] as const;
export type Relation = (typeof relations)[number];

/** The places of the world where things stand; nothing stands at `none`. */
export type Spot = Exclude<Relation, 'none' | 'none-foreign'>;
export const spots = ['ancestor', 'same', 'descendant', 'sibling', 'foreign'] as const satisfies readonly Spot[];

export const issuerOfWorld = 'https://id.example.vn';

/** Who the actor is to the schema, found as every request finds it: by the sign-in, in the database, today. */
export async function viewerAs(application: Application, actor: string, spot: Spot = 'same'): Promise<Viewer> {
  if (actor === 'anonymous') return { kind: 'anonymous' };
  const subject = actor === 'no-mandate' ? 'stranger' : `${spot}/${actor}`;
  const { gate, useCases } = application;
  const people = await gate.findPeople(issuerOfWorld, subject, vietnamDate(useCases.clock.now()));
  const session = identify(people, null);
  return { kind: 'signed-in', issuer: issuerOfWorld, subject, people, session: session.ok ? session.value : null };
}

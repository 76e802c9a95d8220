import type { Page, StoredAssociationEvent } from '@khuyenhoc/application';
import { parseAssociationEvent, roles, type AssociationEvent } from '@khuyenhoc/domain';
import { calendarDate, instant, type MandateId, type PersonId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { ActorRef, type Actor } from '../people/actor.type.ts';

/** An event of an association as it is stored, and as it reads; null when its bytes are no event any more. */
interface AssociationEntry {
  readonly stored: StoredAssociationEvent;
  readonly event: AssociationEvent | null;
}

const AssociationEventRef = builder.objectRef<AssociationEntry>('AssociationEvent').implement({
  description: 'Something that happened to an association. What cannot be read from changed bytes is null.',
  fields: (t) => ({
    seq: t.int({ resolve: ({ stored }) => stored.seq }),
    type: t.string({
      description: 'What happened and in which version of its shape, such as `association.merged@1`.',
      resolve: ({ stored }) => stored.type,
    }),
    at: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was recorded.',
      resolve: ({ event }) => (event === null ? null : instant(event.at)),
    }),
    on: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day from which it holds.',
      resolve: ({ event }) => (event === null ? null : calendarDate(event.on)),
    }),
    who: t.field({
      type: ActorRef,
      nullable: true,
      resolve: ({ event }) => (event === null ? null : actorOf(event)),
    }),
    data: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What the type says, with the counterparts of a reorganisation.',
      resolve: ({ event }) => event?.data ?? null,
    }),
    bytes: t.string({ description: 'The exact bytes that are hashed.', resolve: ({ stored }) => stored.bytes }),
    hash: t.field({ type: 'Hash', resolve: ({ stored }) => stored.hash }),
    previous: t.field({ type: 'Hash', nullable: true, resolve: ({ event }) => event?.previous ?? null }),
  }),
});

export const AssociationEventConnection = builder.connectionObject(
  { type: AssociationEventRef, name: 'AssociationEventConnection', description: 'A page of a history, in order.' },
  { name: 'AssociationEventEdge' },
);

/** The events of a page. One that cannot be read any more stands in its place, so that an auditor sees it. */
export async function associationEvents(
  reading: Promise<Page<StoredAssociationEvent>>,
): Promise<Page<AssociationEntry>> {
  const { items, ...page } = await reading;
  return { ...page, items: items.map(({ item, cursor }) => ({ item: readEvent(item), cursor })) };
}

function readEvent(stored: StoredAssociationEvent): AssociationEntry {
  try {
    return { stored, event: parseAssociationEvent(stored.bytes) };
  } catch {
    return { stored, event: null };
  }
}

/** Who did it; null for what who runs the server did, under nobody's mandate. */
function actorOf({ by }: AssociationEvent): Actor | null {
  if ('operator' in by) return null;
  // An event was checked when it was parsed: its people are the ids we wrote.
  return {
    personId: by.person as PersonId,
    mandateId: by.mandate as MandateId,
    role: roles.find((role) => role === by.role) ?? null,
  };
}

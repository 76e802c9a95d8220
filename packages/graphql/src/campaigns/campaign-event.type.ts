import type { EventOf } from '@khuyenhoc/application';
import { parseCampaignEvent, roles, type CampaignEvent } from '@khuyenhoc/domain';
import { instant, type CampaignId, type MandateId, type PersonId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { CampaignStateEnum } from '../enums.type.ts';
import { ActorRef, type Actor } from '../people/actor.type.ts';

/** An event of a campaign as it is stored, and as it reads; null when its bytes are no event any more. */
export interface CampaignEntry {
  readonly stored: EventOf<CampaignId>;
  readonly event: CampaignEvent | null;
}

export const CampaignEventRef = builder.objectRef<CampaignEntry>('CampaignEvent').implement({
  description: 'Something that happened to a campaign. What cannot be read from changed bytes is null.',
  fields: (t) => ({
    seq: t.int({ resolve: ({ stored }) => stored.seq }),
    type: t.string({ resolve: ({ stored }) => stored.type }),
    at: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ event }) => (event === null ? null : instant(event.at)),
    }),
    who: t.field({
      type: ActorRef,
      nullable: true,
      resolve: ({ event }) => (event === null ? null : actorOf(event)),
    }),
    from: t.field({ type: CampaignStateEnum, nullable: true, resolve: ({ event }) => event?.from ?? null }),
    to: t.field({ type: CampaignStateEnum, nullable: true, resolve: ({ event }) => event?.to ?? null }),
    bytes: t.string({ description: 'The exact bytes that are hashed.', resolve: ({ stored }) => stored.bytes }),
    hash: t.field({ type: 'Hash', resolve: ({ stored }) => stored.hash }),
    previous: t.field({ type: 'Hash', nullable: true, resolve: ({ event }) => event?.previous ?? null }),
  }),
});

/** Reads stored events. One that cannot be read any more stands in its place, so that an auditor sees it. */
export function readCampaignEvents(stored: readonly EventOf<CampaignId>[]): readonly CampaignEntry[] {
  return stored.map((one) => ({ stored: one, event: readOrNull(one.bytes) }));
}

/** Who did it; null for what who runs the server did, under nobody's mandate. */
function actorOf({ by }: CampaignEvent): Actor | null {
  if ('operator' in by) return null;
  // An event was checked when it was parsed: its people are the ids we wrote.
  return {
    personId: by.person as PersonId,
    mandateId: by.mandate as MandateId,
    role: roles.find((role) => role === by.role) ?? null,
  };
}

function readOrNull(bytes: string): CampaignEvent | null {
  try {
    return parseCampaignEvent(bytes);
  } catch {
    return null;
  }
}

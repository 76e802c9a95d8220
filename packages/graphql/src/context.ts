import type {
  AwardWriter,
  CampaignPlans,
  Clock,
  GatePerson,
  Ids,
  TableSheet,
  PlaceReads,
  PublicReads,
  Reads,
  Session,
  UnitOfWork,
  Vault,
} from '@khuyenhoc/application';
import type { Digest, RuleModuleRegistry } from '@khuyenhoc/rules';
import { guardedReads, type GuardedReads } from './reads/guarded-reads.ts';
import { placeLoaders, type PlaceLoaders } from './reads/place-loaders.ts';

/** What use cases are given: the ports they write through. One object serves them all, since each takes what it needs. */
export interface UseCaseDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly unitOfWork: UnitOfWork;
  readonly plans: CampaignPlans;
  readonly writer: AwardWriter;
  readonly vault: Vault;
  readonly digest: Digest;
  readonly modules: RuleModuleRegistry;
  /** Reads the files in which lists of nominees come. */
  readonly sheet: TableSheet;
  /** Places are the same for every network. */
  readonly placeReads: PlaceReads;
  /** How many days back a deed may be entered. */
  readonly lateEntryDays: number;
}

/** Everything the schema stands on. Built once by the composition root. */
export interface GraphQLDeps extends UseCaseDeps {
  readonly reads: Reads;
  readonly publicReads: PublicReads;
}

/** Who sends a request, as the server found out from the token and the database. */
export type Viewer =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'signed-in';
      readonly issuer: string;
      readonly subject: string;
      /** The people this sign-in is, one a network, with their mandates of today. */
      readonly people: readonly GatePerson[];
      /** Null while no mandate was chosen among several, or there is none. */
      readonly session: Session | null;
    };

/**
 * What resolvers are given. The read ports are not in it: resolvers read through `reads`, where each read is bound to its
 * permission and batched for this request.
 */
export interface GraphQLContext {
  readonly deps: UseCaseDeps;
  readonly viewer: Viewer;
  readonly session: Session | null;
  readonly reads: GuardedReads;
  readonly publicReads: PublicReads;
  readonly places: PlaceLoaders;
}

/** The context of one request. Never share it: what it has read is remembered. */
export function createRequestContext(deps: GraphQLDeps, who: Viewer): GraphQLContext {
  const session = who.kind === 'signed-in' ? who.session : null;
  return {
    deps,
    viewer: who,
    session,
    reads: guardedReads(deps, session),
    publicReads: deps.publicReads,
    places: placeLoaders(deps.placeReads),
  };
}

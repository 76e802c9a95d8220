import { createRequestContext, createSchema, globalId, idOf, type GraphQLContext } from '@khuyenhoc/graphql';
import { sealClearNames, type Session } from '@khuyenhoc/application';
import { err, ok, type Result } from '@khuyenhoc/kernel';
import { createPostgresSubjectKeys, isReachable } from '@khuyenhoc/persistence';
import { deriveSecret, sha256OfBytes } from '@khuyenhoc/vault';
import { GraphQLError } from 'graphql';
import { composeApplication, type Application } from './application.ts';
import { createLocalIssuer, type LocalIssuer } from './auth/local-issuer.ts';
import { createRemoteKeys } from './auth/remote-keys.ts';
import { signInMessages } from './auth/sign-in-messages.ts';
import { sessionOf, viewerOf, type SignInDeps } from './auth/sign-in.ts';
import { createTokenVerifier, type TokenVerifier } from './auth/verify-token.ts';
import type { Config } from './config.ts';
import { prepareDatabase } from './database/prepare-database.ts';
import { demoRoutes, demoTokenSeconds, type DemoPersona } from './demo/demo-routes.ts';
import { fileInspector } from './files/file-inspector.ts';
import { createFilesHandler, filesRoutes, type IdentityRefusal } from './files/files-handler.ts';
import { createHttpServer, type HttpServer } from './http/create-http-server.ts';
import { graphiqlPage, graphiqlRoute } from './http/graphiql.ts';
import { createGraphqlHandler, graphqlRoute } from './http/graphql-handler.ts';
import { createJobs } from './jobs/create-jobs.ts';
import { importJob } from './jobs/import-job.ts';
import { installJobs } from './jobs/install-jobs.ts';
import type { Logger } from './logger.ts';
import { loadVietnamPlacesOnce } from './places/load-vietnam-places.ts';
import type { Closer } from './shutdown.ts';
import { createBrowserSignIn, type BrowserSignIn } from './sign-in/browser-sign-in.ts';
import type { StartFailure } from './start-failure.ts';

/** What a program brings that starts the server: the story its demo tells, if any. */
export interface Story {
  readonly personas: readonly DemoPersona[];
  /** Fills an empty database; must be able to go on where an earlier start was cut off. */
  readonly seed: (application: Application) => Promise<void>;
  /** The query that GraphiQL shows at first. */
  readonly query: string;
}

/** A server that is ready to listen. */
export interface ComposedServer {
  readonly http: HttpServer;
  readonly application: Application;
  readonly issuer: LocalIssuer | null;
  /** In the order they were opened. */
  readonly closers: readonly Closer[];
}

const maxStreams = 1_000;
/** Shorter than the server waits for a request, so that a slow sender is told why. */
const fileTimeoutMs = 110_000;

/** Builds everything, in order, or says why it cannot be. The only place where the parts of the house meet. */
export async function composeServer(
  config: Config,
  logger: Logger,
  story: Story | null,
): Promise<Result<ComposedServer, StartFailure>> {
  const prepared = await prepareDatabase(config, logger);
  if (!prepared.ok) return prepared;
  const { appUrl, ownerUrl, appLogin } = prepared.value;
  await installJobs({ ownerUrl, appLogin });
  const jobs = createJobs({ appUrl, logger });
  const application = await composeApplication(config, appUrl, jobs);
  await jobs.start();
  await sealClearNames({
    subjectKeys: createPostgresSubjectKeys(application.database),
    vault: application.useCases.vault,
  });
  const closers = [...prepared.value.closers, ...application.closers, { name: 'jobs', close: () => jobs.stop() }];
  if (config.mode === 'demo' && story !== null) {
    await loadVietnamPlacesOnce(ownerUrl);
    await story.seed(application);
  }
  await jobs.work({ 'run-import': importJob({ ...application.useCases, batches: application.batches }, logger) });
  const issuer =
    config.mode === 'demo'
      ? await createLocalIssuer({ mode: config.mode, dataDir: config.dataDir, logger, now: Date.now })
      : null;
  const browser = createBrowserSignIn({
    config,
    secret: deriveSecret(application.keys, 'browser sign-in'),
    now: Date.now,
    logger,
  });
  const signIn: SignInDeps = {
    verify: verifierOf(config, issuer, logger),
    gate: application.gate,
    clock: application.useCases.clock,
    sessions: browser?.sessions ?? null,
  };
  return ok({
    http: await composeHttp(config, logger, application, { signIn, browser }, issuer, story),
    application,
    issuer,
    closers,
  });
}

function verifierOf(config: Config, issuer: LocalIssuer | null, logger: Logger): TokenVerifier {
  if (issuer !== null) {
    return createTokenVerifier({ issuer: issuer.issuer, audience: issuer.audience, keys: issuer.keys, now: Date.now });
  }
  const { oidc } = config;
  if (oidc === undefined) throw new Error('the configuration promises an issuer outside demo mode');
  const keys = createRemoteKeys({ url: oidc.jwksUrl, now: Date.now, fetch: globalThis.fetch, logger });
  return createTokenVerifier({ issuer: oidc.issuer, audience: oidc.audience, keys, now: Date.now });
}

async function composeHttp(
  config: Config,
  logger: Logger,
  application: Application,
  { signIn, browser }: { readonly signIn: SignInDeps; readonly browser: BrowserSignIn | null },
  issuer: LocalIssuer | null,
  story: Story | null,
): Promise<HttpServer> {
  const deps = { ...application.useCases, reads: application.reads, publicReads: application.publicReads };
  const handler = createGraphqlHandler<GraphQLContext>({
    schema: createSchema(),
    logger,
    introspection: config.mode === 'demo',
    context: async ({ request }) => {
      const viewer = await viewerOf(signIn, request);
      if (viewer.ok) return createRequestContext(deps, viewer.value);
      const { vi, en } = signInMessages[viewer.error.code];
      throw new GraphQLError(vi, { extensions: { code: viewer.error.code, vi, en, http: { status: 401 } } });
    },
  });
  const page = graphiqlPage({ endpoint: '/graphql', ...(await firstLook(issuer, story)) });
  return createHttpServer({
    routes: [
      graphqlRoute(handler, { maxBytes: config.maxBodyBytes, page }),
      ...(config.mode === 'demo' ? [graphiqlRoute(page)] : []),
      ...filesRoutes(
        createFilesHandler({
          ...application.useCases,
          digestBytes: sha256OfBytes,
          inspector: fileInspector,
          reads: application.reads,
          maxFileBytes: config.maxFileBytes,
          maxDocumentBytes: config.maxDocumentBytes,
          bodyTimeoutMs: fileTimeoutMs,
          identify: (request) => identifyAtFiles(signIn, request),
          importIds: {
            write: (session, id) => globalId('Import', session.tenantId, id),
            read: (session, text) => idOf(session, 'Import', text),
          },
          readFileId: (session, text) => idOf(session, 'File', text),
          documentIds: {
            write: (session, id) => globalId('File', session.tenantId, id),
            readAssociation: (session, text) => idOf(session, 'Association', text),
          },
        }),
        config,
      ),
      ...(browser?.routes ?? []),
      ...(issuer === null || story === null ? [] : demoRoutes(issuer, story.personas)),
    ],
    readiness: async () => {
      const database = await isReachable(application.database);
      return { ready: database, parts: { database } };
    },
    corsOrigins: config.corsOrigins,
    maxRequests: config.queueLimit,
    maxStreams,
    logger,
  });
}

/** What a newcomer finds in GraphiQL: a query that answers at the first click, as the story's first persona. */
async function firstLook(
  issuer: LocalIssuer | null,
  story: Story | null,
): Promise<{ query?: string; headers?: string }> {
  const [first] = story?.personas ?? [];
  if (issuer === null || story === null || first === undefined) return {};
  const token = await issuer.issue(first.subject, demoTokenSeconds);
  return { query: story.query, headers: JSON.stringify({ authorization: `Bearer ${token}` }, null, 2) };
}

async function identifyAtFiles(signIn: SignInDeps, request: Request): Promise<Result<Session, IdentityRefusal>> {
  const session = await sessionOf(signIn, request);
  if (session.ok) return session;
  const { code } = session.error;
  return err({
    code,
    status: code === 'NO_MANDATE' || code === 'MANDATE_REQUIRED' ? 403 : 401,
    ...signInMessages[code],
  });
}

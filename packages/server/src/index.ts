export { type Application } from './application.ts';
export {
  createLocalIssuer,
  localAudience,
  localIssuerName,
  type LocalIssuer,
  type LocalIssuerOptions,
} from './auth/local-issuer.ts';
export { createRemoteKeys, type RemoteKeysOptions } from './auth/remote-keys.ts';
export {
  createTokenVerifier,
  type TokenRefusal,
  type TokenVerifier,
  type TokenVerifierOptions,
  type VerifiedToken,
} from './auth/verify-token.ts';
export { renderConfigHelp } from './config-help.ts';
export { configReference, type Setting } from './config-reference.ts';
export type { ConfigProblem } from './config-problem.ts';
export { readConfig, type Config, type ConfigRefusal } from './config.ts';
export { failureSentence, type FailureSentence } from './failure-sentence.ts';
export { createFilesHandler, filesRoutes, type FilesHandlerDeps, type IdentityRefusal } from './files/files-handler.ts';
export { createHttpServer, type HttpServer, type HttpServerOptions } from './http/create-http-server.ts';
export { graphiqlPage, graphiqlRoute, type GraphiqlOptions } from './http/graphiql.ts';
export { createGraphqlHandler, graphqlRoute, type GraphqlHandlerOptions } from './http/graphql-handler.ts';
export { defaultGraphqlLimits, type CostLimit, type GraphqlLimits } from './http/graphql-limits.ts';
export { type Readiness } from './http/health.ts';
export { type FetchHandler, type Route, type RouteBody } from './http/route.ts';
export { createTableSheet, fileLimitBytes } from './imports/table-sheet.ts';
export { createJobs, type JobHandlers, type JobService, type JobServiceOptions } from './jobs/create-jobs.ts';
export { importJob } from './jobs/import-job.ts';
export { installJobs, type InstallJobsOptions } from './jobs/install-jobs.ts';
export { type Language, type LocalizedText } from './localized-text.ts';
export { createLogger, type Logger } from './logger.ts';
export { installShutdown, type Closer, type Shutdown, type ShutdownOptions } from './shutdown.ts';
export { databaseUnreachable, type StartFailure } from './start-failure.ts';
export { type ComposedServer, type Story, composeServer } from './compose.ts';
export { type DemoPersona } from './demo/demo-routes.ts';
export { runServer, type RunOptions } from './run-server.ts';

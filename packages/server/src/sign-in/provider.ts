import { err, ok, type Result } from '@khuyenhoc/kernel';
import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import { isLoopback } from '../config-reference.ts';
import type { Logger } from '../logger.ts';
import type { SignedInAs } from './session-cookie.ts';

/** What is kept while somebody is away at the provider, so that only the answer to this very question is accepted. */
export interface Way {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Why nobody came back signed in: he said no, the provider does not answer, or its answer is not one to this question. */
export interface ProviderRefusal {
  readonly code: 'SIGN_IN_DECLINED' | 'PROVIDER_UNAVAILABLE' | 'SIGN_IN_INVALID';
}

/** A provider of OpenID Connect sign-ins. */
export interface Provider {
  begin(): Promise<Result<{ readonly address: URL; readonly way: Way }, ProviderRefusal>>;
  /** Who came back. `address` is the whole address that the provider sent him to. */
  finish(address: URL, way: Way): Promise<Result<SignedInAs, ProviderRefusal>>;
  /** Where to sign out at the provider too, or null when it has no such place or does not answer. */
  end(): Promise<URL | null>;
}

export interface ProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** The address of this server as browsers know it. */
  readonly publicUrl: URL;
  readonly logger: Pick<Logger, 'warn'>;
}

/** Where the provider sends people back to; to be registered there, exactly so. */
export const callbackPath = '/sign-in/callback';

/**
 * Any provider of OpenID Connect, by its discovery document: authorization code with PKCE (RFC 7636, S256), state and nonce, and
 * an ID token whose signature is checked although it came over our own connection.
 */
export function createProvider(options: ProviderOptions): Provider {
  const { clientId, publicUrl, logger } = options;
  let found: Promise<Configuration> | undefined;
  const configuration = async (): Promise<Configuration | undefined> => {
    found ??= discover(options);
    try {
      return await found;
    } catch (error) {
      // An outage is not for ever: whoever comes next asks again.
      found = undefined;
      logger.warn({ issuer: options.issuer, err: error }, 'the sign-in provider does not answer');
      return undefined;
    }
  };
  return {
    begin: async () => {
      const config = await configuration();
      if (config === undefined) return err({ code: 'PROVIDER_UNAVAILABLE' });
      const way = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const address = buildAuthorizationUrl(config, {
        redirect_uri: new URL(callbackPath, publicUrl).href,
        scope: 'openid',
        state: way.state,
        nonce: way.nonce,
        code_challenge: await calculatePKCECodeChallenge(way.verifier),
        code_challenge_method: 'S256',
      });
      return ok({ address, way });
    },
    finish: async (address, way) => {
      const config = await configuration();
      if (config === undefined) return err({ code: 'PROVIDER_UNAVAILABLE' });
      return finishAt(config, address, way, logger);
    },
    end: async () => {
      const config = await configuration();
      if (config?.serverMetadata().end_session_endpoint === undefined) return null;
      return buildEndSessionUrl(config, { client_id: clientId, post_logout_redirect_uri: publicUrl.href });
    },
  };
}

function discover({ issuer, clientId, clientSecret }: ProviderOptions): Promise<Configuration> {
  const server = new URL(issuer);
  // The settings refuse plain http to anywhere but this very machine, where a provider may run beside us.
  const local = server.protocol === 'http:' && isLoopback(server.hostname);
  return discovery(server, clientId, clientSecret, undefined, {
    timeout: 10,
    execute: [enableNonRepudiationChecks, ...(local ? [allowInsecureRequests] : [])],
  });
}

async function finishAt(
  config: Configuration,
  address: URL,
  { state, nonce, verifier }: Way,
  logger: Pick<Logger, 'warn'>,
): Promise<Result<SignedInAs, ProviderRefusal>> {
  try {
    const tokens = await authorizationCodeGrant(config, address, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    return claims === undefined ? err({ code: 'SIGN_IN_INVALID' }) : ok({ issuer: claims.iss, subject: claims.sub });
  } catch (error) {
    if (error instanceof AuthorizationResponseError && error.error === 'access_denied')
      return err({ code: 'SIGN_IN_DECLINED' });
    // Nobody can bring about a wrong answer but a stranger or a provider that is set up wrongly; the log says which.
    logger.warn({ err: error }, 'a sign-in was not accepted');
    return err({ code: 'SIGN_IN_INVALID' });
  }
}

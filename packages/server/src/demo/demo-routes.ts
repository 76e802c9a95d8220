import type { LocalIssuer } from '../auth/local-issuer.ts';
import type { Route } from '../http/route.ts';

/** Someone whom the demo lets everybody be. */
export interface DemoPersona {
  readonly key: string;
  readonly subject: string;
  /** What the person is in the story, in words. */
  readonly about: string;
}

/** A working day. */
export const demoTokenSeconds = 8 * 3_600;

const tokenPath = '/demo/token/';

/** `GET /demo/token/<persona>` gives a token as plain text, `GET /demo/personas` tells who there is. Only ever mounted in demo mode. */
export function demoRoutes(issuer: LocalIssuer, personas: readonly DemoPersona[]): readonly Route[] {
  return [
    {
      path: '/demo/personas',
      methods: ['GET'],
      body: { kind: 'NONE' },
      handle: () => Response.json(personas),
    },
    {
      path: `${tokenPath}*`,
      methods: ['GET'],
      body: { kind: 'NONE' },
      handle: async (request) => {
        const key = decodeURIComponent(new URL(request.url).pathname.slice(tokenPath.length));
        const persona = personas.find((one) => one.key === key);
        if (persona !== undefined) return new Response(await issuer.issue(persona.subject, demoTokenSeconds));
        const known = personas.map((one) => one.key).filter((one) => !one.includes('/'));
        return Response.json(
          {
            code: 'PERSONA_UNKNOWN',
            vi: `Không có nhân vật này; hãy dùng một trong: ${known.join(', ')}, hoặc xem /demo/personas`,
            en: `No such persona; use one of: ${known.join(', ')}, or see /demo/personas`,
          },
          { status: 404 },
        );
      },
    },
  ];
}

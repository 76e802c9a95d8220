import type { Route } from './route.ts';

/** Whether the server can do its work now, and which part cannot. */
export interface Readiness {
  readonly ready: boolean;
  /** The parts by name; true is well. */
  readonly parts: Readonly<Record<string, boolean>>;
}

const slowestCheckMs = 2_000;

/** `/livez` says that the process runs, `/readyz` that it can serve: a load balancer asks the second, a supervisor the first. */
export function healthRoutes(readiness: () => Promise<Readiness>): readonly Route[] {
  return [
    {
      path: '/livez',
      methods: ['GET', 'HEAD'],
      body: { kind: 'NONE' },
      handle: () => Response.json({ status: 'live' }),
    },
    {
      path: '/readyz',
      methods: ['GET', 'HEAD'],
      body: { kind: 'NONE' },
      handle: async () => {
        const { ready, parts } = await withinTime(readiness);
        return Response.json({ status: ready ? 'ready' : 'not ready', parts }, { status: ready ? 200 : 503 });
      },
    },
  ];
}

/** A check that hangs or fails is an answer too. */
async function withinTime(readiness: () => Promise<Readiness>): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve({ ready: false, parts: { inTime: false } }), slowestCheckMs);
  });
  try {
    return await Promise.race([readiness(), late]);
  } catch {
    return { ready: false, parts: { checked: false } };
  } finally {
    clearTimeout(timer);
  }
}

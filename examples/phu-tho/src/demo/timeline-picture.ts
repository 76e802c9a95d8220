import type { ApiClient } from './api-client.ts';

/** One event of an award as the auditor reads it. */
export interface TimelineEntry {
  readonly seq: number;
  readonly type: string;
  readonly on: string;
  readonly to: string;
  readonly hash: string;
  readonly who: { readonly role: string; readonly fullName: string | null } | null;
}

/** The auditor's query for the history of one award that was signed for. */
const timelineQuery = `{
  campaigns(first: 1) { edges { node { awards(first: 1, state: ACKNOWLEDGED) { edges { node {
    timeline { seq type on to hash who { role fullName } }
  } } } } } }
}`;

interface TimelineAnswer {
  readonly campaigns: {
    readonly edges: readonly {
      readonly node: {
        readonly awards: {
          readonly edges: readonly { readonly node: { readonly timeline: readonly TimelineEntry[] } }[];
        };
      };
    }[];
  };
}

/** Reads the history of the first award that was signed for. */
export async function readTimeline(api: ApiClient): Promise<readonly TimelineEntry[]> {
  const answer = await api.graphql<TimelineAnswer>('auditor', timelineQuery, {});
  return answer.campaigns.edges[0]?.node.awards.edges[0]?.node.timeline ?? [];
}

const roleNames: Readonly<Record<string, string>> = {
  NOMINATOR: 'đề cử',
  VERIFIER: 'thẩm định',
  APPROVER: 'phê duyệt',
  TREASURER: 'thủ quỹ',
};

const row = 64;
const width = 760;

/** Draws a history as SVG: who, in which role, when, to which state, and how each hash chains to the one before. */
export function timelinePicture(entries: readonly TimelineEntry[]): string {
  const height = 24 + entries.length * row;
  const lines = entries.flatMap((entry, index) => {
    const y = 44 + index * row;
    const link = index === 0 ? [] : [`<line x1="36" y1="${y - row + 9}" x2="36" y2="${y - 9}" class="chain"/>`];
    const role = roleNames[entry.who?.role ?? ''] ?? entry.who?.role ?? '';
    const [year, month, day] = entry.on.split('-');
    return [
      ...link,
      `<circle cx="36" cy="${y}" r="9" class="event"/><text x="36" y="${y + 4}" class="seq">${entry.seq}</text>`,
      `<text x="60" y="${y - 3}" class="what">${plain(entry.type)}</text>`,
      `<text x="60" y="${y + 15}">${plain(entry.who?.fullName ?? '—')} · ${plain(role)} · ${day}/${month}/${year}</text>`,
      `<text x="420" y="${y - 3}" class="state">→ ${plain(entry.to)}</text>`,
      `<text x="420" y="${y + 15}" class="hash">${entry.hash.slice(0, 40)}…</text>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Lịch sử của một suất học bổng">`,
    '<style>text{font:13px system-ui,sans-serif;fill:#334155}.what{font-weight:600;fill:#0f172a}.state{font-weight:600;fill:#0f766e}.hash{font:11px ui-monospace,monospace;fill:#64748b}.seq{font-size:11px;fill:#fff;text-anchor:middle}.event{fill:#0f766e}.chain{stroke:#94a3b8;stroke-width:2}</style>',
    `<rect width="${width}" height="${height}" rx="12" fill="#f8fafc"/>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}

function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

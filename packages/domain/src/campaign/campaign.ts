import type { AssociationId, CalendarDate, CampaignId, TenantId } from '@khuyenhoc/kernel';
import type { Path } from '../association/path.ts';
import type { CampaignState } from '../workflow/template.ts';

/** One round of a program in a school year, led by an association. */
export interface Campaign {
  readonly tenantId: TenantId;
  readonly id: CampaignId;
  readonly associationId: AssociationId;
  readonly path: Path;
  readonly title: string;
  /** `2023-2024`. */
  readonly schoolYear: string;
  /** The day on which rules, parameters and certificates are judged. */
  readonly referenceDate: CalendarDate;
  readonly state: CampaignState;
  readonly version: number;
  readonly head: string | null;
  readonly ruleSetHash: string;
  readonly workflowHash: string;
}

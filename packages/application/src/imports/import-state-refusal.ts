import type { ImportState } from '../ports/reads.ts';

/** The import has gone too far for this step, or not far enough. */
export interface ImportStateRefusal {
  readonly code: 'IMPORT_NOT_IN_STATE';
  readonly state: ImportState;
  readonly required: readonly ImportState[];
}

/** Refuses a step that the import's state does not allow; null when it does. */
export function refuseState(state: ImportState, required: readonly ImportState[]): ImportStateRefusal | null {
  return required.includes(state) ? null : { code: 'IMPORT_NOT_IN_STATE', state, required };
}

import { modules as emergencyHelp } from '@khuyenhoc/plugin-emergency-help';
import { modules as unitClassQuota } from '@khuyenhoc/plugin-unit-class-quota';
import { modules as viEmHieuHoc } from '@khuyenhoc/plugin-vi-em-hieu-hoc';

/** The rule modules that the server ships with. An older version of a module stays here for as long as a rule set names it. */
export const shippedModules = [...viEmHieuHoc, ...unitClassQuota, ...emergencyHelp];

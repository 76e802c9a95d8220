import { formatDate } from '@khuyenhoc/kernel';
import type { Sentences } from './sentences.ts';

/** Why rules cannot be used for a campaign. */
export const ruleMessages: Sentences<
  'RULE_SET_UNUSABLE' | 'LEGAL_BASIS_NOT_IN_FORCE' | 'PARAMETER_NOT_IN_FORCE' | 'UNIT_REPEATED' | 'QUOTA_PLAN_FAULT'
> = {
  RULE_SET_UNUSABLE: ({ hash }) => ({
    vi: `Bộ quy tắc ${hash.slice(0, 12)}… không dùng được trên máy chủ này: có mô-đun đã đổi hoặc bị gỡ. Hãy công bố một phiên bản mới rồi lập đợt theo phiên bản đó.`,
    en: `The rule set ${hash.slice(0, 12)}… cannot be used on this server: a module of it changed or is gone. Publish a new version and draft the campaign with it.`,
  }),
  LEGAL_BASIS_NOT_IN_FORCE: ({ on }) => ({
    vi: `Vào ngày xét ${formatDate(on)} không có văn bản căn cứ nào còn hiệu lực. Hãy đổi ngày xét hoặc công bố bộ quy tắc có căn cứ mới.`,
    en: `No document that the rules stand on is in force on ${formatDate(on)}. Change the reference date, or publish a rule set with a new basis.`,
  }),
  PARAMETER_NOT_IN_FORCE: ({ key, on }) => ({
    vi: `Chưa có mức quy định nào cho "${key}" vào ngày ${formatDate(on)}. Cần bổ sung văn bản quy định trước.`,
    en: `No value of "${key}" is in force on ${formatDate(on)}. Add the document that sets it first.`,
  }),
  UNIT_REPEATED: ({ associationId }) => ({
    vi: `Đơn vị ${associationId} được ghi hai lần trong danh sách chỉ tiêu. Hãy bỏ một lần.`,
    en: `The unit ${associationId} stands twice in the list for the quota. Remove one.`,
  }),
  QUOTA_PLAN_FAULT: ({ moduleId }) => ({
    vi: `Mô-đun "${moduleId}" không chia được chỉ tiêu cho các đơn vị này. Chưa có gì được ghi; hãy kiểm tra cấu hình của mô-đun.`,
    en: `The module "${moduleId}" could not share out places among these units. Nothing was recorded; check its configuration.`,
  }),
};

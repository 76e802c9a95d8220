import type { DataProblem, Localized, RuleSetProblem } from '@khuyenhoc/rules';
import { figureProblems } from './figure-problems.ts';
import type { RefusalWith } from '../refusals/refusal.ts';

/** The refusals that say where the input is wrong. */
export type InputRefusal = RefusalWith<
  | 'FACTS_INVALID'
  | 'PROFILE_INVALID'
  | 'SIGNER_MISSING'
  | 'REASON_TOO_LONG'
  | 'DRAFT_INVALID'
  | 'RULE_SET_INVALID'
  | 'FIGURES_INVALID'
>;

/** Every place of the input that is wrong, with what to write there. */
export function inputProblems(refusal: InputRefusal): readonly DataProblem[] {
  switch (refusal.code) {
    case 'FACTS_INVALID':
      return refusal.problems.map(({ path, message }) => ({ path: path === '' ? 'facts' : `facts.${path}`, message }));
    case 'RULE_SET_INVALID':
      return refusal.problems.flatMap(ruleSetProblems);
    case 'PROFILE_INVALID':
      return [{ path: `nominee.${refusal.field}`, message: profileSentences[refusal.field] }];
    case 'DRAFT_INVALID':
      return [{ path: refusal.field, message: draftSentences[refusal.field](refusal.problem) }];
    case 'FIGURES_INVALID':
      return figureProblems(refusal.faults);
    case 'SIGNER_MISSING':
      return [
        {
          path: 'signedBy',
          message: {
            vi: 'Chưa có tên người ký nhận; hãy ghi họ tên người đã ký.',
            en: 'Write the name of who signed.',
          },
        },
      ];
    case 'REASON_TOO_LONG':
      return [
        {
          path: 'reason',
          message: {
            vi: `Lý do dài quá ${refusal.limit} ký tự; hãy viết ngắn gọn hơn.`,
            en: `The reason is longer than ${refusal.limit} characters; make it shorter.`,
          },
        },
      ];
  }
}

const profileSentences: { readonly [Field in RefusalWith<'PROFILE_INVALID'>['field']]: Localized } = {
  fullName: {
    vi: 'Họ tên phải có chữ và dài tối đa 100 ký tự; hãy ghi đầy đủ họ và tên.',
    en: 'A name has letters and at most 100 characters; write the full name.',
  },
  birthDate: { vi: 'Chưa có ngày sinh; hãy ghi ngày sinh của em.', en: 'Write the date of birth.' },
};

const draftSentences: {
  readonly [Field in RefusalWith<'DRAFT_INVALID'>['field']]: (problem: string) => Localized;
} = {
  title: () => ({ vi: 'Tên đợt dài từ 1 đến 200 ký tự.', en: 'A title has 1 to 200 characters.' }),
  schoolYear: (example) => ({
    vi: `Năm học viết dạng ${example}, hai năm liền nhau.`,
    en: `Write the school year as ${example}: two years in a row.`,
  }),
  funding: (source) => ({
    vi: `Nguồn "${source}" được ghi hai lần; hãy gộp lại thành một dòng.`,
    en: `The source "${source}" is given twice; make it one entry.`,
  }),
};

function ruleSetProblems(problem: RuleSetProblem): readonly DataProblem[] {
  if (problem.code !== 'CONFIG_INVALID') return [ruleSetProblem(problem)];
  const { moduleId, problems } = problem;
  return problems.map(({ path, message }) => ({
    path: `modules.${moduleId}.config${path === '' ? '' : `.${path}`}`,
    message,
  }));
}

function ruleSetProblem(problem: Exclude<RuleSetProblem, { code: 'CONFIG_INVALID' }>): DataProblem {
  switch (problem.code) {
    case 'VERSION_INVALID':
      return at('version', `Số phiên bản ${problem.version} không hợp lệ.`, `${problem.version} is no version number.`);
    case 'LEGAL_BASIS_MISSING':
      return at(
        'legalBasis',
        'Cần ít nhất một văn bản làm căn cứ.',
        'Name at least one document that the rules stand on.',
      );
    case 'LEGAL_BASIS_PERIOD_REVERSED':
      return at(
        'legalBasis',
        `Văn bản ${problem.number}: ngày hết hiệu lực đứng trước ngày có hiệu lực; hãy sửa một trong hai ngày.`,
        `${problem.number}: the last day in force lies before the first; correct one of the two.`,
      );
    case 'MODULE_UNKNOWN':
      return at(
        'modules',
        `Không có mô-đun "${problem.moduleId}"; hãy chọn trong danh sách ruleModules.`,
        `There is no module "${problem.moduleId}"; choose one of ruleModules.`,
      );
    case 'MODULE_VERSION_UNKNOWN':
      return at(
        'modules',
        `Mô-đun "${problem.moduleId}" không có phiên bản ${problem.wanted}; hiện có ${problem.available.join(', ')}.`,
        `Module "${problem.moduleId}" has no version ${problem.wanted}; there is ${problem.available.join(', ')}.`,
      );
    case 'MODULE_REPEATED':
      return at(
        'modules',
        `Mô-đun "${problem.moduleId}" được dùng hai lần; hãy bỏ một.`,
        `Module "${problem.moduleId}" is used twice; remove one.`,
      );
    case 'ELIGIBILITY_MODULE_MISSING':
      return at('modules', 'Cần ít nhất một mô-đun điều kiện.', 'Add a module that decides who may.');
    case 'AWARD_MODULE_MISSING':
      return at('modules', 'Cần một mô-đun tính mức hỗ trợ.', 'Add a module that decides what they get.');
    case 'MODULE_KIND_REPEATED':
      return at(
        'modules',
        `Chỉ được có một mô-đun loại ${problem.kind}, hiện có ${problem.moduleIds.join(', ')}; hãy giữ lại một.`,
        `There may be one module of the kind ${problem.kind}, and there are ${problem.moduleIds.join(', ')}; keep one.`,
      );
  }
}

function at(path: string, vi: string, en: string): DataProblem {
  return { path, message: { vi, en } };
}

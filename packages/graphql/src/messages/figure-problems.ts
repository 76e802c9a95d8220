import type { FigureFault } from '@khuyenhoc/domain';
import { formatDate } from '@khuyenhoc/kernel';
import type { DataProblem } from '@khuyenhoc/rules';

/** Every place of a list of figures that is wrong, with what to write there. */
export function figureProblems(faults: readonly FigureFault[]): readonly DataProblem[] {
  return faults.map(figureProblem);
}

function figureProblem(fault: FigureFault): DataProblem {
  const at = (field: string, vi: string, en: string) => ({
    path: `items.${fault.index}.${field}`,
    message: { vi, en },
  });
  switch (fault.code) {
    case 'INDICATOR_INVALID':
      return at(
        'indicator',
        `Mã chỉ tiêu "${fault.given}" phải gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ adult-members.`,
        `Write the code "${fault.given}" with small letters, digits and hyphens, as adult-members.`,
      );
    case 'VALUE_NEGATIVE':
      return at('value', `Số liệu ${fault.value} không được âm.`, `${fault.value} is below zero.`);
    case 'DENOMINATOR_INVALID':
      return at(
        'denominator.value',
        `Mẫu số ${fault.value} phải lớn hơn 0; nếu không biết thì bỏ mẫu số.`,
        `The denominator ${fault.value} must be above zero; leave it out if it is not known.`,
      );
    case 'AS_OF_IN_FUTURE':
      return at(
        'asOf',
        `Ngày ${formatDate(fault.asOf)} chưa tới (hôm nay là ${formatDate(fault.today)}).`,
        `${formatDate(fault.asOf)} has not come yet (today is ${formatDate(fault.today)}).`,
      );
    case 'ALREADY_REPORTED':
      return at(
        'indicator',
        `Chỉ tiêu này của hội, cùng ngày và cùng mẫu số, đã có${fault.by === null ? ' trong danh sách' : ` (mã ${fault.by})`}; muốn sửa thì ghi mã số liệu cũ vào replaces.`,
        `The association has this indicator of the day over this denominator already${fault.by === null ? ' in the list' : ` (${fault.by})`}; to correct it, name the old figure in replaces.`,
      );
    case 'REPLACED_NOT_FOUND':
      return at(
        'replaces',
        'Không có số liệu này của cùng hội và cùng chỉ tiêu; hãy kiểm tra lại mã.',
        'There is no such figure of the same association and indicator; check the id.',
      );
    case 'REPLACED_ALREADY':
      return at(
        'replaces',
        `Số liệu này đã được sửa một lần${fault.by === null ? ' trong danh sách' : `; hãy sửa bản mới ${fault.by}`}.`,
        `This figure was corrected already${fault.by === null ? ' in the list' : `; correct the newer one, ${fault.by}`}.`,
      );
  }
}

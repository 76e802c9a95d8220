import { err, ok, type Result } from '@khuyenhoc/kernel';
import { z } from 'zod';
import {
  amountField,
  codeField,
  dateField,
  recordField,
  resultField,
  schoolYearField,
  textField,
  wholeNumberField,
} from './fact-fields.ts';
import { factSources, type Fact } from './fact.ts';
import { schoolLevels, type CustomValue, type Facts, type SchoolLevel } from './facts.ts';
import { describeIssues, type DataProblem } from './schema-issues.ts';

/** Why data from outside are no facts: every place at once, with what to write there. */
export interface FactsRefusal {
  readonly code: 'FACTS_INVALID';
  readonly problems: readonly DataProblem[];
}

/** Reads facts from outside: strict about every name and form, texts brought to NFC. What it gives is ready to be hashed. */
export function parseFacts(value: unknown): Result<Facts, FactsRefusal> {
  const parsed = factsSchema.safeParse(value);
  if (!parsed.success) return err({ code: 'FACTS_INVALID', problems: describeIssues(parsed.error) });
  return ok(parsed.data);
}

const note = textField(500);
const name = textField(200);

const provenanceSchema = z.strictObject({
  source: z.enum(factSources),
  reference: name.exactOptional(),
  on: dateField.exactOptional(),
});

function fact<Value>(value: z.ZodType<Value>): z.ZodType<Fact<Value>> {
  return z.strictObject({ value, provenance: provenanceSchema });
}

function factList<Value>(value: z.ZodType<Value>): z.ZodType<readonly Fact<Value>[]> {
  return z.array(fact(value)).max(200);
}

/** Days from a first to a last one; `to` is null while it lasts. */
const period = { from: dateField, to: dateField.nullable() };

const periodInOrder = [
  ({ from, to }: { readonly from: string; readonly to: string | null }) => to === null || from <= to,
  {
    error: 'The last day lies before the first; correct one of the two dates.',
    params: { vi: 'Ngày kết thúc đứng trước ngày bắt đầu; hãy sửa một trong hai ngày.' },
    path: ['to'],
  },
] satisfies Parameters<z.ZodType<{ readonly from: string; readonly to: string | null }>['refine']>;

const claimSchema = z
  .strictObject({
    category: codeField,
    certificate: z.strictObject({ number: name.exactOptional(), issuer: name, issuedOn: dateField }).exactOptional(),
    ...period,
  })
  .refine(...periodInOrder);

const enrolmentSchema = z
  .strictObject({
    schoolYear: schoolYearField,
    level: z.enum(schoolLevels),
    grade: wholeNumberField(0, 12),
    school: name,
    active: z.boolean(),
    boarding: z.enum(['boarding', 'semi-boarding', 'day']).exactOptional(),
  })
  .refine(({ level, grade }) => isGradeOf(level, grade), {
    error: 'The grade does not belong to this school level (primary 1-5, lower secondary 6-9, upper secondary 10-12).',
    params: { vi: 'Lớp không thuộc cấp học này (tiểu học 1-5, trung học cơ sở 6-9, trung học phổ thông 10-12).' },
    path: ['grade'],
  });

const studyResultSchema = z.strictObject({
  schoolYear: schoolYearField,
  grade: wholeNumberField(0, 12),
  period: z.enum(['year', 'semester-1', 'semester-2', 'entrance']),
  scale: codeField,
  values: recordField(resultField),
});

const conductSchema = z.strictObject({ schoolYear: schoolYearField, scale: codeField, level: codeField });

const achievementSchema = z.strictObject({
  event: name,
  level: z.enum(['school', 'commune', 'district', 'province', 'national', 'regional', 'international']),
  rank: codeField,
  date: dateField,
  team: z.boolean(),
});

const placeSchema = z
  .strictObject({ codeSystem: codeField, code: textField(20), name, ...period })
  .refine(...periodInOrder);

const earlierAwardSchema = z.strictObject({
  program: name,
  schoolYear: schoolYearField,
  given: z.enum(['network', 'outside']),
  to: z.enum(['nominee', 'household']),
  amountVnd: amountField.exactOptional(),
});

const findingSchema = z.strictObject({
  kind: codeField,
  on: dateField,
  conclusion: z.enum(['confirmed', 'refuted']),
  note: note.exactOptional(),
});

const areaClassSchema = z.strictObject({ areaClass: codeField, ...period }).refine(...periodInOrder);

const requestSchema = z.strictObject({
  form: z.enum(['cash', 'goods']),
  reason: note.exactOptional(),
  amountVnd: amountField.exactOptional(),
});

const customSchema: z.ZodType<CustomValue> = z.union([
  z.boolean(),
  wholeNumberField(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  textField(2_000),
]);

function isGradeOf(level: SchoolLevel, grade: number): boolean {
  if (level === 'primary') return grade >= 1 && grade <= 5;
  if (level === 'lower-secondary') return grade >= 6 && grade <= 9;
  return level !== 'upper-secondary' || grade >= 10;
}

const factsSchema: z.ZodType<Facts> = z.strictObject({
  recipient: z
    .strictObject({
      kind: fact(z.enum(['pupil', 'student', 'teacher', 'group'])).exactOptional(),
      memberCount: fact(wholeNumberField(1, 1_000)).exactOptional(),
    })
    .exactOptional(),
  person: z
    .strictObject({
      birthDate: fact(dateField).exactOptional(),
      sex: fact(z.enum(['female', 'male'])).exactOptional(),
      ethnicity: fact(textField(60)).exactOptional(),
    })
    .exactOptional(),
  claims: factList(claimSchema).exactOptional(),
  enrolments: factList(enrolmentSchema).exactOptional(),
  studyResults: factList(studyResultSchema).exactOptional(),
  conduct: factList(conductSchema).exactOptional(),
  achievements: factList(achievementSchema).exactOptional(),
  residences: factList(placeSchema).exactOptional(),
  schoolPlaces: factList(placeSchema).exactOptional(),
  earlierAwards: factList(earlierAwardSchema).exactOptional(),
  findings: factList(findingSchema).exactOptional(),
  campaign: z
    .strictObject({
      schoolYear: fact(schoolYearField).exactOptional(),
      unitClass: fact(codeField).exactOptional(),
      areaClasses: factList(areaClassSchema).exactOptional(),
    })
    .exactOptional(),
  requested: fact(requestSchema).exactOptional(),
  custom: recordField(fact(customSchema)).exactOptional(),
});

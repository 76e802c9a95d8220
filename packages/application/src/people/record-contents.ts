import { readIdentityNumber } from '@khuyenhoc/domain';
import {
  codeField,
  dateField,
  recordField,
  resultField,
  schoolLevels,
  schoolYearField,
  textField,
  wholeNumberField,
  z,
} from '@khuyenhoc/rules';

/**
 * The forms in which things are written down about people, one a kind, strict about every name. They are parsed when something is
 * recorded and again when it is read, so that a form never changes by accident under what lies sealed.
 */
const name = textField(200);
const short = textField(60);
const period = { from: dateField, to: dateField.nullable() };
const inOrder = [
  ({ from, to }: { readonly from: string; readonly to: string | null }) => to === null || from <= to,
  {
    error: 'The last day lies before the first; correct one of the two dates.',
    params: { vi: 'Ngày kết thúc đứng trước ngày bắt đầu; hãy sửa một trong hai ngày.' },
    path: ['to'],
  },
] satisfies Parameters<z.ZodType<{ readonly from: string; readonly to: string | null }>['refine']>;

const digits = (pattern: RegExp, en: string, vi: string) =>
  z.string().regex(pattern, { error: en }).or(refused(en, vi));

/** Names what to write in both languages, where zod's own words would be English alone. */
function refused(en: string, vi: string): z.ZodType<never> {
  return z.unknown().transform((value, context): never => {
    context.issues.push({ code: 'custom', input: value, message: en, params: { vi } });
    return z.NEVER;
  });
}

const identityNumber = z.unknown().transform((value, context): string => {
  const number = typeof value === 'string' && value.length <= 40 ? readIdentityNumber(value) : null;
  if (number !== null) return number.digits;
  const message = 'A personal number has 12 digits; write it in quotes, with its zeros.';
  const vi = 'Số định danh cá nhân có 12 chữ số; hãy ghi trong ngoặc kép, đủ cả các số 0 ở đầu.';
  context.issues.push({ code: 'custom', input: value, message, params: { vi } });
  return z.NEVER;
});

/** How much of a birth date the papers tell: a whole day, a month, or a year alone. */
const birthDate = z.discriminatedUnion('precision', [
  z.strictObject({ precision: z.literal('day'), date: dateField }),
  z.strictObject({
    precision: z.literal('month'),
    year: wholeNumberField(1900, 2200),
    month: wholeNumberField(1, 12),
  }),
  z.strictObject({ precision: z.literal('year'), year: wholeNumberField(1900, 2200) }),
]);

export const recordForms = {
  profile: z.strictObject({
    fullName: textField(100),
    birthDate: dateField.nullable(),
    school: name.nullable(),
    grade: short.nullable(),
    guardianName: textField(100).nullable(),
    guardianRelation: short.nullable(),
  }),
  'identity-number': z.strictObject({ number: identityNumber, issuedOn: dateField.nullable() }),
  birth: z.strictObject({
    born: birthDate,
    sex: z.enum(['female', 'male']).nullable(),
    ethnicity: short.nullable(),
    place: name.nullable(),
  }),
  household: z
    .strictObject({ book: short.nullable(), head: name, relation: short, address: name.nullable(), ...period })
    .refine(...inOrder),
  guardian: z
    .strictObject({
      fullName: textField(100),
      relation: short,
      phone: short.nullable(),
      paper: name.nullable(),
      ...period,
    })
    .refine(...inOrder),
  claim: z
    .strictObject({
      category: codeField,
      certificate: z.strictObject({ number: short.nullable(), issuer: name, issuedOn: dateField }).nullable(),
      ...period,
    })
    .refine(...inOrder),
  enrolment: z.strictObject({
    schoolYear: schoolYearField,
    level: z.enum(schoolLevels),
    grade: wholeNumberField(0, 12),
    className: short.nullable(),
    school: name,
    schoolId: z.uuid().nullable(),
    active: z.boolean(),
    boarding: z.enum(['boarding', 'semi-boarding', 'day']).nullable(),
  }),
  'study-result': z.strictObject({
    schoolYear: schoolYearField,
    grade: wholeNumberField(0, 12),
    period: z.enum(['year', 'semester-1', 'semester-2', 'entrance']),
    scale: codeField,
    values: recordField(resultField),
  }),
  conduct: z.strictObject({ schoolYear: schoolYearField, scale: codeField, level: codeField }),
  achievement: z.strictObject({
    event: name,
    level: z.enum(['school', 'commune', 'district', 'province', 'national', 'regional', 'international']),
    rank: codeField,
    date: dateField,
    team: z.boolean(),
  }),
  employment: z
    .strictObject({ employer: name, schoolId: z.uuid().nullable(), position: name, ...period })
    .refine(...inOrder),
  contact: z.strictObject({ phone: short.nullable(), email: name.nullable(), address: name.nullable() }),
  'bank-account': z.strictObject({
    bank: digits(/^\d{6}$/, 'A bank is named by its six digits (BIN).', 'Ngân hàng ghi bằng mã BIN sáu chữ số.'),
    account: digits(/^\d{4,24}$/, 'An account has 4 to 24 digits.', 'Số tài khoản có từ 4 đến 24 chữ số.'),
    holder: textField(100),
  }),
  'override-reason': z.strictObject({ text: textField(2_000) }),
  'match-reason': z.strictObject({ text: textField(2_000) }),
};

type Forms = typeof recordForms;

/** Something written down about a person, by its kind. */
export type RecordContent = {
  [Kind in keyof Forms]: { readonly kind: Kind; readonly content: z.infer<Forms[Kind]> };
}[keyof Forms];

/** What people may record; the others are written by the engine with a decision. */
export const recordableKinds = [
  'profile',
  'identity-number',
  'birth',
  'household',
  'guardian',
  'claim',
  'enrolment',
  'study-result',
  'conduct',
  'achievement',
  'employment',
  'contact',
  'bank-account',
] as const satisfies readonly (keyof Forms)[];
export type RecordableKind = (typeof recordableKinds)[number];

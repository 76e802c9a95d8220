import { parseVnd } from '@khuyenhoc/kernel';
import { z } from 'zod';
import type { Localized } from './localized.ts';

/** The settings that the configurations of many modules are made of. They read as what they were written as, checked. */
export const amountSetting: z.ZodType<string> = z
  .string()
  .refine((text) => parseVnd(text).ok, {
    error: 'Write the amount as digits above zero, for example "4500000".',
    params: { vi: 'Số tiền phải là chuỗi chữ số lớn hơn 0, ví dụ "4500000".' },
  })
  .transform((text) => BigInt(text).toString());

/** A text in both languages. */
export const localizedSetting: z.ZodType<Localized> = z.strictObject({
  vi: z.string().min(1).max(500),
  en: z.string().min(1).max(500),
});

/** At least one code, such as the categories that count. */
export const codesSetting: z.ZodType<string[]> = z.array(z.string().min(1).max(60)).min(1).max(100);

/** The code of a funding source. */
export const sourceSetting: z.ZodType<string> = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

import { cleanText } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { reading } from './reading.ts';

const shortLimit = 200;
/** Above the limit that a use case sets for a reason, so that it can refuse in its own words. */
const longLimit = 4_000;

// Control characters but line breaks and tabs, and halves of a character: no store keeps them.
const unwritable = /[^\P{Cc}\n\r\t]|\p{Surrogate}/u;

const isText = (given: unknown, limit: number): given is string =>
  typeof given === 'string' && given.length <= limit && !unwritable.test(given);

builder.scalarType('ShortText', {
  description: `One line of text, 1 to ${shortLimit} characters. It is kept in Unicode NFC with single blanks.`,
  coerceOutputValue: (value) => value,
  ...reading(
    {
      vi: `Cần một dòng chữ từ 1 đến ${shortLimit} ký tự, không có ký tự điều khiển.`,
      en: `Give one line of 1 to ${shortLimit} characters without control characters.`,
    },
    (given) => {
      const clean = isText(given, shortLimit) ? cleanText(given) : '';
      return clean === '' ? null : clean;
    },
  ),
});

builder.scalarType('LongText', {
  description: `Text of several lines, up to ${longLimit} characters. It is kept in Unicode NFC.`,
  coerceOutputValue: (value) => value,
  ...reading(
    {
      vi: `Cần một đoạn chữ tối đa ${longLimit} ký tự, không có ký tự điều khiển.`,
      en: `Give text of at most ${longLimit} characters without control characters.`,
    },
    (given) => (isText(given, longLimit) ? given.normalize('NFC') : null),
  ),
});

builder.scalarType('IdempotencyKey', {
  description:
    'A key of the caller’s own, 8 to 100 characters of A-Z a-z 0-9 . _ : -. The same command sent twice under one key has one effect; use a new key for every new intent.',
  coerceOutputValue: (value) => value,
  ...reading(
    {
      vi: 'Khóa chống trùng gồm 8–100 ký tự trong A-Z a-z 0-9 . _ : - và phải mới cho mỗi việc mới.',
      en: 'An idempotency key has 8 to 100 characters of A-Z a-z 0-9 . _ : - and is new for every new intent.',
    },
    (given) => (typeof given === 'string' && /^[\w.:-]{8,100}$/.test(given) ? given : null),
  ),
});

builder.scalarType('Hash', {
  description: 'A SHA-256, 64 hexadecimal digits in lower case.',
  coerceOutputValue: (value) => value,
  ...reading(
    { vi: 'Mã băm gồm 64 chữ số thập lục phân viết thường.', en: 'A hash has 64 hexadecimal digits in lower case.' },
    (given) => (typeof given === 'string' && /^[0-9a-f]{64}$/.test(given) ? given : null),
  ),
});

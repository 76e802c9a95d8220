import { largestVnd, parseVnd } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { reading } from './reading.ts';

builder.scalarType('Vnd', {
  description: 'An amount of whole đồng, written as a string of digits: JSON numbers are exact only to 2^53.',
  coerceOutputValue: (value) => value.toString(),
  ...reading(
    {
      vi: `Số tiền là số đồng nguyên dương, viết trong ngoặc kép, chỉ gồm chữ số, tối đa ${largestVnd}; ví dụ "1500000".`,
      en: `An amount is a string of digits in whole đồng, above zero and at most ${largestVnd}, such as "1500000".`,
    },
    (given) => {
      const parsed = typeof given === 'string' ? parseVnd(given) : null;
      return parsed?.ok === true ? parsed.value : null;
    },
  ),
});

builder.scalarType('Quantity', {
  description: 'A whole number of something (đồng, pieces, places, persons), written as a string of digits.',
  coerceOutputValue: (value) => value.toString(),
  ...reading(
    {
      vi: 'Số lượng là số nguyên từ 0, viết trong ngoặc kép, tối đa 18 chữ số; ví dụ "530000".',
      en: 'A quantity is a string of at most 18 digits, from 0, such as "530000".',
    },
    (given) => (typeof given === 'string' && /^(0|[1-9]\d{0,17})$/.test(given) ? BigInt(given) : null),
  ),
});

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
  description: 'A whole number of a commodity (đồng, pieces or places), written as a string of digits.',
  coerceOutputValue: (value) => value.toString(),
  ...reading<bigint>({ vi: 'Số lượng chỉ có trong câu trả lời.', en: 'A quantity is only ever answered.' }, () => null),
});

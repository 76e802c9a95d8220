import { instant, parseCalendarDate, type Instant } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { reading } from './reading.ts';

builder.scalarType('Date', {
  description: 'A day in Việt Nam, `YYYY-MM-DD`.',
  coerceOutputValue: (value) => value,
  ...reading(
    {
      vi: 'Ngày phải có thật và viết dạng YYYY-MM-DD, ví dụ 2024-09-05.',
      en: 'Write a day that exists as YYYY-MM-DD.',
    },
    (given) => {
      const parsed = typeof given === 'string' ? parseCalendarDate(given) : null;
      return parsed?.ok === true ? parsed.value : null;
    },
  ),
});

builder.scalarType('DateTime', {
  description: 'A moment in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`.',
  coerceOutputValue: (value) => value,
  ...reading(
    { vi: 'Thời điểm viết dạng 2024-09-05T01:30:00.000Z.', en: 'Write a moment as 2024-09-05T01:30:00.000Z.' },
    (given) => (typeof given === 'string' ? readInstant(given) : null),
  ),
});

function readInstant(text: string): Instant | null {
  try {
    return instant(text);
  } catch {
    return null;
  }
}

import type { Result } from '@khuyenhoc/kernel';
import { readFile } from 'node:fs/promises';
import type { FileFault } from './network-file.ts';
import { sayRefusal } from './say-failure.ts';

/** Reads a file and parses it, or says on standard error all that is wrong and gives null. */
export async function readFileOrSay<Value>(
  file: string,
  parse: (content: string) => Result<Value, readonly FileFault[]>,
): Promise<Value | null> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch {
    sayRefusal({ vi: `Không đọc được tệp "${file}".`, en: `The file "${file}" cannot be read.` });
    return null;
  }
  const parsed = parse(content);
  if (parsed.ok) return parsed.value;
  const faults = parsed.error.map(({ path, problem }) => `  ${path === '' ? '/' : path}: ${problem}`).join('\n');
  sayRefusal({
    vi: `Tệp "${file}" chưa đúng; chưa có gì được ghi:\n${faults}`,
    en: `The file "${file}" is not as it should be; nothing was written:\n${faults}`,
  });
  return null;
}

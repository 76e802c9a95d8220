import { configReference, type Setting } from './config-reference.ts';
import type { Language, LocalizedText } from './localized-text.ts';

const heading: LocalizedText = { vi: 'Thiết lập bằng biến môi trường:', en: 'Settings, by environment variables:' };
const defaultWord: LocalizedText = { vi: 'mặc định', en: 'default' };
const exampleWord: LocalizedText = { vi: 'ví dụ', en: 'for example' };

/** The settings as a table for a terminal: name, meaning, what is accepted, and the default or an example. */
export function renderConfigHelp(language: Language): string {
  const settings: readonly Setting[] = configReference;
  const width = Math.max(...settings.map(({ key }) => key.length)) + 2;
  const lines = settings.flatMap((setting) => {
    const { key, about, accepts, fallback, example } = setting;
    const value =
      fallback === undefined ? `${exampleWord[language]} ${example}` : `${defaultWord[language]} ${fallback}`;
    return [`  ${key.padEnd(width)}${about[language]}`, `  ${''.padEnd(width)}${accepts[language]}; ${value}`];
  });
  return `${[heading[language], ...lines].join('\n')}\n`;
}

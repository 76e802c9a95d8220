import { redactText } from './redaction.ts';
import type { LocalizedText } from './localized-text.ts';
import type { PortReason, StartFailure, UnreachableReason } from './start-failure.ts';

/** What a failed start prints, in both languages, and the code it exits with: 2 for a wrong setting, 1 for anything else. */
export interface FailureSentence extends LocalizedText {
  readonly exitCode: 1 | 2;
}

/** Says in one sentence what happened, where, and what to do. No secret is ever in it. */
export function failureSentence(failure: StartFailure): FailureSentence {
  const { vi, en } = sentence(failure);
  return { vi: redactText(vi), en: redactText(en), exitCode: failure.code === 'CONFIG_INVALID' ? 2 : 1 };
}

function sentence(failure: StartFailure): LocalizedText {
  switch (failure.code) {
    case 'CONFIG_INVALID':
      return {
        vi: `Thiết lập sai: ${failure.problems.map(({ vi }) => vi).join('; ')}.`,
        en: `Wrong settings: ${failure.problems.map(({ en }) => en).join('; ')}.`,
      };
    case 'PORT_UNUSABLE':
      return portSentence(failure);
    case 'DATA_DIR_IN_USE':
      return {
        vi: `Thư mục dữ liệu ${failure.dataDir} đang được một máy chủ khác dùng${failure.pid === undefined ? '' : ` (tiến trình ${failure.pid})`}: hãy dừng nó, hoặc chọn thư mục khác bằng DATA_DIR.`,
        en: `The data folder ${failure.dataDir} is in use by another server${failure.pid === undefined ? '' : ` (process ${failure.pid})`}: stop that one, or choose another folder with DATA_DIR.`,
      };
    case 'EMBEDDED_POSTGRES_FAILED':
      return {
        vi: `Cơ sở dữ liệu đi kèm trong ${failure.dataDir} không khởi động được (bước ${failure.step}): ${oneLine(failure.detail)}; hãy sửa điều đó, hoặc dùng PostgreSQL khác bằng DATABASE_URL.`,
        en: `The embedded database in ${failure.dataDir} did not start (step ${failure.step}): ${oneLine(failure.detail)}; repair that, or use another PostgreSQL with DATABASE_URL.`,
      };
    case 'DATABASE_UNREACHABLE':
      return databaseSentence(failure);
    case 'SCHEMA_NEWER':
      return {
        vi: `Cơ sở dữ liệu đã được nâng lên ${failure.found}, mới hơn phiên bản này (${failure.known}): hãy chạy phiên bản đã nâng cấp nó hoặc mới hơn.`,
        en: `The database was upgraded to ${failure.found}, which is newer than this program knows (${failure.known}): run the version that upgraded it, or a newer one.`,
      };
  }
}

type PortUnusable = Extract<StartFailure, { readonly code: 'PORT_UNUSABLE' }>;

function portSentence({ host, port, reason }: PortUnusable): LocalizedText {
  const sentences: Readonly<Record<PortReason, LocalizedText>> = {
    TAKEN: {
      vi: `Cổng ${port} trên ${host} đang được chương trình khác dùng: hãy dừng chương trình đó, hoặc chọn cổng khác bằng PORT.`,
      en: `Port ${port} on ${host} is taken by another program: stop that one, or choose another port with PORT.`,
    },
    FORBIDDEN: {
      vi: `Người dùng này không được mở cổng ${port} trên ${host}: hãy chọn cổng từ 1024 trở lên bằng PORT.`,
      en: `This user may not open port ${port} on ${host}: choose a port from 1024 on with PORT.`,
    },
    NO_SUCH_ADDRESS: {
      vi: `Máy này không có địa chỉ ${host} để mở cổng ${port}: hãy sửa HOST, ví dụ HOST=127.0.0.1.`,
      en: `This machine has no address ${host} to open port ${port} on: correct HOST, for example HOST=127.0.0.1.`,
    },
  };
  return sentences[reason];
}

type DatabaseUnreachable = Extract<StartFailure, { readonly code: 'DATABASE_UNREACHABLE' }>;

function databaseSentence({ address, reason, detail }: DatabaseUnreachable): LocalizedText {
  const why: Readonly<Record<UnreachableReason, LocalizedText>> = {
    REFUSED: { vi: 'không có máy chủ nào trả lời ở đó', en: 'no server answers there' },
    HOST_UNKNOWN: { vi: 'không tìm thấy tên máy', en: 'the host name is not known' },
    TIMEOUT: { vi: 'quá thời gian chờ', en: 'it did not answer in time' },
    AUTH_FAILED: { vi: 'sai tên hoặc mật khẩu', en: 'the name or the password is wrong' },
    NO_DATABASE: { vi: 'không có cơ sở dữ liệu tên đó', en: 'there is no database of that name' },
    NO_ENTRY: {
      vi: 'máy chủ không cho tài khoản này vào từ máy này',
      en: 'the server does not admit this account from this machine',
    },
    TOO_MANY_CONNECTIONS: { vi: 'máy chủ đã hết chỗ kết nối', en: 'the server has no connection left' },
    STARTING_OR_STOPPING: { vi: 'máy chủ đang khởi động hoặc đang tắt', en: 'the server is starting or stopping' },
    OTHER: { vi: oneLine(detail), en: oneLine(detail) },
  };
  return {
    vi: `Không dùng được cơ sở dữ liệu ${address}: ${why[reason].vi}; hãy kiểm tra máy chủ và DATABASE_URL.`,
    en: `The database ${address} cannot be used: ${why[reason].en}; check the server and DATABASE_URL.`,
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 400);
}

import { present } from '@khuyenhoc/kernel';
import { z } from 'zod';
import type { LocalizedText } from './localized-text.ts';

/** One setting of the environment: what it may be, and how it is explained to who sets it. */
export interface Setting {
  readonly key: string;
  readonly schema: z.ZodType<unknown, string>;
  /** What holds when the variable is absent, as one would write it. */
  readonly fallback?: string;
  /** A right value, shown when a wrong one is refused. */
  readonly example: string;
  /** What is accepted, to follow "must be". */
  readonly accepts: LocalizedText;
  readonly about: LocalizedText;
  /** A value that must never be repeated in a message, since it holds a password. */
  readonly secret?: true;
}

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

const range = (least: number, most: number): LocalizedText => ({
  vi: `số nguyên từ ${least} đến ${most}`,
  en: `a whole number from ${least} to ${most}`,
});

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const postgresUrlText: LocalizedText = { vi: 'địa chỉ PostgreSQL', en: 'a PostgreSQL address' };

const loopbackHosts: readonly string[] = ['127.0.0.1', 'localhost', '[::1]', '::1'];

/** Whether a host name reaches this machine alone. */
export function isLoopback(host: string): boolean {
  return loopbackHosts.includes(host);
}

/** Keys fetched in the clear could be anybody's, so plain http is accepted only within one machine. */
const trustedUrl = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || isLoopback(hostname);
});
const trustedUrlText: LocalizedText = {
  vi: 'địa chỉ https (http chỉ dùng được trên chính máy này)',
  en: 'an https address (http only on this very machine)',
};

const origins = z
  .string()
  .transform((text) => text.split(',').map((origin) => origin.trim()))
  .refine((list) => list.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin));

/** Every setting there is, in the order of the printed help. The README prints this table; nothing else reads the environment. */
export const configReference = [
  {
    key: 'PORT',
    schema: wholeNumber(0, 65_535),
    fallback: '4000',
    example: '4000',
    accepts: range(0, 65_535),
    about: { vi: 'Cổng HTTP; 0 là một cổng bất kỳ còn trống', en: 'The HTTP port; 0 takes any free one' },
  },
  {
    key: 'HOST',
    schema: z.string().regex(/^[A-Za-z0-9.:_-]{1,253}$/),
    fallback: '127.0.0.1',
    example: '0.0.0.0',
    accepts: { vi: 'tên máy hoặc địa chỉ IP', en: 'a host name or IP address' },
    about: {
      vi: 'Địa chỉ lắng nghe; 0.0.0.0 mở cho mọi mạng',
      en: 'The address to listen on; 0.0.0.0 opens it to every network',
    },
  },
  {
    key: 'MODE',
    schema: z.enum(['demo', 'production']),
    example: 'production',
    accepts: { vi: 'demo hoặc production', en: 'demo or production' },
    about: {
      vi: 'demo tự cấp thẻ đăng nhập, chỉ để dùng thử; mặc định là production khi có OIDC_*, nếu không thì là demo trên chính máy này',
      en: 'demo issues its own tokens, for trying out only; production when any OIDC_* is set, else demo on this machine alone',
    },
  },
  {
    key: 'DATA_DIR',
    schema: z.string().min(1).max(1_000),
    fallback: './.data',
    example: './.data',
    accepts: { vi: 'đường dẫn thư mục', en: 'the path of a folder' },
    about: {
      vi: 'Thư mục chứa cơ sở dữ liệu đi kèm và khóa dùng thử',
      en: 'The folder of the embedded database and the demo keys',
    },
  },
  {
    key: 'DATABASE_URL',
    schema: postgresUrl,
    example: 'postgresql://app:matkhau@db.example.vn:5432/khuyenhoc',
    accepts: postgresUrlText,
    about: {
      vi: 'PostgreSQL 15–18 có sẵn; bỏ trống thì dùng cơ sở dữ liệu đi kèm trong DATA_DIR',
      en: 'A PostgreSQL 15–18 of your own; without it, the embedded one in DATA_DIR',
    },
    secret: true,
  },
  {
    key: 'DATABASE_OWNER_URL',
    schema: postgresUrl,
    example: 'postgresql://owner:matkhau@db.example.vn:5432/khuyenhoc',
    accepts: postgresUrlText,
    about: {
      vi: 'Tài khoản chủ để nâng cấp lược đồ; mặc định là DATABASE_URL',
      en: 'The owner that upgrades the schema; DATABASE_URL when absent',
    },
    secret: true,
  },
  {
    key: 'OIDC_ISSUER',
    schema: trustedUrl,
    example: 'https://dangnhap.example.vn/realms/khuyenhoc',
    accepts: trustedUrlText,
    about: {
      vi: 'Nơi cấp thẻ đăng nhập, đúng từng chữ như trong thẻ',
      en: 'Who issues tokens, exactly as tokens say it',
    },
  },
  {
    key: 'OIDC_AUDIENCE',
    schema: z.string().regex(/^\S{1,200}$/),
    example: 'khuyenhoc-api',
    accepts: { vi: 'một tên không có dấu cách', en: 'a name without blanks' },
    about: { vi: 'Tên của dịch vụ này trong thẻ', en: 'The name of this service in tokens' },
  },
  {
    key: 'OIDC_JWKS_URL',
    schema: trustedUrl,
    example: 'https://dangnhap.example.vn/realms/khuyenhoc/protocol/openid-connect/certs',
    accepts: trustedUrlText,
    about: { vi: 'Nơi lấy khóa công khai của nơi cấp thẻ', en: 'Where the public keys of the issuer are' },
  },
  {
    key: 'OIDC_CLIENT_ID',
    schema: z.string().regex(/^[\x21-\x7e]{1,255}$/),
    example: 'khuyenhoc',
    accepts: { vi: 'một tên không có dấu cách', en: 'a name without blanks' },
    about: {
      vi: 'Tên của máy chủ này ở nơi cấp thẻ, để đăng nhập bằng trình duyệt (mã ủy quyền với PKCE)',
      en: 'What this server is called at the issuer, to sign in with a browser (authorization code with PKCE)',
    },
  },
  {
    key: 'OIDC_CLIENT_SECRET',
    schema: z.string().min(1).max(1_000),
    example: 'mat-khau-ung-dung',
    accepts: { vi: 'mật khẩu do nơi cấp thẻ giao', en: 'the secret that the issuer gave' },
    about: {
      vi: 'Mật khẩu của ứng dụng ở nơi cấp thẻ, nếu nơi đó đòi hỏi',
      en: 'The secret of the client, where the issuer asks for one',
    },
    secret: true,
  },
  {
    key: 'PUBLIC_URL',
    schema: trustedUrl,
    example: 'https://khuyenhoc.example.vn',
    accepts: trustedUrlText,
    about: {
      vi: 'Địa chỉ mà trình duyệt dùng để đến máy chủ này; nơi cấp thẻ phải biết PUBLIC_URL/sign-in/callback',
      en: 'The address at which browsers reach this server; the issuer must know PUBLIC_URL/sign-in/callback',
    },
  },
  {
    key: 'CORS_ORIGINS',
    schema: origins,
    example: 'https://khuyenhoc.example.vn,https://quantri.example.vn',
    accepts: {
      vi: 'các nguồn như https://ten-mien, cách nhau bằng dấu phẩy',
      en: 'origins such as https://host, with commas between them',
    },
    about: {
      vi: 'Các trang web khác được phép gọi từ trình duyệt',
      en: 'Other web sites whose pages may call this server',
    },
  },
  {
    key: 'LOG_LEVEL',
    schema: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']),
    fallback: 'info',
    example: 'info',
    accepts: {
      vi: 'silent, fatal, error, warn, info, debug hoặc trace',
      en: 'silent, fatal, error, warn, info, debug or trace',
    },
    about: { vi: 'Mức nhật ký', en: 'How much is logged' },
  },
  {
    key: 'MAX_BODY_BYTES',
    schema: wholeNumber(1_024, 10_485_760),
    fallback: '102400',
    example: '102400',
    accepts: range(1_024, 10_485_760),
    about: { vi: 'Kích thước lớn nhất của một yêu cầu GraphQL', en: 'The largest GraphQL request' },
  },
  {
    key: 'MAX_FILE_BYTES',
    schema: wholeNumber(1_024, 1_073_741_824),
    fallback: '10485760',
    example: '10485760',
    accepts: range(1_024, 1_073_741_824),
    about: { vi: 'Kích thước lớn nhất của một danh sách gửi lên', en: 'The largest list of nominees sent to /files' },
  },
  {
    key: 'MAX_DOCUMENT_BYTES',
    schema: wholeNumber(1_024, 104_857_600),
    fallback: '20971520',
    example: '20971520',
    accepts: range(1_024, 104_857_600),
    about: {
      vi: 'Kích thước lớn nhất của một bản quét, giấy chứng nhận, ảnh hoặc danh sách ký nhận',
      en: 'The largest scan, certificate, photo or signed list sent to /files',
    },
  },
  {
    key: 'QUEUE_LIMIT',
    schema: wholeNumber(1, 100_000),
    fallback: '256',
    example: '256',
    accepts: range(1, 100_000),
    about: {
      vi: 'Số yêu cầu xử lý cùng lúc; nhiều hơn thì nhận 503 và được mời thử lại',
      en: 'Requests in work at once; more are answered 503 and asked to try again',
    },
  },
  {
    key: 'COMMAND_QUEUE_LIMIT',
    schema: wholeNumber(1_000, 1_000_000),
    fallback: '20000',
    example: '20000',
    accepts: range(1_000, 1_000_000),
    about: {
      vi: 'Số lệnh chờ ghi cùng lúc; nhiều hơn thì từng lệnh được trả lời là hàng đợi đã đầy',
      en: 'Commands that wait to be written at once; each one more is told that the queue is full',
    },
  },
  {
    key: 'POOL_SIZE',
    schema: wholeNumber(6, 500),
    fallback: '10',
    example: '10',
    accepts: range(6, 500),
    about: { vi: 'Số kết nối cơ sở dữ liệu', en: 'Connections to the database' },
  },
  {
    key: 'STATEMENT_TIMEOUT_MS',
    schema: wholeNumber(100, 600_000),
    fallback: '10000',
    example: '10000',
    accepts: range(100, 600_000),
    about: { vi: 'Thời gian tối đa của một câu lệnh SQL (mili giây)', en: 'The longest time of one SQL statement' },
  },
  {
    key: 'LATE_ENTRY_DAYS',
    schema: wholeNumber(0, 3_650),
    fallback: '365',
    example: '365',
    accepts: range(0, 3_650),
    about: {
      vi: 'Được ghi bổ sung việc đã xảy ra trước đây bao nhiêu ngày',
      en: 'How many days back the effective date of a late entry may lie',
    },
  },
] as const satisfies readonly Setting[];

export type SettingKey = (typeof configReference)[number]['key'];
export type SettingOf<Key extends SettingKey> = Extract<(typeof configReference)[number], { readonly key: Key }>;

/** The setting of a name. */
export function settingOf(key: SettingKey): Setting {
  return present(
    configReference.find((setting) => setting.key === key),
    key,
  );
}

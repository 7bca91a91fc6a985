import { can, ENDPOINTS, ERRORS, EVENT_PAYLOADS, Permission, Role } from '@xiaoer/contracts';
import { z } from 'zod';
import { Settings } from '../../apps/server/src/kernel/config.ts';

const head = (title: string, source: string) =>
  `# ${title}\n\nPrinted from ${source} by \`npm run generate\`.\n\n`;
const row = (cells: readonly string[]) => `| ${cells.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |\n`;
const table = (titles: readonly string[], rows: readonly (readonly string[])[]) =>
  row(titles) + row(titles.map(() => '---')) + rows.map(row).join('');

type Properties = Record<
  string,
  {
    type?: string;
    enum?: string[];
    default?: unknown;
    description?: string;
    $ref?: string;
    anyOf?: { type?: string }[];
  }
>;
const propertiesOf = (source: z.ZodType): Properties =>
  ((z.toJSONSchema(source, { io: 'input', unrepresentable: 'any' }) as { properties?: Properties })
    .properties ?? {}) as Properties;

export function printApi(): string {
  const rows = Object.entries(ENDPOINTS).map(([name, e]) => [
    name,
    `\`${e.method} /api${e.path}\``,
    e.audience,
    e.summary,
  ]);
  return `${head('API', 'packages/contracts/src/endpoints')}The whole document with every schema is [openapi.json](openapi.json). Sessions, passwords and two-factor are at \`/api/auth\`, served by better-auth.\n\n${table(['operation', 'request', 'who', 'does'], rows)}`;
}

export function printEvents(): string {
  const rows = Object.entries(EVENT_PAYLOADS).map(([type, payload]) => [
    `\`${type}\``,
    Object.keys(propertiesOf(payload)).join(', '),
  ]);
  return `${head('Events', 'packages/contracts/src/events.ts')}Every change is one of these, written in the transaction of the change. The log is also the audit record.\n\n${table(['type', 'payload'], rows)}`;
}

export function printErrors(): string {
  const rows = Object.entries(ERRORS).map(([code, { status, params }]) => [
    `\`${code}\``,
    String(status),
    Object.keys(propertiesOf(params)).join(', '),
  ]);
  return `${head('Errors', 'packages/contracts/src/errors.ts')}Every error answer is \`application/problem+json\` (RFC 9457) with these fields: type, title, status, code, params, requestId.\n\n${table(['code', 'status', 'params'], rows)}`;
}

export function printConfiguration(): string {
  const rows = Object.entries(propertiesOf(Settings)).map(([name, p]) => [
    `\`${name}\``,
    p.enum?.join(', ') ?? p.type ?? p.anyOf?.map((a) => a.type).join(' or ') ?? '',
    p.default === undefined ? '' : `\`${String(p.default)}\``,
    p.description ?? '',
  ]);
  return `${head('Configuration', 'apps/server/src/kernel/config.ts')}Settings are environment variables, read once and checked at the start; a bad one is named and nothing starts. \`--roles=a,b\` and \`--demo\` may be given as arguments.\n\n${table(['setting', 'kind', 'default', 'meaning'], rows)}`;
}

export function printPermissions(): string {
  const roles = Role.options;
  const rows = Permission.options.map((p) => [`\`${p}\``, ...roles.map((r) => (can(r, p) ? 'yes' : ''))]);
  return `${head('Permissions', 'packages/contracts/src/roles.ts')}What a role may do at all. On which record is decided by the record: without \`conversations.read.all\` a colleague sees their own conversations, those of their teams, and those of no team.\n\n${table(['permission', ...roles], rows)}`;
}

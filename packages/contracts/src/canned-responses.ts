import { z } from 'zod';
import { Id, Language, Line, Text } from './base.ts';

/** Approved wording (话术). `teamId` null: for every team. */
export const CannedResponse = z.object({
  id: Id,
  shortcut: z.string(),
  title: z.string(),
  body: z.string(),
  language: Language.nullable(),
  teamId: Id.nullable(),
  version: z.number().int(),
});
export type CannedResponse = z.infer<typeof CannedResponse>;

/** What a body may name as `{{customer.name}}`. An unknown name is refused when saving. */
export const CANNED_VARIABLES = ['customer.name', 'agent.name', 'shop.name', 'conversation.number'] as const;
export type CannedVariable = (typeof CANNED_VARIABLES)[number];

export const SaveCannedResponse = z.object({
  /** Letters of any script, digits, dash: typed after `/`. */
  shortcut: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}-]{0,29}$/u),
  title: Line(80),
  body: Text(5_000).refine((value) => value.trim() !== '', 'empty'),
  language: Language.nullable().default(null),
  teamId: Id.nullable().default(null),
});

/** Puts values for variables; a variable without a value is left as written, so that it is noticed. */
export function renderCanned(body: string, values: Partial<Record<CannedVariable, string>>): string {
  return body.replace(
    /\{\{\s*([a-z.]+)\s*\}\}/g,
    (whole, name: string) => values[name as CannedVariable] ?? whole,
  );
}

/** Names used in a body that are no known variable. */
export function unknownVariables(body: string): string[] {
  const known = new Set<string>(CANNED_VARIABLES);
  return [...body.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)].map((m) => m[1]!).filter((name) => !known.has(name));
}

/**
 * Prints apps/server/src/kernel/db/types.gen.ts from the migrations: starts a PostgreSQL in a temporary
 * folder, migrates everything, reads its catalogue. `--check` compares instead of writing.
 */
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import {
  ColumnTypeNode,
  generate,
  IdentifierNode,
  PostgresDialect as PostgresGenerator,
} from 'kysely-codegen';
import pg from 'pg';
import { makePassword, startEmbedded } from '../apps/server/src/kernel/db/embedded.ts';
import { type MigrationSource, migrate } from '../apps/server/src/kernel/db/migrate.ts';
import { kernelMigrations } from '../apps/server/src/kernel/migrations.ts';

const MODULES = new URL('../apps/server/src/modules/', import.meta.url);
const TARGET = new URL('../apps/server/src/kernel/db/types.gen.ts', import.meta.url);
/**
 * Tier order of modules with tables. Found on disk rather than imported from modules/index.ts, so that
 * the types can be made while the code that needs them does not compile yet.
 */
const ORDER = [
  'identity',
  'customers',
  'canned-responses',
  'conversations',
  'channels',
  'presence',
  'routing',
  'workbench',
];

async function findMigrations(): Promise<MigrationSource[]> {
  const found: string[] = [];
  for (const entry of await readdir(MODULES, { withFileTypes: true }))
    if (entry.isDirectory() && existsSync(new URL(`${entry.name}/migrations/`, MODULES)))
      found.push(entry.name);
  const unlisted = found.filter((name) => !ORDER.includes(name));
  if (unlisted.length > 0)
    throw new Error(`Put ${unlisted.join(', ')} into ORDER of tools/generate-types.ts`);
  return ORDER.filter((name) => found.includes(name)).map((name) => ({
    module: name,
    directory: new URL(`${name}/migrations/`, MODULES),
  }));
}

/** As pg hands values out with kernel/db/connect.ts, and as it must be given them. */
function makeGenerator(): PostgresGenerator {
  const dialect = new PostgresGenerator();
  const text = new IdentifierNode('string');
  // pg writes a JavaScript array as a PostgreSQL array, so JSON is always handed over as text.
  Object.assign(dialect.adapter.definitions, {
    Json: new ColumnTypeNode(new IdentifierNode('unknown'), text, text),
  });
  return dialect;
}

async function print(url: string): Promise<string> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 2 }) }),
  });
  try {
    const text = await generate({
      db,
      dialect: makeGenerator(),
      // No schema is the default one: every table is named with its owner.
      defaultSchemas: ['none'],
      typeMapping: { int8: 'number' },
      outFile: null,
    });
    return text.replace(
      /^\/\*\*[\s\S]*?\*\/\n*/,
      '// Made from the migrations by tools/generate-types.ts. Do not edit.\n\n',
    );
  } finally {
    await db.destroy();
  }
}

const directory = await mkdtemp(join(tmpdir(), 'xiaoer-types-'));
// As root, PostgreSQL runs as somebody else who has to get in.
await chmod(directory, 0o755);
const postgres = await startEmbedded(join(directory, 'pg'), { password: makePassword() });
try {
  await migrate(postgres.url, [kernelMigrations, ...(await findMigrations())]);
  const text = await print(postgres.url);
  const previous = existsSync(TARGET) ? await readFile(TARGET, 'utf8') : '';
  if (!process.argv.includes('--check')) {
    await writeFile(TARGET, text);
    console.log(`${text === previous ? 'Unchanged' : 'Written'}: types.gen.ts`);
  } else if (text !== previous) {
    console.error('types.gen.ts is not what the migrations say: node tools/generate-types.ts');
    process.exitCode = 1;
  }
} finally {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}

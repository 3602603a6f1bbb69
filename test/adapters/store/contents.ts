import { Client } from 'pg';

/** Every row of every table of a database, with the table's name under "in". */
export async function contentsOf(url: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const tables = await client.query(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const rows = [];
  for (const { name } of tables.rows)
    rows.push(...(await client.query(`select '${name}' as "in", * from "${name}"`)).rows);
  await client.end();
  return rows;
}

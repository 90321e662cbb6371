// The upper bound: one hand-written statement for each shape, served with node:http without parsing its text. No GraphQL,
// no validation, no limits. Takes POST /q1 with the parameters of the statement as a JSON array.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { report } from './report.mjs';

const folder = join(import.meta.dirname, '..', '..', 'sql');
const statements = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => [`/${file.slice(0, -4)}`, readFileSync(join(folder, file), 'utf8')]),
);
const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE, max: 10 });

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    answer(request.url ?? '', body).then(
      (text) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
        response.end(text);
      },
      (error) => {
        console.error(error);
        response.writeHead(500).end();
      },
    );
  });
});

/**
 * Runs a statement and returns its response as JSON.
 * @param {string} name the path of the request, such as `/q1`
 * @param {string} body the parameters of the statement as a JSON array
 */
async function answer(name, body) {
  const text = statements.get(name);
  if (text === undefined) throw new Error(`the folder sql has no statement for the path ${name}`);
  /** @type {import('pg').QueryArrayConfig} */
  const query = { name, text, values: JSON.parse(body), rowMode: 'array' };
  const { rows } = await pool.query(query);
  return `{"data":${rows[0]?.[0]}}`;
}

server.listen(0, '127.0.0.1', () => report(server));

/** Returns SQL that formats a timestamp as ISO 8601 text in UTC, with milliseconds. */
export function momentSql(sql: string): string {
  return `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

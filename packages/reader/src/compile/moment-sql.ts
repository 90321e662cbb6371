/** SQL for a moment as ISO 8601 in UTC, to the millisecond. */
export function momentSql(sql: string): string {
  return `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

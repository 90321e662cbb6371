/** Rows by a key, each group in the order of the rows. */
export function grouped<Found, Item>(
  rows: readonly Found[],
  key: (row: Found) => string,
  item: (row: Found) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const at = key(row);
    const group = groups.get(at);
    if (group) group.push(item(row));
    else groups.set(at, [item(row)]);
  }
  return groups;
}

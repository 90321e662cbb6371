/**
 * Groups the items that `itemOf` makes from rows by the keys that `keyOf` returns. Groups keep the order of the rows.
 */
export function groupBy<Source, Item>(
  rows: readonly Source[],
  keyOf: (row: Source) => string,
  itemOf: (row: Source) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(itemOf(row));
    else groups.set(key, [itemOf(row)]);
  }
  return groups;
}

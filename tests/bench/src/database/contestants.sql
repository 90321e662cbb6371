-- Objects that users of PostGraphile would add so that it can serve the shapes.
CREATE SCHEMA contestants;
GRANT USAGE ON SCHEMA contestants TO chancery_reader;

-- Text search, as a function, which PostGraphile exposes. Does the same as the hand-written statement.
CREATE FUNCTION contestants.search(text text) RETURNS SETOF register.fact LANGUAGE sql STABLE AS $$
  WITH query AS MATERIALIZED (
    SELECT trim($1) AS text, folded, replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') AS pattern
    FROM (SELECT register.fold(trim($1)) AS folded) f
  ), hits AS MATERIALIZED (
    SELECT f.id,
      CASE WHEN register.fold(f.label) = query.folded THEN 1 WHEN register.fold(f.label) LIKE query.pattern || '%' THEN 3 ELSE 5 END AS tier
    FROM query, register.fact f
    WHERE register.fold(f.label) LIKE '%' || query.pattern || '%'
      AND f.type IN ('State', 'Organization', 'Agreement', 'ExerciseSeries', 'Exercise', 'Event', 'PolicyMeasure', 'Resolution', 'Place', 'Person', 'Source', 'Claim', 'ImportBatch')
    UNION ALL
    SELECT n.of_id,
      CASE WHEN register.fold(n.name_text) = query.folded THEN 2 WHEN register.fold(n.name_text) LIKE query.pattern || '%' THEN 4 ELSE 5 END
    FROM query, register.name n
    WHERE register.fold(n.name_text) LIKE '%' || query.pattern || '%'
    UNION ALL
    SELECT x.of_id, 0 FROM query, register.external_code x WHERE x.value IN (query.text, upper(query.text))
  )
  SELECT f.*
  FROM (SELECT id, min(tier) AS tier FROM hits GROUP BY id) best JOIN register.fact f ON f.id = best.id
  ORDER BY best.tier, char_length(f.label), f.id
$$;
GRANT EXECUTE ON FUNCTION contestants.search(text) TO chancery_reader;

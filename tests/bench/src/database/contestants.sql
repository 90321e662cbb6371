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
      AND f.type IN ('State', 'Organization', 'Agreement', 'ExerciseSeries', 'Exercise', 'Event', 'PolicyMeasure', 'Resolution', 'Place', 'Person', 'Source', 'Claim', 'ImportBatch', 'Coverage')
    UNION ALL
    SELECT n.of_id,
      CASE WHEN register.fold(n.name_text) = query.folded THEN 2 WHEN register.fold(n.name_text) LIKE query.pattern || '%' THEN 4 ELSE 5 END
    FROM query, register.name n
    WHERE register.fold(n.name_text) LIKE '%' || query.pattern || '%'
    UNION ALL
    SELECT x.of_id, 0 FROM query, register.external_code x WHERE x.value IN (query.text, upper(query.text))
    UNION ALL
    SELECT f.id, 6 FROM register.fact f
    WHERE register.search_terms(f.label) @@ (SELECT register.search_query(text, false) FROM query)
      AND f.type IN ('State', 'Organization', 'Agreement', 'ExerciseSeries', 'Exercise', 'Event', 'PolicyMeasure', 'Resolution', 'Place', 'Person', 'Source', 'Claim', 'ImportBatch', 'Coverage')
    UNION ALL
    SELECT n.of_id, 6 FROM register.name n
    WHERE register.search_terms(n.name_text) @@ (SELECT register.search_query(text, false) FROM query)
  ), written AS MATERIALIZED (
    SELECT id, min(tier) AS tier FROM hits GROUP BY id
  ), best AS (
    SELECT id, tier FROM written
    UNION ALL
    SELECT id, 7 FROM (
      SELECT f.id FROM register.fact f
      WHERE register.search_terms(f.label) @@ (SELECT register.search_query(text, true) FROM query)
        AND (SELECT count(*) < 5 FROM written)
        AND f.type IN ('State', 'Organization', 'Agreement', 'ExerciseSeries', 'Exercise', 'Event', 'PolicyMeasure', 'Resolution', 'Place', 'Person', 'Source', 'Claim', 'ImportBatch', 'Coverage')
      UNION
      SELECT n.of_id FROM register.name n
      WHERE register.search_terms(n.name_text) @@ (SELECT register.search_query(text, true) FROM query)
        AND (SELECT count(*) < 5 FROM written)) similar_words
    WHERE id NOT IN (SELECT id FROM written)
  )
  SELECT f.*
  FROM best JOIN register.fact f ON f.id = best.id
  ORDER BY best.tier, char_length(f.label), f.id
$$;
GRANT EXECUTE ON FUNCTION contestants.search(text) TO chancery_reader;

-- $1 the text
WITH asked AS MATERIALIZED (
  SELECT trim($1) AS text, folded, replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') AS pattern
  FROM (SELECT register.fold(trim($1)) AS folded) f
), hits AS MATERIALIZED (
  SELECT f.id,
    CASE WHEN register.fold(f.label) = asked.folded THEN 1 WHEN register.fold(f.label) LIKE asked.pattern || '%' THEN 3 ELSE 5 END AS tier
  FROM asked, register.fact f
  WHERE register.fold(f.label) LIKE '%' || asked.pattern || '%'
    AND f.type IN ('State', 'Organization', 'Agreement', 'ExerciseSeries', 'Exercise', 'Event', 'PolicyMeasure', 'Resolution', 'Place', 'Person', 'Source', 'Claim', 'ImportBatch', 'Coverage')
  UNION ALL
  SELECT n.of_id,
    CASE WHEN register.fold(n.name_text) = asked.folded THEN 2 WHEN register.fold(n.name_text) LIKE asked.pattern || '%' THEN 4 ELSE 5 END
  FROM asked, register.name n
  WHERE register.fold(n.name_text) LIKE '%' || asked.pattern || '%'
  UNION ALL
  SELECT x.of_id, 0 FROM asked, register.external_code x WHERE x.value IN (asked.text, upper(asked.text))
  UNION ALL
  SELECT f.id, 6 FROM register.fact f
  WHERE register.search_terms(f.label) @@ (SELECT register.search_query(text, false) FROM asked)
    AND f.type IN ('State', 'Organization', 'Agreement', 'ExerciseSeries', 'Exercise', 'Event', 'PolicyMeasure', 'Resolution', 'Place', 'Person', 'Source', 'Claim', 'ImportBatch', 'Coverage')
  UNION ALL
  SELECT n.of_id, 6 FROM register.name n
  WHERE register.search_terms(n.name_text) @@ (SELECT register.search_query(text, false) FROM asked)
), written AS MATERIALIZED (
  SELECT id, min(tier) AS tier FROM hits GROUP BY id
), best AS (
  SELECT id, tier FROM written
  UNION ALL
  SELECT id, 7 FROM (
    SELECT f.id FROM register.fact f
    WHERE register.search_terms(f.label) @@ (SELECT register.search_query(text, true) FROM asked)
      AND (SELECT count(*) < 5 FROM written)
      AND f.type IN ('State', 'Organization', 'Agreement', 'ExerciseSeries', 'Exercise', 'Event', 'PolicyMeasure', 'Resolution', 'Place', 'Person', 'Source', 'Claim', 'ImportBatch', 'Coverage')
    UNION
    SELECT n.of_id FROM register.name n
    WHERE register.search_terms(n.name_text) @@ (SELECT register.search_query(text, true) FROM asked)
      AND (SELECT count(*) < 5 FROM written)) similar_words
  WHERE id NOT IN (SELECT id FROM written)
)
SELECT json_build_object('search', json_build_object('nodes', (
  SELECT coalesce(json_agg(json_build_object('id', found.id, 'label', found.label)), '[]')
  FROM (
    SELECT f.id, f.label
    FROM best JOIN register.fact f ON f.id = best.id
    ORDER BY best.tier, char_length(f.label), f.id LIMIT 20) found
)))::text

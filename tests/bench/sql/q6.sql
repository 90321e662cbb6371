-- $1 the text
WITH asked AS MATERIALIZED (
  SELECT trim($1) AS text, folded, replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') AS pattern
  FROM (SELECT register.fold(trim($1)) AS folded) f
), hits AS MATERIALIZED (
  SELECT f.id,
    CASE WHEN register.fold(f.label) = asked.folded THEN 1 WHEN register.fold(f.label) LIKE asked.pattern || '%' THEN 3 ELSE 5 END AS tier
  FROM asked, register.fact f
  WHERE register.fold(f.label) LIKE '%' || asked.pattern || '%'
    AND f.type IN ('State', 'Organization', 'Agreement', 'ExerciseSeries', 'Exercise', 'Event', 'PolicyMeasure', 'Resolution', 'Place', 'Person', 'Source', 'Claim', 'ImportBatch')
  UNION ALL
  SELECT n.of_id,
    CASE WHEN register.fold(n.name_text) = asked.folded THEN 2 WHEN register.fold(n.name_text) LIKE asked.pattern || '%' THEN 4 ELSE 5 END
  FROM asked, register.name n
  WHERE register.fold(n.name_text) LIKE '%' || asked.pattern || '%'
  UNION ALL
  SELECT x.of_id, 0 FROM asked, register.external_code x WHERE x.value IN (asked.text, upper(asked.text))
)
SELECT json_build_object('search', json_build_object('nodes', (
  SELECT coalesce(json_agg(json_build_object('id', found.id, 'label', found.label)), '[]')
  FROM (
    SELECT f.id, f.label
    FROM (SELECT id, min(tier) AS tier FROM hits GROUP BY id) best JOIN register.fact f ON f.id = best.id
    ORDER BY best.tier, char_length(f.label), f.id LIMIT 20) found
)))::text

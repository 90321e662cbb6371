-- $1 and $2 the two states, $3 today
WITH agreements AS MATERIALIZED (
  SELECT a.id, a.title, a.instrument_type, a.status, a.signed_edtf, a.signed_earliest
  FROM ((SELECT agreement_id FROM register.party_action WHERE actor_id = $1
         INTERSECT SELECT agreement_id FROM register.party_action WHERE actor_id = $2)
        UNION SELECT agreement_id FROM register.obligation WHERE from_id = $1 AND to_id = $2
        UNION SELECT agreement_id FROM register.obligation WHERE from_id = $2 AND to_id = $1) theirs
    JOIN register.agreement a ON a.id = theirs.agreement_id
  WHERE a.signed_earliest <= $3::date OR coalesce(least(a.adopted_earliest, a.signed_earliest, a.entry_into_force_earliest,
    (SELECT min(least(date_of_act_earliest, date_of_effect_earliest)) FROM register.party_action WHERE agreement_id = a.id)), '-infinity') <= $3::date
), organizations AS MATERIALIZED (
  SELECT o.id, o.name, o.abbreviation
  FROM (SELECT organization_id FROM register.membership WHERE member_id = $1 AND status = 'FULL'
          AND validity_start_latest <= $3::date AND (validity_earliest > $3::date) IS NOT TRUE
          AND (validity_end_earliest >= $3::date OR (validity_latest IS NULL AND validity_attested_until >= $3::date))
        INTERSECT SELECT organization_id FROM register.membership WHERE member_id = $2 AND status = 'FULL'
          AND validity_start_latest <= $3::date AND (validity_earliest > $3::date) IS NOT TRUE
          AND (validity_end_earliest >= $3::date OR (validity_latest IS NULL AND validity_attested_until >= $3::date))) both_belong
    JOIN register.organization o ON o.id = both_belong.organization_id
), exercises AS MATERIALIZED (
  SELECT e.id, e.name, e.status, e.start_edtf, e.start_earliest
  FROM (SELECT exercise_id FROM register.participation WHERE actor_id = $1 AND role IN ('HOST', 'LEAD', 'CO_ORGANIZER', 'PARTICIPANT')
        INTERSECT SELECT exercise_id FROM register.participation WHERE actor_id = $2 AND role IN ('HOST', 'LEAD', 'CO_ORGANIZER', 'PARTICIPANT')) both_there
    JOIN register.exercise e ON e.id = both_there.exercise_id
  WHERE (e.status IN ('HELD', 'UNDER_WAY') AND e.start_earliest > $3::date) IS NOT TRUE
)
SELECT json_build_object('dyad', (
  SELECT json_build_object(
    'a', json_build_object('id', a.id, 'label', a.label),
    'b', json_build_object('id', b.id, 'label', b.label),
    'agreements', json_build_object(
      'totalCount', (SELECT count(*) FROM agreements),
      'nodes', (
        SELECT coalesce(json_agg(json_build_object(
          'id', g.id,
          'title', g.title,
          'instrumentType', g.instrument_type,
          'status', g.status,
          'signed', CASE WHEN g.signed_edtf IS NOT NULL THEN json_build_object(
            'edtf', g.signed_edtf,
            'earliest', CASE WHEN isfinite(g.signed_earliest) THEN g.signed_earliest END) END)), '[]')
        FROM (SELECT * FROM agreements ORDER BY signed_earliest DESC NULLS LAST, id DESC LIMIT 25) g)),
    'sharedOrganizations', json_build_object(
      'totalCount', (SELECT count(*) FROM organizations),
      'nodes', (
        SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'abbreviation', o.abbreviation)), '[]')
        FROM (SELECT * FROM organizations ORDER BY id LIMIT 25) o)),
    'exercises', json_build_object(
      'totalCount', (SELECT count(*) FROM exercises),
      'nodes', (
        SELECT coalesce(json_agg(json_build_object(
          'id', e.id,
          'name', e.name,
          'status', e.status,
          'start', CASE WHEN e.start_edtf IS NOT NULL THEN json_build_object(
            'edtf', e.start_edtf,
            'earliest', CASE WHEN isfinite(e.start_earliest) THEN e.start_earliest END) END)), '[]')
        FROM (SELECT * FROM exercises ORDER BY start_earliest DESC NULLS LAST, id DESC LIMIT 25) e)))
  FROM register.fact a, register.fact b
  WHERE a.id = $1 AND b.id = $2
))::text

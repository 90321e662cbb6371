-- $1 the instrument type, $2 and $3 the period
SELECT json_build_object('agreements', json_build_object(
  'totalCount', (
    SELECT count(*) FROM register.agreement a
    WHERE a.instrument_type = $1 AND a.signed_earliest BETWEEN $2::date AND $3::date AND a.signed_latest <= $3::date),
  'nodes', (
    SELECT coalesce(json_agg(agreement), '[]') FROM (
      SELECT
        a.id,
        a.title,
        a.instrument_type AS "instrumentType",
        a.status,
        (SELECT signed FROM (SELECT
          a.signed_edtf AS edtf,
          CASE WHEN isfinite(a.signed_earliest) THEN a.signed_earliest END AS earliest,
          CASE WHEN isfinite(a.signed_latest) THEN a.signed_latest END AS latest) signed) AS signed,
        json_build_object('nodes', (
          SELECT coalesce(json_agg(party), '[]') FROM (
            SELECT
              p.action,
              CASE WHEN p.date_of_act_edtf IS NOT NULL THEN json_build_object('edtf', p.date_of_act_edtf) END AS "dateOfAct",
              (SELECT actor FROM (SELECT f.id, f.label) actor) AS actor
            FROM (SELECT * FROM register.party_action p WHERE p.agreement_id = a.id ORDER BY p.id LIMIT 20) p
              JOIN register.fact f ON f.id = p.actor_id
            ORDER BY p.id) party)) AS "partyActions",
        json_build_object('nodes', (
          SELECT coalesce(json_agg(cited), '[]') FROM (
            SELECT c.id, c.page, c.stance, c.credibility, (SELECT source FROM (SELECT s.id, s.name, s.reliability) source) AS source
            FROM (SELECT * FROM register.citation c WHERE c.fact_id = a.id ORDER BY c.id LIMIT 10) c
              JOIN register.source s ON s.id = c.source_id
            ORDER BY c.id) cited)) AS citations
      FROM (
        -- A date within the period also begins within it. Stating both lets the index limit the scan.
        SELECT * FROM register.agreement a
        WHERE a.instrument_type = $1 AND a.signed_earliest BETWEEN $2::date AND $3::date AND a.signed_latest <= $3::date
        ORDER BY a.signed_earliest DESC, a.id DESC LIMIT 50) a
      ORDER BY a.signed_earliest DESC, a.id DESC) agreement)
))::text

-- $1 the code, $2 today
SELECT json_build_object('state', (
  SELECT row_to_json(state) FROM (
    SELECT
      s.id,
      s.name,
      json_build_object('nodes', (
        SELECT coalesce(json_agg(membership), '[]') FROM (
          SELECT
            m.id,
            m.status,
            CASE WHEN m.validity_edtf IS NOT NULL THEN (SELECT validity FROM (SELECT
              m.validity_edtf AS edtf,
              CASE WHEN isfinite(m.validity_earliest) THEN m.validity_earliest END AS earliest,
              CASE WHEN isfinite(m.validity_latest) THEN m.validity_latest END AS latest) validity) END AS validity,
            (SELECT organization FROM (SELECT o.id, o.name, o.abbreviation) organization) AS organization
          FROM (SELECT * FROM register.membership m WHERE m.member_id = s.id ORDER BY m.id LIMIT 50) m
            JOIN register.organization o ON o.id = m.organization_id
          ORDER BY m.id) membership)) AS memberships,
      json_build_object('nodes', (
        SELECT coalesce(json_agg(acted), '[]') FROM (
          SELECT
            p.action,
            CASE WHEN p.date_of_act_edtf IS NOT NULL THEN json_build_object('edtf', p.date_of_act_edtf) END AS "dateOfAct",
            (SELECT agreement FROM (SELECT
              a.id,
              a.title,
              a.instrument_type AS "instrumentType",
              a.status,
              CASE WHEN a.signed_edtf IS NOT NULL THEN (SELECT signed FROM (SELECT
                a.signed_edtf AS edtf,
                CASE WHEN isfinite(a.signed_earliest) THEN a.signed_earliest END AS earliest) signed) END AS signed,
              json_build_object('nodes', (
                SELECT coalesce(json_agg(party), '[]') FROM (
                  SELECT q.action, (SELECT actor FROM (SELECT f.id, f.label) actor) AS actor
                  FROM (SELECT * FROM register.party_action q WHERE q.agreement_id = a.id ORDER BY q.id LIMIT 20) q
                    JOIN register.fact f ON f.id = q.actor_id
                  ORDER BY q.id) party)) AS "partyActions") agreement) AS agreement
          FROM (
            -- Scans one index twice: dated agreements from the latest down, then undated ones until the page is full.
            (SELECT * FROM register.party_action p WHERE p.actor_id = s.id AND p.agreement_signed_earliest IS NOT NULL
              ORDER BY p.agreement_signed_earliest DESC, p.id DESC LIMIT 50)
            UNION ALL
            (SELECT * FROM register.party_action p WHERE p.actor_id = s.id AND p.agreement_signed_earliest IS NULL
              ORDER BY p.id DESC LIMIT 50)
            LIMIT 50) p
            JOIN register.agreement a ON a.id = p.agreement_id
          ORDER BY p.agreement_signed_earliest DESC NULLS LAST, p.id DESC) acted)) AS "partyActions"
    FROM register.external_code x
      JOIN register.state s ON s.id = x.of_id
    WHERE x.value = $1 AND x.scheme = 'ISO_A3'
      AND coalesce(x.validity_earliest, '-infinity') <= $2::date AND coalesce(x.validity_latest, 'infinity') >= $2::date
  ) state
))::text

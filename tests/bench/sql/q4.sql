-- $1 and $2 the period
SELECT json_build_object('exercises', json_build_object('nodes', (
  SELECT coalesce(json_agg(exercise), '[]') FROM (
    SELECT
      e.id,
      e.name,
      e.status,
      (SELECT start FROM (SELECT
        e.start_edtf AS edtf,
        CASE WHEN isfinite(e.start_earliest) THEN e.start_earliest END AS earliest) start) AS start,
      json_build_object('nodes', (
        SELECT coalesce(json_agg(participation), '[]') FROM (
          SELECT
            p.role,
            (SELECT actor FROM (SELECT
              f.id,
              f.label,
              json_build_object('nodes', (
                SELECT coalesce(json_agg(membership), '[]') FROM (
                  SELECT m.status, (SELECT organization FROM (SELECT o.id, o.name, o.abbreviation) organization) AS organization
                  FROM (SELECT * FROM register.membership m WHERE m.member_id = p.actor_id ORDER BY m.id LIMIT 5) m
                    JOIN register.organization o ON o.id = m.organization_id
                  ORDER BY m.id) membership)) AS memberships) actor) AS actor
          FROM (SELECT * FROM register.participation p WHERE p.exercise_id = e.id ORDER BY p.id LIMIT 20) p
            JOIN register.fact f ON f.id = p.actor_id
          ORDER BY p.id) participation)) AS participations
    FROM (
      -- A date within the period also begins within it. Stating both lets the index limit the scan.
      SELECT * FROM register.exercise e
      WHERE e.start_earliest BETWEEN $1::date AND $2::date AND e.start_latest <= $2::date
      ORDER BY e.start_earliest DESC, e.id DESC LIMIT 50) e
    ORDER BY e.start_earliest DESC, e.id DESC) exercise
)))::text

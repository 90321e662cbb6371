-- $1 the code, $2 today
SELECT json_build_object('state', (
  SELECT json_build_object(
    'id', s.id,
    'name', s.name,
    'officialName', s.official_name,
    'validity', CASE WHEN s.validity_edtf IS NOT NULL THEN json_build_object(
      'edtf', s.validity_edtf,
      'earliest', CASE WHEN isfinite(s.validity_earliest) THEN s.validity_earliest END,
      'latest', CASE WHEN isfinite(s.validity_latest) THEN s.validity_latest END) END)
  FROM register.external_code x
    JOIN register.state s ON s.id = x.of_id
  WHERE x.value = $1 AND x.scheme = 'ISO_A3'
    AND coalesce(x.validity_earliest, '-infinity') <= $2::date AND coalesce(x.validity_latest, 'infinity') >= $2::date
))::text

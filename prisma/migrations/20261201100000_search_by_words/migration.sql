-- Search by words. Words are the runs of letters and digits of a folded text. Separators are the ASCII characters that are
-- neither, so that the result does not depend on a collation. Of long words the first 40 characters count, because a
-- lexeme may have 2,046 bytes.

-- The spellings of a word: the word, and what is left of it without one of its letters, each after a tilde. Two words have
-- a spelling in common if they are equal once at most one letter is taken out of each: one letter is missing, added,
-- replaced or in another place. Empty for words of less than four letters, and for words with digits.
CREATE FUNCTION register.search_spellings(word text) RETURNS text[]
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$ BEGIN
  IF char_length(word) < 4 OR word ~ '[0-9]' THEN
    RETURN '{}';
  END IF;
  RETURN ARRAY(
    SELECT '~' || word UNION SELECT '~' || left(word, n - 1) || substr(word, n + 1) FROM generate_series(1, char_length(word)) n);
END $$;

-- The words of a label or name and their spellings, which the indexes of search hold. NULL if the text has no words.
CREATE FUNCTION register.search_terms(value text) RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$ BEGIN
  RETURN (
    SELECT array_to_tsvector(array_agg(t.term))
    FROM (
        SELECT DISTINCT left(s.word, 40) AS word
        FROM regexp_split_to_table(register.fold(value), '[\u0001-\u002f\u003a-\u0060\u007b-\u007f]+') s (word)
        WHERE s.word <> ''
      ) w,
      LATERAL (SELECT w.word AS term UNION ALL SELECT unnest(register.search_spellings(w.word))) t);
END $$;

-- A query for the texts that contain all words of a search text: words of one or two letters as they are, longer ones at
-- the start of a word. If `tolerant`, words of five letters or more also match those with a spelling in common. Words that
-- say little are left out, and of a long text the first eight words count. NULL if the query could find nothing that the
-- other ways of search do not: there is only one word and nothing else, or no word that may be misspelt.
CREATE FUNCTION register.search_query(value text, tolerant boolean) RETURNS tsquery
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  folded constant text := register.fold(value);
  words text[];
BEGIN
  SELECT array_agg(w.word ORDER BY w.place) INTO words
  FROM (
    SELECT left(s.word, 40) AS word, min(s.place) AS place
    FROM regexp_split_to_table(folded, '[\u0001-\u002f\u003a-\u0060\u007b-\u007f]+') WITH ORDINALITY s (word, place)
    WHERE s.word <> ''
      AND s.word <> ALL ('{a,an,and,as,at,between,by,for,from,in,into,of,on,or,the,to,under,with}')
    GROUP BY 1 ORDER BY 2 LIMIT 8
  ) w;
  IF tolerant THEN
    IF NOT EXISTS (SELECT FROM unnest(words) w WHERE char_length(w) >= 5 AND w !~ '[0-9]') THEN
      RETURN NULL;
    END IF;
  ELSIF words = ARRAY[folded] THEN
    RETURN NULL;
  END IF;
  -- Words contain no quotes and no backslashes, which are separators.
  RETURN (
    SELECT string_agg('(''' || w || '''' || CASE WHEN char_length(w) >= 3 THEN ':*' ELSE '' END
      || CASE WHEN tolerant AND char_length(w) >= 5
        THEN coalesce((SELECT string_agg(' | ''' || s || '''', '') FROM unnest(register.search_spellings(w)) s), '')
        ELSE '' END
      || ')', ' & ')
    FROM unnest(words) w)::tsquery;
END $$;

CREATE INDEX "fact_label_terms_cix" ON register."fact" USING gin (register.search_terms(label)) WHERE type IN ('State', 'Organization', 'Agreement', 'ExerciseSeries', 'Exercise', 'Event', 'PolicyMeasure', 'Resolution', 'Place', 'Person', 'Source', 'Claim', 'ImportBatch', 'Coverage');
CREATE INDEX "name_name_text_terms_cix" ON register."name" USING gin (register.search_terms(name_text));

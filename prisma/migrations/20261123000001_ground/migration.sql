-- What the tables stand on: schemas, extensions, and the folding of text for search.

CREATE SCHEMA IF NOT EXISTS register;
CREATE SCHEMA IF NOT EXISTS history;
CREATE SCHEMA IF NOT EXISTS ledger;
CREATE SCHEMA IF NOT EXISTS desk;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

-- Text as search compares it: without accents and case. Declared immutable so that it can be indexed, which holds as
-- long as the dictionary is not edited. Case is folded by the collation of the database, for "C" knows only ASCII.
CREATE FUNCTION register.fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, value) COLLATE "default");

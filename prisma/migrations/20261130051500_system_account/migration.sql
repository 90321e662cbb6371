-- The account under which Chancery merges its own corrections. Nobody signs in with it: it has no password, and its role
-- is none of those that a session may have.
ALTER TABLE desk."user" DROP CONSTRAINT user_role;
ALTER TABLE desk."user" ADD CONSTRAINT user_role CHECK (role IN ('CONTRIBUTOR', 'EDITOR', 'ADMIN', 'SYSTEM'));
ALTER TABLE desk."user" ADD CONSTRAINT user_system CHECK ((role = 'SYSTEM') = (id = 'chancery'));

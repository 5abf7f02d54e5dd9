-- Roles of the database, run once by a superuser inside the new database:
--   psql -d tizim -v owner_password=… -v web_password=… -v read_password=… -f deploy/roles.sql
-- The owner migrates. The web role (gunicorn, worker, beat) owns nothing: it cannot switch off a
-- trigger, truncate the audit record or change a table. The read role reads (reports, pg_dump).
\set ON_ERROR_STOP on

CREATE ROLE tizim_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE tizim_web LOGIN PASSWORD :'web_password';
CREATE ROLE tizim_read LOGIN PASSWORD :'read_password';

REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"DBNAME" TO tizim_owner, tizim_web, tizim_read;
GRANT CREATE, TEMPORARY ON DATABASE :"DBNAME" TO tizim_owner;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO tizim_owner;
GRANT USAGE ON SCHEMA public TO tizim_web, tizim_read;

-- Also for every table that a later migration makes.
ALTER DEFAULT PRIVILEGES FOR ROLE tizim_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO tizim_web;
ALTER DEFAULT PRIVILEGES FOR ROLE tizim_owner IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO tizim_web;
ALTER DEFAULT PRIVILEGES FOR ROLE tizim_owner IN SCHEMA public
    GRANT SELECT ON TABLES TO tizim_read;
ALTER DEFAULT PRIVILEGES FOR ROLE tizim_owner IN SCHEMA public
    GRANT SELECT ON SEQUENCES TO tizim_read;

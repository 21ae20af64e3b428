-- A rebuild is of the tables as they were, and so is what it has replaced.
DROP SCHEMA IF EXISTS derived_next CASCADE;
DROP SCHEMA IF EXISTS derived_old CASCADE;

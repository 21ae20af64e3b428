#!/usr/bin/env bash
# Run once by the image, when the database is made
set -euo pipefail
psql --set ON_ERROR_STOP=1 --set owner="$OWNER_PASSWORD" --set reader="$READER_PASSWORD" \
  --username postgres --dbname confnotes --no-psqlrc <<'SQL'
CREATE ROLE confnotes_owner LOGIN PASSWORD :'owner';
CREATE ROLE confnotes_reader LOGIN PASSWORD :'reader';
ALTER DATABASE confnotes OWNER TO confnotes_owner;
SQL

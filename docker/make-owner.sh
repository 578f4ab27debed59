#!/bin/bash
# Run once by the PostgreSQL image on an empty volume: the owner of the tables, who is no superuser, and its database.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --username postgres --dbname postgres \
  --set owner_password="$(cat /run/secrets/owner-password)" <<'SQL'
create role clearlane_owner login createrole nosuperuser nobypassrls password :'owner_password';
create database clearlane owner clearlane_owner;
SQL

#!/bin/sh
# Makes the two databases of a Temporal server and their tables, or brings the tables to the version of the tool: run it
# before the first start, and with the new tool before the first start of a new server. Nothing is deleted.
#
#   POSTGRES_HOST=127.0.0.1 POSTGRES_PASSWORD=... create-tables.sh [PATH OF temporal-sql-tool]
set -eu
tool=${1:-temporal-sql-tool}
export SQL_PASSWORD="${POSTGRES_PASSWORD:?set POSTGRES_PASSWORD to the password of the role temporal}"

for pair in temporal:temporal temporal_visibility:visibility; do
  database=${pair%:*}
  schema=${pair#*:}
  sql() {
    "$tool" --plugin postgres12 --endpoint "${POSTGRES_HOST:-127.0.0.1}" --port "${POSTGRES_PORT:-5432}" \
      --user temporal --database "$database" "$@"
  }
  # Tables are set up in a database that was made just now, and never again: it would forget their version.
  if said=$(sql create-database 2>&1); then
    sql setup-schema --version 0.0
  else
    case $said in
      *"already exists"*) ;;
      *) echo "$said" >&2; exit 1 ;;
    esac
  fi
  sql update-schema --schema-name "postgresql/v12/$schema"
done

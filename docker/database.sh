#!/bin/bash
# A schema for each of the two programs; neither sees the other's. The portal's tables belong to an account of their own: the one
# that the portal works with may read and write rows and define nothing, so that it cannot take from the audit trail.
set -euo pipefail

root() {
    mariadb --user=root --password="$MARIADB_ROOT_PASSWORD"
}

account() {
    local name=$1 schema=$2 privileges=$3 password=${4//\'/\'\'}
    password=${password//\\/\\\\}
    root <<SQL
CREATE DATABASE IF NOT EXISTS \`$schema\` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
CREATE USER IF NOT EXISTS '$name'@'%' IDENTIFIED BY '$password';
GRANT $privileges ON \`$schema\`.* TO '$name'@'%';
SQL
}

account portal_owner portal 'ALL PRIVILEGES' "$PORTAL_DB_OWNER_PASSWORD"
account portal portal 'SELECT, INSERT, UPDATE, DELETE, CREATE TEMPORARY TABLES' "$PORTAL_DB_PASSWORD"
account keycloak keycloak 'ALL PRIVILEGES' "$KEYCLOAK_DB_PASSWORD"

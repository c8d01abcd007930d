#!/bin/bash
# A schema and an account for each of the two programs; neither sees the other's.
set -euo pipefail

schema() {
    local name=$1 password=${2//\'/\'\'}
    password=${password//\\/\\\\}
    mariadb --user=root --password="$MARIADB_ROOT_PASSWORD" <<SQL
CREATE DATABASE IF NOT EXISTS \`$name\` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
CREATE USER IF NOT EXISTS '$name'@'%' IDENTIFIED BY '$password';
GRANT ALL PRIVILEGES ON \`$name\`.* TO '$name'@'%';
SQL
}

schema portal "$PORTAL_DB_PASSWORD"
schema keycloak "$KEYCLOAK_DB_PASSWORD"

# MariaDB, alone on a socket, with its data in the lab.

as_root() {
    mariadb --no-defaults --user=root --socket="$DB_SOCKET" --default-character-set=utf8mb4 "$@"
}

create_datadir() {
    [[ -f $LAB_DIR/data/.complete ]] && return
    rm -rf "$LAB_DIR/data"
    mkdir -p "$LAB_DIR/data"
    [[ -z $OWNER ]] || chown "$OWNER" "$LAB_DIR/data"
    # Its own option for it does not bear a path with blanks.
    TMPDIR=$LAB_DIR/tmp "${AS[@]}" mariadb-install-db --no-defaults --datadir="$LAB_DIR/data" \
        --auth-root-authentication-method=normal --skip-test-db > "$LOG/install-db.log" 2>&1 ||
        die "the database could not be created, see $LOG/install-db.log"
    touch "$LAB_DIR/data/.complete"
}

start_database() {
    running_pid mariadbd mariadbd > /dev/null && return
    end_process mariadbd mariadbd TERM
    create_datadir
    local user=()
    [[ $(id -u) -eq 0 && -z $OWNER ]] && user=(--user=root)
    "${AS[@]}" mariadbd --no-defaults "${user[@]}" --datadir="$LAB_DIR/data" --socket="$DB_SOCKET" \
        --pid-file="$LAB_DIR/run/mariadbd.pid" --tmpdir="$LAB_DIR/tmp" --skip-networking --skip-log-bin \
        --innodb-buffer-pool-size=64M --innodb-log-file-size=16M --innodb-flush-log-at-trx-commit=2 \
        --character-set-server=utf8mb4 --sql-mode=NO_ENGINE_SUBSTITUTION --log-error="$LOG/mariadb.log" \
        < /dev/null > /dev/null 2>&1 &
    disown
    local tries
    for ((tries = 0; tries < 1500; tries++)); do
        as_root --execute='SELECT 1' > /dev/null 2>&1 && running_pid mariadbd mariadbd > /dev/null && return
        sleep 0.02
    done
    die "MariaDB did not start, see $LOG/mariadb.log"
}

stop_database() {
    end_process mariadbd mariadbd TERM
}

grant() {
    cat <<'SQL'
CREATE DATABASE IF NOT EXISTS whmcs CHARACTER SET utf8mb4;
CREATE USER IF NOT EXISTS 'whmcs'@'localhost' IDENTIFIED BY 'whmcs';
GRANT ALL ON whmcs.* TO 'whmcs'@'localhost';
USE whmcs;
SQL
}

# By which a database is known to have the tables of these files.
schema_sum() {
    cat "$LAB_HOME"/sql/schema/*.sql | sha256sum | cut -c 1-16
}

# What modules created goes; the lab's own tables are emptied, or made anew where their files have changed since.
empty() {
    as_root --batch --skip-column-names whmcs <<SQL
SELECT 'SET foreign_key_checks = 0;';
SELECT CONCAT('DROP ', IF(table_type = 'VIEW', 'VIEW', 'TABLE'), ' \`', table_name, '\`;')
FROM information_schema.tables WHERE table_schema = 'whmcs' AND table_name NOT LIKE 'tbl%';
SELECT CONCAT(IF(schema_comment = '$(schema_sum)', 'TRUNCATE', 'DROP TABLE'), ' \`', table_name, '\`;')
FROM information_schema.tables JOIN information_schema.schemata ON schema_name = table_schema
WHERE table_schema = 'whmcs' AND table_name LIKE 'tbl%';
SQL
}

fill_database() {
    grant | as_root
    local emptying
    emptying=$(empty)
    {
        echo "$emptying"
        cat "$LAB_HOME"/sql/schema/*.sql "$LAB_HOME"/sql/seed.sql
        echo "ALTER DATABASE whmcs COMMENT '$(schema_sum)';"
    } | as_root whmcs
}

is_filled() {
    as_root --execute='SELECT 1 FROM whmcs.tbladmins' > /dev/null 2>&1
}

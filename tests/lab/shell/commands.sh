# What `lab` can be asked to do.

lab_help() {
    cat <<'TEXT'
usage: tests/lab/lab up | down | reset | status
       tests/lab/lab switch [NAME VALUE | defaults]
       tests/lab/lab cron [daily]
       tests/lab/lab php ARGUMENTS...
       tests/lab/lab sql ['STATEMENT']     as the database's root; without a statement, reads from standard input
TEXT
}

need_programs() {
    local program
    for program in mariadbd mariadb php "php-fpm$(php_version)" nginx curl setpriv; do
        PATH=$PATH:/usr/sbin command -v "$program" > /dev/null ||
            die "$program is missing; run: tests/lab/install lab"
    done
}

lab_up() {
    PATH=$PATH:/usr/sbin:/sbin
    need_programs
    mkdir -p "$LAB_DIR"
    chmod a+x "$LAB_DIR"
    make_directories
    remember_settings
    write_php_ini
    write_fpm_conf
    write_nginx_conf
    stop_outdated_web
    copy_site
    [[ -f $LOG/escapes.log ]] || clear_logs
    start_database
    is_filled || fill_database
    start_web
    wait_for_answer
    print_addresses
}

print_addresses() {
    cat <<TEXT
The lab is up: a stand-in, not WHMCS.
  Shop      $URL/cart.php              alice@example.test / alice (also bob, carol)
  Clients   $URL/clientarea.php
  Admin     $URL/admin/                admin / admin
  Database  $DB_SOCKET    user whmcs, password whmcs, database whmcs
  Logs      $LOG/escapes.log (must stay empty), php.log, access.log
TEXT
}

lab_down() {
    stop_web
    stop_database
    local sockets=${DB_SOCKET%/*}
    [[ $sockets == "$LAB_DIR/run" || ! -d $sockets ]] || rm -rf "$sockets"
    rm -rf "$LAB_DIR/settings"
}

lab_reset() {
    lab_must_be_up
    choose_user
    copy_site
    fill_database
    rm -f "$LAB_DIR"/sessions/sess_*
    clear_logs
}

lab_must_be_up() {
    running_pid mariadbd mariadbd > /dev/null || die "the lab at $LAB_DIR is not up"
}

lab_status() {
    local ok=0 part
    for part in mariadbd:mariadbd fpm:php-fpm nginx:nginx; do
        if pid=$(running_pid "${part%:*}" "${part#*:}"); then
            echo "${part#*:} runs as $pid"
        else
            echo "${part#*:} does not run"
            ok=1
        fi
    done
    if answers; then
        echo "$URL answers"
    else
        echo "$URL does not answer"
        ok=1
    fi
    return $ok
}

lab_php() {
    choose_user
    export LAB_SITE=$SITE PHP_INI_SCAN_DIR=":$LAB_DIR/php.d"
    exec "${AS[@]}" php "$@"
}

lab_switch() {
    [[ -f $SITE/configuration.php ]] || die "there is no lab at $LAB_DIR yet; run: lab up"
    lab_php "$SITE/includes/lab/cli/switch.php" "$@"
}

lab_cron() {
    lab_must_be_up
    lab_php "$SITE/includes/lab/cli/cron.php" "$@"
}

lab_sql() {
    if (($#)); then
        as_root --table whmcs --execute="$1"
    else
        as_root whmcs
    fi
}

# php-fpm and nginx.

# Of the command line's PHP; Debian names the server process's files after it.
php_version() {
    php -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;'
}

write_php_ini() {
    cat > "$LAB_DIR/php.d/10-lab.ini" <<INI
error_reporting = E_ALL
display_errors = 0
log_errors = 1
error_log = "$LOG/php.log"
session.save_path = "$LAB_DIR/sessions"
sys_temp_dir = "$LAB_DIR/tmp"
upload_tmp_dir = "$LAB_DIR/tmp"
; A module changed by "lab reset" is seen at the next request.
opcache.revalidate_freq = 0
INI
    if [[ -f $LAB_PHP_INI ]]; then
        cp "$LAB_PHP_INI" "$LAB_DIR/php.d/20-asked.ini"
    else
        printf '%s\n' "$LAB_PHP_INI" > "$LAB_DIR/php.d/20-asked.ini"
    fi
    # An empty element means the directory PHP was built with.
    export PHP_INI_SCAN_DIR=":$LAB_DIR/php.d"
}

write_fpm_conf() {
    cat > "$LAB_DIR/fpm.conf" <<CONF
[global]
pid = "$LAB_DIR/run/fpm.pid"
error_log = "$LOG/fpm.log"
daemonize = yes
; Without this php-fpm ends its workers in the middle of a request when it is told to restart.
process_control_timeout = 10
[lab]
${OWNER:+user = ${OWNER%:*}}
${OWNER:+group = ${OWNER#*:}}
listen = "$FPM_SOCKET"
${OWNER:+listen.owner = ${OWNER%:*}}
pm = $LAB_PM
pm.max_children = $LAB_WORKERS
; Held open by every worker, which is how "lab down" knows them.
access.log = "$LOG/fpm.access.log"
access.format = "%t %p %s %{mili}d ms %m %r%Q%q"
catch_workers_output = yes
clear_env = no
request_terminate_timeout = $LAB_REQUEST_TERMINATE_TIMEOUT
CONF
}

write_nginx_conf() {
    local user=''
    if [[ $(id -u) -eq 0 ]]; then
        user="user ${OWNER%:*} ${OWNER#*:};"
        [[ -n $OWNER ]] || user='user root;'
    fi
    sed -e "s|@USER@|$user|; s|@RUN@|$LAB_DIR/run|; s|@LOG@|$LOG|; s|@TEMP@|$LAB_DIR/nginx|" \
        -e "s|@PORT@|$LAB_PORT|; s|@SITE@|$SITE|; s|@FPM@|$FPM_SOCKET|; s|@READ@|$LAB_READ_TIMEOUT|" \
        "$LAB_HOME/shell/nginx.conf" > "$LAB_DIR/nginx.conf"
    [[ -z $OWNER ]] || chown "$OWNER" "$LAB_DIR/nginx"
}

# What the running processes read when they started: the configuration, and which build of each extension.
configuration_sum() {
    local extensions
    mapfile -t extensions < <(sed -n 's/^ *extension *= *"\{0,1\}\(\/[^"]*[^" ]\).*/\1/p' "$LAB_DIR"/php.d/*)
    { cat "$LAB_DIR"/fpm.conf "$LAB_DIR"/nginx.conf "$LAB_DIR"/php.d/*; stat -c '%n %y %s' "${extensions[@]}" || true; } 2>/dev/null | cksum
}

stop_outdated_web() {
    local sum=$LAB_DIR/run/configuration.sum
    [[ $(cat "$sum" 2>/dev/null) == "$(configuration_sum)" ]] || stop_web
    configuration_sum > "$sum"
}

start_web() {
    if ! running_pid fpm php-fpm > /dev/null; then
        end_process fpm php-fpm QUIT
        rm -f "$FPM_SOCKET"
        local version as_root=()
        version=$(php_version)
        [[ $(id -u) -eq 0 && -z $OWNER ]] && as_root=(--allow-to-run-as-root)
        "php-fpm$version" "${as_root[@]}" --fpm-config "$LAB_DIR/fpm.conf" -c "/etc/php/$version/fpm/php.ini" \
            < /dev/null > "$LOG/fpm-start.log" 2>&1 || die "php-fpm did not start: $(tail -n 3 "$LOG/fpm-start.log")"
    fi
    if ! running_pid nginx nginx > /dev/null; then
        end_process nginx nginx QUIT
        nginx -c "$LAB_DIR/nginx.conf" -e "$LOG/nginx.log" < /dev/null 2> "$LOG/nginx-start.log" ||
            die "nginx did not start: $(tail -n 3 "$LOG/nginx-start.log")"
    fi
}

stop_web() {
    end_process nginx nginx QUIT
    end_process fpm php-fpm QUIT
}

answers() {
    [[ $(curl --silent --output /dev/null --max-time 5 --write-out '%{http_code}' "$URL/index.php") == 200 ]]
}

wait_for_answer() {
    local tries
    for ((tries = 0; tries < 250; tries++)); do
        answers && return
        sleep 0.02
    done
    die "no page at $URL, see $LOG/php.log and $LOG/nginx.log"
}

# Where this lab lives and how it was asked to run.
#
# A setting comes from the environment, else from what `up` remembered, else from the default: so a test that only knows
# LAB_DIR reaches the same lab, and a second `up` mends it as it was. `down` forgets.

CHECKOUT=$(cd "$LAB_HOME/../.." && pwd)
LAB_DIR=${LAB_DIR:-$CHECKOUT/target/lab}
[[ $LAB_DIR == /* ]] || LAB_DIR=$PWD/$LAB_DIR
SETTINGS=(LAB_PORT LAB_PHP_INI LAB_WORKERS LAB_PM LAB_MODULES LAB_REQUEST_TERMINATE_TIMEOUT LAB_READ_TIMEOUT)

remembered() {
    [[ -f $LAB_DIR/settings/$1 ]] && cat "$LAB_DIR/settings/$1"
}

setting() {
    local name=$1 default=$2
    [[ -v $name ]] && return
    printf -v "$name" %s "$(remembered "$name" || printf %s "$default")"
}

setting LAB_PORT 18080
setting LAB_PHP_INI ''
setting LAB_WORKERS 4
setting LAB_PM static
setting LAB_MODULES ''
setting LAB_REQUEST_TERMINATE_TIMEOUT 0
setting LAB_READ_TIMEOUT 120

remember_settings() {
    local name
    mkdir -p "$LAB_DIR/settings"
    for name in "${SETTINGS[@]}"; do
        printf %s "${!name}" > "$LAB_DIR/settings/$name"
    done
}

SITE=$LAB_DIR/site
LOG=$LAB_DIR/log
URL=http://127.0.0.1:$LAB_PORT

# A socket's path has at most 107 bytes (unix(7), sun_path); the longest name put there is mariadb.sock.
choose_sockets() {
    local dir=$LAB_DIR/run
    if ((${#dir} > 90)); then
        dir=$(remembered sockets || true)
    fi
    DB_SOCKET=$dir/mariadb.sock
    FPM_SOCKET=$dir/fpm.sock
}
choose_sockets

make_socket_dir() {
    mkdir -p "$LAB_DIR/run" "$LAB_DIR/settings"
    if [[ ! -d ${DB_SOCKET%/*} ]]; then
        mktemp -d /tmp/lab.XXXXXX > "$LAB_DIR/settings/sockets"
        choose_sockets
    fi
}

# Root gives its rights up to `nobody`, as a real host would; unless that user cannot reach the lab at all (a
# checkout below /root): then everything stays with root, which is safe on loopback only.
AS=()
OWNER=''
choose_user() {
    [[ $(id -u) -eq 0 ]] || return 0
    local drop=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
    if "${drop[@]}" test -x "$LAB_DIR"; then
        AS=("${drop[@]}")
        OWNER=nobody:nogroup
    fi
}

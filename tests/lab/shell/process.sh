# Starting from pid files, and ending only what this lab started.

# A pid file may outlive its process and the number may be someone else's by now: the process must be of the right
# kind and hold a file of this lab open.
is_ours() {
    local pid=$1 kind=$2
    [[ $pid =~ ^[0-9]+$ && $(cat "/proc/$pid/comm" 2>/dev/null) == "$kind"* ]] || return 1
    [[ -n $(find "/proc/$pid/fd" -lname "$LAB_DIR/*" -print -quit 2>/dev/null) ]]
}

running_pid() {
    local pid
    pid=$(cat "$LAB_DIR/run/$1.pid" 2>/dev/null) || return 1
    is_ours "$pid" "$2" && echo "$pid"
}

# Children that a killed master left behind; nginx's would keep the port.
orphans() {
    local kind=$1 comm pid
    for comm in /proc/[0-9]*/comm; do
        [[ $(cat "$comm" 2>/dev/null) == "$kind"* ]] || continue
        pid=${comm//[^0-9]/}
        is_ours "$pid" "$kind" && echo "$pid"
    done
    return 0
}

wait_for_end() {
    local pid tries
    for pid in "$@"; do
        for ((tries = 0; tries < 500; tries++)); do
            kill -0 "$pid" 2>/dev/null || break
            # Nothing may reap an orphan here; a zombie counts as ended.
            [[ $(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null) == Z* ]] && break
            sleep 0.02
        done
    done
}

end_process() {
    local name=$1 kind=$2 signal=$3 pid left
    if pid=$(running_pid "$name" "$kind"); then
        kill "-$signal" "$pid" 2>/dev/null || true
        wait_for_end "$pid"
    fi
    mapfile -t left < <(orphans "$kind")
    if ((${#left[@]})); then
        kill -KILL "${left[@]}" 2>/dev/null || true
        wait_for_end "${left[@]}"
    fi
    rm -f "$LAB_DIR/run/$name.pid"
}

die() {
    echo "lab: $*" >&2
    exit 1
}

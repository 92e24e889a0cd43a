#!/bin/sh
# In the place of the Jetpack plugin's partner-cancel.sh, for hosts that call it as "sh partner-cancel.sh".
# The program jetpack-partner is looked for beside this file (links resolved), then in PATH.
self=$(readlink -f "$0") || self=$0
program=$(dirname -- "$self")/jetpack-partner
if [ ! -x "$program" ]; then
    program=$(command -v jetpack-partner) || {
        echo "partner-cancel.sh: the program jetpack-partner is missing: put it beside $self or in a folder of PATH" >&2
        exit 1
    }
fi
exec "$program" cancel "$@"

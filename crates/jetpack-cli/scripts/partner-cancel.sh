#!/bin/sh
# In the place of the Jetpack plugin's partner-cancel.sh, for hosts that call it as "sh partner-cancel.sh".
# The program jetpack-partner is looked for beside this file, then in PATH.
program=$(dirname -- "$0")/jetpack-partner
[ -x "$program" ] || program=jetpack-partner
exec "$program" cancel "$@"

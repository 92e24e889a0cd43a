# The tree that stands for a WHMCS installation: the host's pages, the modules, and a configuration file.

# Copied, not linked: the workers' user may not be able to read the checkout.
copy_modules() {
    local kind source
    for kind in servers addons; do
        mkdir -p "$SITE/modules/$kind"
        for source in "$CHECKOUT/whmcs-module/modules/$kind" ${LAB_MODULES:+"$LAB_MODULES/$kind"}; do
            [[ -d $source ]] && cp -RL "$source/." "$SITE/modules/$kind/"
        done
    done
    return 0
}

# What tests/lab/fetch has brought, if it has: the plain pages do without.
copy_styles() {
    local bootstrap
    for bootstrap in bootstrap3 bootstrap4; do
        local file=$CHECKOUT/target/npm/node_modules/$bootstrap/dist/css/bootstrap.min.css
        [[ ! -f $file ]] || cp "$file" "$SITE/assets/$bootstrap.min.css"
    done
}

copy_site() {
    rm -rf "$SITE"
    mkdir -p "$SITE/includes/lab"
    cp -RL "$LAB_HOME/site/." "$SITE/"
    cp -RL "$LAB_HOME/host/." "$SITE/includes/lab/"
    copy_modules
    copy_styles
    write_configuration
    chmod -R a+rX "$SITE"
}

write_configuration() {
    cat > "$SITE/configuration.php" <<PHP
<?php

\$db_host = 'localhost';
\$db_socket = '$DB_SOCKET';
\$db_username = 'whmcs';
\$db_password = 'whmcs';
\$db_name = 'whmcs';
\$cc_encryption_hash = 'a-key-for-the-lab-only';
\$templates_compiledir = '$LAB_DIR/templates_c';
\$customadminpath = 'admin';
\$lab_dir = '$LAB_DIR';
\$lab_url = '$URL';
PHP
}

make_directories() {
    mkdir -p "$LAB_DIR"/{run,log,tmp,sessions,templates_c,php.d,nginx,switches}
    choose_user
    make_socket_dir
    if [[ -n $OWNER ]]; then
        chown "$OWNER" "$LAB_DIR"/{run,log,tmp,sessions,templates_c,switches} "${DB_SOCKET%/*}"
    fi
    return 0
}

# Emptied in place: running processes keep their log files open.
clear_logs() {
    local file
    for file in escapes.log php.log access.log fpm.access.log; do
        : > "$LOG/$file"
        [[ -z $OWNER ]] || chown "$OWNER" "$LOG/$file"
    done
}

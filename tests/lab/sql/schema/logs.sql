-- Logs, the module queue, mails. Names: contract section 4.6; types are ours (U).

-- Columns: open-source modules and GetActivityLog; `user_id` and `admin_id` (8.0 on) are U.
CREATE TABLE IF NOT EXISTS tblactivitylog (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    date DATETIME NOT NULL,
    description TEXT NOT NULL,
    user TEXT NOT NULL,
    userid INT NOT NULL,
    user_id INT NOT NULL DEFAULT 0,
    admin_id INT NOT NULL DEFAULT 0,
    ipaddr TEXT NOT NULL
) ENGINE=InnoDB;

-- Columns: open-source modules; `arrdata` (the processed answer) is U.
CREATE TABLE IF NOT EXISTS tblmodulelog (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    date DATETIME NOT NULL,
    module TEXT NOT NULL,
    action TEXT NOT NULL,
    request MEDIUMTEXT NOT NULL,
    response MEDIUMTEXT NOT NULL,
    arrdata MEDIUMTEXT NOT NULL
) ENGINE=InnoDB;

-- Columns: an open-source module inserts exactly these; GetModuleQueue names their twins.
CREATE TABLE IF NOT EXISTS tblmodulequeue (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    service_type VARCHAR(20) NOT NULL DEFAULT '',
    service_id INT UNSIGNED NOT NULL DEFAULT 0,
    module_name VARCHAR(64) NOT NULL DEFAULT '',
    module_action VARCHAR(64) NOT NULL DEFAULT '',
    last_attempt DATETIME NOT NULL DEFAULT '0000-00-00 00:00:00',
    last_attempt_error TEXT NOT NULL,
    num_retries SMALLINT UNSIGNED NOT NULL DEFAULT 0,
    completed TINYINT(1) NOT NULL DEFAULT 0,
    created_at DATETIME NULL,
    updated_at DATETIME NULL
) ENGINE=InnoDB;

-- Columns: GetEmails in the developer docs. What would have been sent; the lab sends nothing.
CREATE TABLE IF NOT EXISTS tblemails (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    userid INT NOT NULL,
    subject TEXT NOT NULL,
    message MEDIUMTEXT NOT NULL,
    date DATETIME NOT NULL,
    `to` TEXT NOT NULL
) ENGINE=InnoDB;

-- Columns: general knowledge of public modules (U). Bodies are Smarty (WHMCS documentation, Email Templates).
CREATE TABLE IF NOT EXISTS tblemailtemplates (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    message TEXT NOT NULL,
    attachments TEXT NOT NULL,
    fromname TEXT NOT NULL,
    fromemail TEXT NOT NULL,
    disabled TINYINT(1) NOT NULL,
    custom TINYINT(1) NOT NULL,
    language TEXT NOT NULL,
    copyto TEXT NOT NULL,
    plaintext TINYINT(1) NOT NULL,
    created_at DATETIME NULL,
    updated_at DATETIME NULL
) ENGINE=InnoDB;

-- What TriggerNotificationEvent was given (developer docs); the table is the lab's own.
CREATE TABLE IF NOT EXISTS lab_notifications (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    identifier VARCHAR(255) NOT NULL,
    title TEXT NOT NULL,
    message TEXT NOT NULL,
    url TEXT NOT NULL,
    status VARCHAR(255) NOT NULL
) ENGINE=InnoDB;

-- Staff and clients. Names: contract sections 2.5 and 4.5; types are ours (U).

-- Columns: GetAdminDetails/GetAdminUsers in the developer docs, as far as the lab needs them.
CREATE TABLE IF NOT EXISTS tbladmins (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    uuid VARCHAR(191) NOT NULL,
    roleid INT NOT NULL,
    username TEXT NOT NULL,
    password VARCHAR(255) NOT NULL,
    firstname TEXT NOT NULL,
    lastname TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    disabled TINYINT(1) NOT NULL,
    created_at DATETIME NULL,
    updated_at DATETIME NULL
) ENGINE=InnoDB;

-- Columns: general knowledge of public modules (U).
CREATE TABLE IF NOT EXISTS tbladminroles (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name TEXT NOT NULL
) ENGINE=InnoDB;

-- Columns: AdminClientProfileTabFields in the developer docs. The password lies with the client here; WHMCS 8 keeps
-- it with a user (tblusers), which the lab does not have.
CREATE TABLE IF NOT EXISTS tblclients (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    uuid VARCHAR(191) NOT NULL,
    firstname TEXT NOT NULL,
    lastname TEXT NOT NULL,
    companyname TEXT NOT NULL,
    email TEXT NOT NULL,
    address1 TEXT NOT NULL,
    address2 TEXT NOT NULL,
    city TEXT NOT NULL,
    state TEXT NOT NULL,
    postcode TEXT NOT NULL,
    country TEXT NOT NULL,
    phonenumber TEXT NOT NULL,
    password TEXT NOT NULL,
    currency INT NOT NULL,
    language TEXT NOT NULL,
    status VARCHAR(32) NOT NULL DEFAULT 'Active',
    groupid INT NOT NULL,
    notes TEXT NOT NULL,
    datecreated DATE NOT NULL,
    lastlogin DATETIME NULL,
    created_at DATETIME NULL,
    updated_at DATETIME NULL
) ENGINE=InnoDB;

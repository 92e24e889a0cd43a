-- What is sold. Names: contract sections 4.1 to 4.3 and 4.5; types are ours (U).

-- Columns: contract section 4.2. `slug` came with 8.x.
CREATE TABLE IF NOT EXISTS tblproductgroups (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name TEXT NOT NULL,
    slug VARCHAR(128) NOT NULL,
    headline TEXT NULL,
    tagline TEXT NULL,
    orderfrmtpl TEXT NOT NULL,
    disabledgateways TEXT NOT NULL,
    hidden TINYINT(1) NOT NULL,
    `order` INT NOT NULL,
    created_at DATETIME NULL,
    updated_at DATETIME NULL
) ENGINE=InnoDB;

-- Columns: contract section 4.1. Text columns have no default, so in strict mode an insert that names nine columns
-- fails, and in non-strict mode it works: both are met in the field.
CREATE TABLE IF NOT EXISTS tblproducts (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    type TEXT NOT NULL,
    gid INT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    short_description TEXT NOT NULL,
    tagline TEXT NOT NULL,
    color VARCHAR(16) NOT NULL DEFAULT '',
    hidden TINYINT(1) NOT NULL,
    showdomainoptions TINYINT(1) NOT NULL,
    stockcontrol TINYINT(1) NOT NULL,
    tax TINYINT(1) NOT NULL,
    is_featured TINYINT(1) NOT NULL,
    retired TINYINT(1) NOT NULL,
    proratabilling TINYINT(1) NOT NULL,
    qty INT NOT NULL DEFAULT 0,
    allowqty INT NOT NULL,
    recurringcycles INT NOT NULL,
    autoterminatedays INT NOT NULL,
    proratadate INT NOT NULL,
    proratachargenextmonth INT NOT NULL,
    `order` INT NOT NULL DEFAULT 0,
    paytype TEXT NOT NULL,
    autosetup TEXT NOT NULL,
    servertype TEXT NOT NULL,
    servergroup INT NOT NULL,
    configoption1 TEXT NOT NULL,
    configoption2 TEXT NOT NULL,
    configoption3 TEXT NOT NULL,
    configoption4 TEXT NOT NULL,
    configoption5 TEXT NOT NULL,
    configoption6 TEXT NOT NULL,
    configoption7 TEXT NOT NULL,
    configoption8 TEXT NOT NULL,
    configoption9 TEXT NOT NULL,
    configoption10 TEXT NOT NULL,
    configoption11 TEXT NOT NULL,
    configoption12 TEXT NOT NULL,
    configoption13 TEXT NOT NULL,
    configoption14 TEXT NOT NULL,
    configoption15 TEXT NOT NULL,
    configoption16 TEXT NOT NULL,
    configoption17 TEXT NOT NULL,
    configoption18 TEXT NOT NULL,
    configoption19 TEXT NOT NULL,
    configoption20 TEXT NOT NULL,
    configoption21 TEXT NOT NULL,
    configoption22 TEXT NOT NULL,
    configoption23 TEXT NOT NULL,
    configoption24 TEXT NOT NULL,
    welcomeemail INT NOT NULL DEFAULT 0,
    autoterminateemail INT NOT NULL DEFAULT 0,
    upgradeemail INT NOT NULL DEFAULT 0,
    configoptionsupgrade TEXT NOT NULL,
    billingcycleupgrade TEXT NOT NULL,
    subdomain TEXT NOT NULL,
    freedomain TEXT NOT NULL,
    freedomainpaymentterms TEXT NOT NULL,
    freedomaintlds TEXT NOT NULL,
    overagesenabled VARCHAR(16) NOT NULL,
    overagesdisklimit INT NOT NULL,
    overagesbwlimit INT NOT NULL,
    overagesdiskprice DECIMAL(6,4) NOT NULL,
    overagesbwprice DECIMAL(6,4) NOT NULL,
    affiliateonetime INT NOT NULL,
    affiliatepaytype TEXT NOT NULL,
    affiliatepayamount DECIMAL(10,2) NOT NULL,
    created_at DATETIME NULL,
    updated_at DATETIME NULL
) ENGINE=InnoDB;

-- Table and columns U (contract section 4.2).
CREATE TABLE IF NOT EXISTS tblproducts_slugs (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    product_id INT UNSIGNED NOT NULL,
    group_id INT UNSIGNED NOT NULL,
    group_slug VARCHAR(128) NOT NULL,
    slug VARCHAR(128) NOT NULL,
    active TINYINT(1) NOT NULL DEFAULT 1,
    clicks INT NOT NULL DEFAULT 0,
    created_at DATETIME NULL,
    updated_at DATETIME NULL
) ENGINE=InnoDB;

-- Columns: contract section 4.5; -1.00 disables a cycle.
CREATE TABLE IF NOT EXISTS tblpricing (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    type VARCHAR(32) NOT NULL,
    currency INT NOT NULL,
    relid INT NOT NULL,
    msetupfee DECIMAL(16,2) NOT NULL,
    qsetupfee DECIMAL(16,2) NOT NULL,
    ssetupfee DECIMAL(16,2) NOT NULL,
    asetupfee DECIMAL(16,2) NOT NULL,
    bsetupfee DECIMAL(16,2) NOT NULL,
    tsetupfee DECIMAL(16,2) NOT NULL,
    monthly DECIMAL(16,2) NOT NULL,
    quarterly DECIMAL(16,2) NOT NULL,
    semiannually DECIMAL(16,2) NOT NULL,
    annually DECIMAL(16,2) NOT NULL,
    biennially DECIMAL(16,2) NOT NULL,
    triennially DECIMAL(16,2) NOT NULL
) ENGINE=InnoDB;

-- Columns: contract section 4.3. The four flags hold 'on' or ''.
CREATE TABLE IF NOT EXISTS tblcustomfields (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    type VARCHAR(32) NOT NULL,
    relid INT NOT NULL DEFAULT 0,
    fieldname TEXT NOT NULL,
    fieldtype TEXT NOT NULL,
    description TEXT NOT NULL,
    fieldoptions TEXT NOT NULL,
    regexpr TEXT NOT NULL,
    adminonly TEXT NOT NULL,
    required TEXT NOT NULL,
    showorder TEXT NOT NULL,
    showinvoice TEXT NOT NULL,
    sortorder INT NOT NULL DEFAULT 0,
    created_at DATETIME NULL,
    updated_at DATETIME NULL
) ENGINE=InnoDB;

-- Columns: contract section 4.3. (fieldid, relid) is not unique there, so not here.
CREATE TABLE IF NOT EXISTS tblcustomfieldsvalues (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    fieldid INT NOT NULL,
    relid INT NOT NULL,
    value TEXT NOT NULL,
    created_at DATETIME NULL,
    updated_at DATETIME NULL,
    KEY fieldid (fieldid, relid)
) ENGINE=InnoDB;

-- Columns: contract section 1.9. Module settings of product addons: entity_type `addon`, entity_id of tbladdons.
CREATE TABLE IF NOT EXISTS tblmodule_configuration (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    entity_type VARCHAR(32) NOT NULL,
    entity_id INT NOT NULL,
    setting_name VARCHAR(64) NOT NULL,
    friendly_name VARCHAR(191) NOT NULL,
    value TEXT NOT NULL,
    created_at DATETIME NULL,
    updated_at DATETIME NULL
) ENGINE=InnoDB;

-- Columns: contract section 4.4; `allowqty`, `retired`, `server_group_id`, `autolinkby`: O, public modules that make product
-- addons fill them. What a service's product addon is a copy of; `packages` is a comma list of products.
CREATE TABLE IF NOT EXISTS tbladdons (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    packages TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    billingcycle TEXT NOT NULL,
    allowqty TINYINT(1) NOT NULL,
    tax TINYINT(1) NOT NULL,
    showorder TINYINT(1) NOT NULL,
    hidden TINYINT(1) NOT NULL,
    retired TINYINT(1) NOT NULL,
    downloads TEXT NOT NULL,
    autoactivate TEXT NOT NULL,
    suspendproduct TINYINT(1) NOT NULL,
    welcomeemail INT NOT NULL,
    type TEXT NOT NULL,
    module VARCHAR(64) NOT NULL DEFAULT '',
    server_group_id INT NOT NULL,
    autolinkby TEXT NOT NULL,
    weight INT NOT NULL DEFAULT 0,
    created_at DATETIME NULL,
    updated_at DATETIME NULL
) ENGINE=InnoDB;

-- The table is documented (contract, section 11), its columns are U. Which products a service of one can be changed into.
CREATE TABLE IF NOT EXISTS tblproduct_upgrade_products (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    product_id INT UNSIGNED NOT NULL,
    upgrade_product_id INT UNSIGNED NOT NULL,
    KEY product_id (product_id)
) ENGINE=InnoDB;

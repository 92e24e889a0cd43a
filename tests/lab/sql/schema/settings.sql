-- Settings. Names: contract section 2.4 and 4.6; types are ours (U).

-- Columns: class docs (Config/Setting) and open-source modules (timestamps).
CREATE TABLE IF NOT EXISTS tblconfiguration (
    setting VARCHAR(191) NOT NULL,
    value TEXT NOT NULL,
    created_at DATETIME NULL,
    updated_at DATETIME NULL,
    UNIQUE KEY setting (setting)
) ENGINE=InnoDB;

-- Columns: open-source modules and class docs (Module/Addon/Setting); no timestamps. Rows `version` and `access` are U.
CREATE TABLE IF NOT EXISTS tbladdonmodules (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    module VARCHAR(191) NOT NULL,
    setting VARCHAR(191) NOT NULL,
    value TEXT NOT NULL
) ENGINE=InnoDB;

-- Columns: open-source modules that read the list of gateways; `order` U.
CREATE TABLE IF NOT EXISTS tblpaymentgateways (
    gateway VARCHAR(64) NOT NULL,
    setting VARCHAR(64) NOT NULL,
    value TEXT NOT NULL,
    `order` INT NOT NULL
) ENGINE=InnoDB;

-- Columns: contract section 4.5.
CREATE TABLE IF NOT EXISTS tblcurrencies (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    code TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    format INT NOT NULL,
    rate DECIMAL(10,5) NOT NULL DEFAULT 1.00000,
    `default` INT NOT NULL
) ENGINE=InnoDB;

-- What clients have. Names: contract section 4.4; types are ours (U).

-- Columns: open-source modules' full lists, GetClientsProducts and UsageUpdate in the developer docs. Dates of zeros
-- are real data there (GetClientsProducts sample), so they are the defaults here.
CREATE TABLE IF NOT EXISTS tblhosting (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    userid INT NOT NULL,
    orderid INT NOT NULL,
    packageid INT NOT NULL,
    server INT NOT NULL,
    regdate DATE NOT NULL,
    domain TEXT NOT NULL,
    paymentmethod TEXT NOT NULL,
    qty INT NOT NULL DEFAULT 1,
    firstpaymentamount DECIMAL(16,2) NOT NULL DEFAULT 0.00,
    amount DECIMAL(16,2) NOT NULL DEFAULT 0.00,
    billingcycle TEXT NOT NULL,
    nextduedate DATE NULL DEFAULT '0000-00-00',
    nextinvoicedate DATE NULL DEFAULT '0000-00-00',
    termination_date DATE NOT NULL DEFAULT '0000-00-00',
    completed_date DATE NOT NULL DEFAULT '0000-00-00',
    domainstatus VARCHAR(32) NOT NULL DEFAULT 'Pending',
    username TEXT NOT NULL,
    password TEXT NOT NULL,
    notes TEXT NOT NULL,
    subscriptionid TEXT NOT NULL,
    promoid INT NOT NULL,
    suspendreason TEXT NOT NULL,
    overideautosuspend INT NOT NULL,
    overidesuspenduntil DATE NOT NULL DEFAULT '0000-00-00',
    dedicatedip TEXT NOT NULL,
    assignedips TEXT NOT NULL,
    ns1 TEXT NOT NULL,
    ns2 TEXT NOT NULL,
    diskusage INT NOT NULL DEFAULT 0,
    disklimit INT NOT NULL DEFAULT 0,
    bwusage INT NOT NULL DEFAULT 0,
    bwlimit INT NOT NULL DEFAULT 0,
    lastupdate DATETIME NOT NULL DEFAULT '0000-00-00 00:00:00',
    created_at DATETIME NULL,
    updated_at DATETIME NULL,
    KEY userid (userid)
) ENGINE=InnoDB;

-- Columns: contract section 4.4. `hostingid` is the parent in tblhosting, `addonid` what it is in tbladdons.
CREATE TABLE IF NOT EXISTS tblhostingaddons (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    orderid INT NOT NULL,
    hostingid INT NOT NULL,
    addonid INT NOT NULL,
    userid INT NOT NULL,
    server INT NOT NULL,
    name TEXT NOT NULL,
    qty INT NOT NULL DEFAULT 1,
    setupfee DECIMAL(16,2) NOT NULL DEFAULT 0.00,
    recurring DECIMAL(16,2) NOT NULL DEFAULT 0.00,
    billingcycle TEXT NOT NULL,
    tax TEXT NOT NULL,
    status VARCHAR(32) NOT NULL DEFAULT 'Pending',
    regdate DATE NOT NULL DEFAULT '0000-00-00',
    nextduedate DATE NULL DEFAULT '0000-00-00',
    nextinvoicedate DATE NULL DEFAULT '0000-00-00',
    termination_date DATE NOT NULL DEFAULT '0000-00-00',
    paymentmethod TEXT NOT NULL,
    notes TEXT NOT NULL,
    created_at DATETIME NULL,
    updated_at DATETIME NULL
) ENGINE=InnoDB;

-- Columns: observed in open-source modules; types are ours (U). `type` is Immediate or End of Billing Period.
CREATE TABLE IF NOT EXISTS tblcancelrequests (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    date DATETIME NOT NULL,
    relid INT NOT NULL,
    reason TEXT NOT NULL,
    type TEXT NOT NULL,
    created_at DATETIME NULL,
    updated_at DATETIME NULL
) ENGINE=InnoDB;

-- Columns: contract section 4.4. Always empty: the lab has no servers.
CREATE TABLE IF NOT EXISTS tblservers (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name TEXT NOT NULL,
    ipaddress TEXT NOT NULL,
    hostname TEXT NOT NULL,
    type TEXT NOT NULL,
    username TEXT NOT NULL,
    password TEXT NOT NULL,
    accesshash TEXT NOT NULL,
    secure TEXT NOT NULL,
    port INT NULL,
    active INT NOT NULL,
    disabled INT NOT NULL
) ENGINE=InnoDB;

-- Orders and invoices. Names: contract section 4.5; types are ours (U).

-- Columns: open-source modules and GetOrders in the developer docs.
CREATE TABLE IF NOT EXISTS tblorders (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ordernum BIGINT NOT NULL,
    userid INT NOT NULL,
    contactid INT NOT NULL,
    date DATETIME NOT NULL,
    promocode TEXT NOT NULL,
    amount DECIMAL(16,2) NOT NULL,
    paymentmethod TEXT NOT NULL,
    invoiceid INT NOT NULL DEFAULT 0,
    status TEXT NOT NULL,
    ipaddress TEXT NOT NULL,
    fraudmodule TEXT NOT NULL,
    fraudoutput TEXT NOT NULL,
    notes TEXT NOT NULL
) ENGINE=InnoDB;

-- Columns: GetInvoice in the developer docs, as far as the lab needs them.
CREATE TABLE IF NOT EXISTS tblinvoices (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    userid INT NOT NULL,
    date DATE NULL,
    duedate DATE NULL,
    datepaid DATETIME NOT NULL DEFAULT '0000-00-00 00:00:00',
    subtotal DECIMAL(16,2) NOT NULL,
    total DECIMAL(16,2) NOT NULL,
    status TEXT NOT NULL,
    paymentmethod TEXT NOT NULL,
    notes TEXT NOT NULL,
    created_at DATETIME NULL,
    updated_at DATETIME NULL
) ENGINE=InnoDB;

-- Columns: GetInvoice in the developer docs.
CREATE TABLE IF NOT EXISTS tblinvoiceitems (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    invoiceid INT NOT NULL,
    userid INT NOT NULL,
    type VARCHAR(30) NOT NULL,
    relid INT NOT NULL,
    description TEXT NOT NULL,
    amount DECIMAL(16,2) NOT NULL
) ENGINE=InnoDB;

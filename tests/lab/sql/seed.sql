-- What every test starts from. No product group, no product, no active addon.

INSERT INTO tblconfiguration (setting, value, created_at, updated_at) VALUES
    ('CompanyName', 'Lab Hosting', NOW(), NOW()),
    ('Email', 'staff@example.test', NOW(), NOW()),
    ('Version', '8.13.0-release.1', NOW(), NOW()),
    ('Language', 'english', NOW(), NOW()),
    ('Template', 'lab', NOW(), NOW()),
    ('ModuleDebugMode', 'on', NOW(), NOW()),
    ('ModuleHooks', '', NOW(), NOW()),
    ('ActiveAddonModules', '', NOW(), NOW()),
    ('AddonModulesHooks', '', NOW(), NOW()),
    ('AddonModulesPerms', 'a:0:{}', NOW(), NOW());

INSERT INTO tbladminroles (id, name) VALUES (1, 'Full Administrator'), (2, 'Sales Operator'), (3, 'Support Operator');

-- The passwords are bcrypt of the login's first name. "sally" is staff without full rights.
INSERT INTO tbladmins (id, uuid, roleid, username, password, firstname, lastname, email, language, disabled, created_at, updated_at) VALUES
    (1, 'c0000000-0000-4000-8000-000000000001', 1, 'admin', '$2y$05$OMiILweNHeJvguKNkoJUdOiiiAtc1ZRcFBlxOEKvqqB24/yuEpjvu', 'Ada', 'Admin', 'staff@example.test', 'english', 0, NOW(), NOW()),
    (2, 'c0000000-0000-4000-8000-000000000002', 2, 'sally', '$2y$05$XmqrdWMoIYPacU9qg5l7HuS5cQFwuGs1xkJdANMcKpqPoXb1n5nda', 'Sally', 'Sales', 'sally@example.test', 'english', 0, NOW(), NOW());

-- A last login of zeros is what real tables hold for someone who never came (contract, section 4).
INSERT INTO tblclients (id, uuid, firstname, lastname, companyname, email, address1, address2, city, state, postcode, country,
    phonenumber, password, currency, language, status, groupid, notes, datecreated, lastlogin, created_at, updated_at) VALUES
    (1, 'a0000000-0000-4000-8000-000000000001', 'Alice', 'Archer', 'Archer & Daughters', 'alice@example.test', '1 First Street', '', 'Springfield', 'IL', '62701', 'US',
        '+1.2175550101', '$2y$05$I6OKhLea7MDHdunsWnw3xuxnKFokE1fM0.te/I4/ASZWOlVMnOIlC', 1, '', 'Active', 0, '', '2024-01-01', '0000-00-00 00:00:00', NOW(), NOW()),
    (2, 'a0000000-0000-4000-8000-000000000002', 'Bob', 'O''Brien', '', 'bob@example.test', '2 Second Street', '', 'Dublin', 'Leinster', 'D01', 'IE',
        '+353.15550102', '$2y$05$Iwgejh4Pf.ou9YNi7Yq9kemCARdivDygl05qaEDApI0HVou1NrfTS', 1, '', 'Active', 0, '', '2024-02-02', '0000-00-00 00:00:00', NOW(), NOW()),
    (3, 'a0000000-0000-4000-8000-000000000003', 'Carol', 'Çelik', '', 'carol@example.test', '3 Third Street', '', 'Izmir', 'Izmir', '35000', 'TR',
        '+90.2325550103', '$2y$05$F.PNiRPBHMBThtvp/tDMsOxst2prbzpFgjQdFZiEAUCO1yjbOSp2u', 1, '', 'Active', 0, '', '2024-03-03', '0000-00-00 00:00:00', NOW(), NOW());

INSERT INTO tblcurrencies (id, code, prefix, suffix, format, rate, `default`) VALUES (1, 'USD', '$', ' USD', 1, 1.00000, 1);

INSERT INTO tblpaymentgateways (gateway, setting, value, `order`) VALUES
    ('mailin', 'name', 'Mail In Payment', 1), ('mailin', 'type', 'Invoices', 0), ('mailin', 'visible', 'on', 0);

-- Templates of three types; what `relid` counts depends on the type. {foreach} over the custom fields, so that every field's value
-- can be found in a mail whatever the field is called.
INSERT INTO tblemailtemplates (id, type, name, subject, message, attachments, fromname, fromemail, disabled, custom, language, copyto,
    plaintext, created_at, updated_at) VALUES
    (1, 'product', 'Other Product/Service Welcome Email', 'Your new {$service_product_name}',
'Dear {$client_first_name},

your order of {$service_product_name} for {$service_domain} is ready.

{foreach $service_custom_fields_by_name as $name => $value}{$name}: {$value}
{/foreach}
{$company_name}
', '', '', '', 0, 0, '', '', 1, NOW(), NOW()),
    (2, 'general', 'Order Confirmation', 'Order {$order_number}', 'Dear {$client_first_name}, we have your order {$order_number}.',
        '', '', '', 0, 0, '', '', 1, NOW(), NOW()),
    (3, 'invoice', 'Invoice Created', 'Invoice {$invoice_num}', 'Dear {$client_first_name}, invoice {$invoice_num} is due.',
        '', '', '', 0, 0, '', '', 1, NOW(), NOW()),
    (4, 'invoice', 'Invoice Payment Confirmation', 'Invoice {$invoice_num} paid', 'Dear {$client_first_name}, thank you.',
        '', '', '', 0, 0, '', '', 1, NOW(), NOW());

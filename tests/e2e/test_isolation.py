"""Only one service's rows, and one live plan per site (architecture.md, promises 2 and 7)."""

import pytest

SITE = "https://shop.example.test"
OTHER = "https://other.example.test"
PRESS_CREATE = """
require getenv('LAB_SITE') . '/init.php';
echo localAPI('ModuleCreate', ['serviceid' => (int) $argv[1]])['result'];
"""


@pytest.fixture
def shop(manual_shop):
    return manual_shop


def rows_of(database, service):
    """A checksum for each table that holds something of a service or of its client."""
    conditions = {
        "tblclients": ("id", service.client),
        "tblhosting": ("id", service.id),
        "tblcustomfieldsvalues": ("relid", service.id),
        "tblactivitylog": ("userid", service.client),
        "tblemails": ("userid", service.client),
        "tblorders": ("userid", service.client),
        "tblinvoices": ("userid", service.client),
        "mod_jetpack_services": ("service_id", service.id),
        "mod_jetpack_journal": ("service_id", service.id),
    }
    return {table: database.checksum(table, f"`{column}` = %s", value) for table, (column, value) in conditions.items()}


@pytest.mark.parametrize("rows", ["on", "off"])
def test_provisioning_one_client_leaves_every_row_of_the_other(shop, admin, lab, database, rows):
    lab.switch("create_row_for_empty_custom_field", rows)
    alice, bob = shop.order(SITE, "alice"), shop.order(OTHER, "bob")
    assert (database.details(bob) is None) == (rows == "off")
    assert admin.create(bob).ok
    before = rows_of(database, bob)

    assert admin.create(alice).ok
    assert rows_of(database, bob) == before
    assert admin.terminate(alice).ok
    assert rows_of(database, bob) == before


def test_a_value_row_that_does_not_exist_is_made(shop, admin, lab, sandbox, database):
    lab.switch("create_row_for_empty_custom_field", "off")
    service = shop.order(SITE)
    assert database.details(service) is None

    assert admin.create(service).ok
    assert database.details(service).startswith("URL to Activate Jetpack: ")
    assert len(database.rows("SELECT * FROM tblcustomfieldsvalues WHERE value LIKE 'URL%'")) == 1


@pytest.mark.parametrize(
    "same",
    [SITE, "http://shop.example.test", "https://SHOP.Example.Test", SITE + "/", "shop.example.test", SITE + ":443"],
)
def test_a_second_client_cannot_have_the_same_site(shop, admin, sandbox, database, same):
    first, second = shop.order(SITE, "alice"), shop.order(same, "bob")
    assert admin.create(first).ok
    asked = len(sandbox.requests())
    banner = admin.create(second)

    assert banner.kind == "error"
    assert "JETPACK MODULE: The site" in banner.text and f"service #{first.id} of client #1" in banner.text
    assert len(sandbox.requests()) == asked
    assert database.status(second) == "Pending"
    assert "has been informed" in database.details(second)


@pytest.mark.parametrize(
    "same", ["/%62log~1", "/blog%7E1", "/blog%7e1", "/./blog~1", "/x/../blog~1", "//blog~1/"], ids=str
)
def test_an_encoded_spelling_of_a_path_is_the_same_site(shop, admin, sandbox, same):
    first, second = shop.order(SITE + "/blog~1", "alice"), shop.order(SITE + same, "bob")
    assert admin.create(first).ok
    asked = len(sandbox.requests())

    assert f"service #{first.id} of client #1" in admin.create(second).text
    assert admin.terminate(second).ok
    assert len(sandbox.requests()) == asked
    assert len(sandbox.live(SITE + "/blog~1")) == 1


def test_another_folder_of_the_host_is_another_site(shop, admin, sandbox):
    for site, client in [(SITE, "alice"), (SITE + "/blog", "bob"), ("https://www.shop.example.test", "carol")]:
        assert admin.create(shop.order(site, client)).ok
        assert sandbox.live(site) == [("personal", "pending")]


def test_terminating_frees_the_site_for_another_client(shop, admin, sandbox):
    first, second = shop.order(SITE, "alice"), shop.order(SITE, "bob")
    assert admin.create(first).ok
    assert not admin.create(second).ok
    assert admin.terminate(first).ok

    assert admin.create(second).ok
    assert not admin.create(first).ok
    assert sandbox.provisions(SITE) == 2
    assert len(sandbox.live(SITE)) == 1


def test_a_terminated_service_terminates_again_when_its_site_was_sold_anew(shop, admin, sandbox):
    alice, bob = shop.order(SITE, "alice"), shop.order(SITE, "bob")
    assert admin.create(alice).ok and admin.terminate(alice).ok
    assert admin.create(bob).ok

    assert admin.terminate(alice).ok
    assert len(sandbox.live(SITE)) == 1


def test_a_refused_order_terminates_without_touching_the_holders_plan(shop, admin, sandbox):
    first, second = shop.order(SITE, "alice"), shop.order(SITE, "bob")
    admin.create(first)
    admin.create(second)

    assert admin.terminate(second).ok

    assert sandbox.live(SITE) == [("personal", "pending")]
    assert sandbox.cancels(SITE) == 0


def test_an_order_that_was_never_created_does_not_terminate_the_holders_plan(shop, admin, sandbox):
    first, second = shop.order(SITE, "alice"), shop.order(SITE, "bob")
    admin.create(first)
    banner = admin.terminate(second)

    assert "already has a Jetpack plan" in banner.text
    assert sandbox.live(SITE) == [("personal", "pending")]


def test_a_site_that_was_edited_since_is_not_the_one_that_is_terminated(shop, admin, sandbox):
    mine, bobs = shop.order(SITE, "alice"), shop.order(OTHER, "bob")
    admin.create(mine)
    admin.create(bobs)
    admin.edit_service(mine, {"Site URL": OTHER})

    banner = admin.create(mine)
    assert not banner.ok and SITE in banner.text and OTHER in banner.text
    assert sandbox.provisions(OTHER) == 1
    assert admin.terminate(mine).ok
    assert sandbox.plans(SITE) == [("personal", "cancelled")]
    assert sandbox.live(OTHER) == [("personal", "pending")]


def test_a_corrected_site_counts_after_a_refusal(shop, admin, sandbox):
    service = shop.order("https://nojetpack.example.test")
    assert not admin.create(service).ok
    admin.edit_service(service, {"Site URL": SITE})

    assert admin.create(service).ok
    assert sandbox.live(SITE) == [("personal", "pending")]


def test_a_service_that_moved_to_another_client_takes_its_record_along(shop, admin, lab, sandbox, database):
    mine, bobs = shop.order(SITE, "alice"), shop.order(SITE, "bob")
    assert admin.create(mine).ok
    lab.sql(f"UPDATE whmcs.tblhosting SET userid = 3 WHERE id = {mine.id}")

    assert lab.php("-r", PRESS_CREATE, "--", str(mine.id)).stdout == "success"
    assert database.ledger(mine)["client_id"] == 3
    assert f"service #{mine.id} of client #3" in admin.create(bobs).text
    assert sandbox.provisions(SITE) == 1

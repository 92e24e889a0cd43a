"""What the cart says before a plan is sold, also of products that have no regular expression."""

import pytest


@pytest.fixture
def old_shop(shop, lab):
    lab.sql("UPDATE tblcustomfields SET regexpr = ''")
    return shop


def submit(shop, address):
    page = shop.shopper().browser.open(f"cart.php?a=add&pid={shop.products['personal']}")
    return page.press("Continue", {"Site URL": address, "Local User": "admin"}).text()


@pytest.mark.parametrize("address", ["my site", "https://192.168.0.1", "https://user:hush@example.com", "https://example.com/?p=1"])
def test_a_bad_address_is_refused_in_plain_words(old_shop, database, address):
    assert "Please enter the address of your WordPress site" in submit(old_shop, address)
    assert database.value("SELECT count(*) FROM tblorders") == 0


def test_a_good_one_passes_and_so_does_one_that_another_client_has(old_shop):
    old_shop.order("https://shop.example.test", "bob")
    assert "Please enter" not in submit(old_shop, "https://shop.example.test")


def test_other_products_are_left_alone(old_shop, lab):
    lab.sql("UPDATE tblproducts SET servertype = 'autorelease' WHERE configoption3 = 'personal'")
    assert "Please enter" not in submit(old_shop, "my site")


def test_without_the_extension_the_cart_works(old_shop, lab, ini):
    lab.up("")
    try:
        assert "Please enter" not in submit(old_shop, "my site")
    finally:
        lab.up(ini)

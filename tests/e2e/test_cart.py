"""What the cart says before a plan is sold, also of products that have no regular expression."""

import pytest


@pytest.fixture
def old_shop(shop, lab):
    lab.sql("UPDATE tblcustomfields SET regexpr = ''")
    return shop


def submit(shop, address, user="admin"):
    page = shop.shopper().browser.open(f"cart.php?a=add&pid={shop.products['personal']}")
    return page.press("Continue", {"Site URL": address, "Local User": user}).text()


@pytest.mark.parametrize("address", ["my site", "https://192.168.0.1", "https://user:hush@example.com", "https://example.com/?p=1"])
def test_a_bad_address_is_refused_in_plain_words(old_shop, database, address):
    assert "Please enter the address of your WordPress site" in submit(old_shop, address)
    assert database.value("SELECT count(*) FROM tblorders") == 0


def test_a_good_one_passes_and_so_does_one_that_another_client_has(old_shop):
    old_shop.order("https://shop.example.test", "bob")
    assert "Please enter" not in submit(old_shop, "https://shop.example.test")


@pytest.mark.parametrize("user", ["https://example.com/wp-admin", "me, you", "<b>me</b>", "a" * 101])
def test_what_certainly_is_no_user_is_refused_in_plain_words(old_shop, database, user):
    said = submit(old_shop, "https://shop.example.test", user)
    assert "Please enter the user name or the e-mail address" in said and "Please enter the address" not in said
    assert database.value("SELECT count(*) FROM tblorders") == 0


@pytest.mark.parametrize("user", ["John Smith", "o'neil@example.com", "jürgen", "12"])
def test_what_may_be_one_passes(old_shop, user):
    assert "Please enter" not in submit(old_shop, "https://shop.example.test", user)


def test_both_are_said_at_once_in_the_language_of_the_page(old_shop, lab):
    both = submit(old_shop, "my site", "https://example.com")
    assert "Please enter the address of your WordPress site" in both and "Please enter the user name" in both


def test_other_products_are_left_alone(old_shop, lab):
    lab.sql("UPDATE tblproducts SET servertype = 'autorelease' WHERE configoption3 = 'personal'")
    assert "Please enter" not in submit(old_shop, "my site")


def test_without_the_extension_the_cart_works(old_shop, lab, ini):
    lab.up("")
    try:
        assert "Please enter" not in submit(old_shop, "my site")
    finally:
        lab.up(ini)

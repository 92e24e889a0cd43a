"""The last page of an order, and orders of several products."""

SITE = "https://shop.example.test"
CONNECTED = "https://connected.example.test"


def place(shop, lines, name="alice"):
    """Orders products, each with what is filled in; gives the last page."""
    browser = shop.shopper(name).browser
    for plan, values in lines:
        page = browser.open(f"cart.php?a=add&pid={shop.products[plan]}").press("Continue", values)
        assert "a=view" in page.address, page.text()
    return browser.open("cart.php?a=checkout").press("Complete Order", {"paymentmethod": "mailin"})


def panels(page):
    return [panel.get_text(" ", strip=True) for panel in page.soup.select(".jetpack-panel")]


def test_it_shows_the_next_step_of_each_service_of_the_order(shop, database):
    shop.sell("premium", "order")
    shop.order("https://unresolved.example.test")
    page = place(
        shop,
        [("personal", {"Site URL": SITE, "Local User": "admin"}), ("premium", {"Site URL": CONNECTED, "Local User": "admin"})],
    )
    first, second = panels(page)
    assert f"connect {SITE} with WordPress.com" in first and "Please do this until 20" in first
    assert f"Jetpack is active on {CONNECTED}" in second
    link = database.value("SELECT next_url FROM mod_jetpack_services WHERE site = %s", SITE)
    assert [button["href"] for button in page.soup.select(".jetpack-panel a.btn")] == [link, f"{CONNECTED}/wp-admin/"]


def test_nothing_is_shown_before_there_is_a_plan(manual_shop):
    assert panels(place(manual_shop, [("personal", {"Site URL": SITE, "Local User": "admin"})])) == []


def test_an_order_that_is_another_clients_shows_nothing(shop, lab, database):
    service = shop.order(SITE, "bob")
    order = str(database.value("SELECT orderid FROM tblhosting WHERE id = %s", service.id))
    code = (
        "require getenv('LAB_SITE') . '/init.php'; $_SESSION['uid'] = (int) $argv[2];"
        "echo json_encode(run_hook('ShoppingCartCheckoutCompletePage', ['orderid' => (int) $argv[1],"
        " 'clientdetails' => ['userid' => (int) $argv[3]]]));"
    )
    ask = lambda uid, client: lab.php("-r", code, "--", order, str(uid), str(client)).stdout
    assert SITE.replace("/", "\\/") in ask(2, 2)
    assert "example" not in ask(1, 1) and "example" not in ask(1, 2)


def test_what_is_stored_is_no_markup_there(shop, lab):
    service = shop.order(SITE)
    lab.sql("UPDATE mod_jetpack_services SET next_url = 'https://x.example/\"><script>alert(1)</script>'")
    page = shop.shopper().browser.open("cart.php?a=complete")
    assert page.soup.select_one(".jetpack-panel a") is not None
    assert page.soup.select_one(".jetpack-panel script") is None and "<script>alert(1)" not in page.html


def test_of_several_products_one_is_for_the_domain_of_its_line(shop, lab, sandbox, database):
    """As in a bundle with hosting: the field is left blank, the domain takes its place."""
    lab.sql(f"UPDATE tblproducts SET showdomainoptions = 1 WHERE id = {shop.products['premium']}")
    lab.sql(
        "UPDATE tblcustomfields SET required = '', regexpr = '' WHERE fieldname = 'Site URL'"
        f" AND relid = {shop.products['premium']}"
    )
    shop.sell("premium", "order")
    page = place(
        shop,
        [
            ("personal", {"Site URL": SITE, "Local User": "admin"}),
            ("premium", {"domain": "connected.example.test", "Site URL": "", "Local User": "admin"}),
        ],
    )
    assert sandbox.live(SITE) == [("personal", "pending")]
    assert sandbox.live(CONNECTED) == [("premium", "active")]
    assert len(panels(page)) == 2
    assert database.column("SELECT domainstatus FROM tblhosting ORDER BY id") == ["Active", "Active"]


def test_two_lines_for_one_site_sell_one_plan(shop, sandbox, database):
    line = ("personal", {"Site URL": CONNECTED, "Local User": "admin"})
    page = place(shop, [line, line])
    assert sandbox.provisions(CONNECTED) == 1
    assert database.column("SELECT domainstatus FROM tblhosting ORDER BY id") == ["Active", "Pending"]
    assert "active" in panels(page)[0]

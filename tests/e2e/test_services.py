"""The addon's list of services: found by site, client, number, state, product and key, page by page, each with its journal."""

import csv
import io

import pytest

from host.admin import Admin

SITE = "https://connected.example.test"


@pytest.fixture
def admin(manual_shop):
    return manual_shop.admin


@pytest.fixture
def service(manual_shop, admin):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    return service


def found(admin, **search):
    """The sites in the list."""
    query = "".join(f"&{name}={value}" for name, value in search.items())
    page = admin.open(f"addonmodules.php?module=jetpack&tab=services{query}")
    assert page.status == 200
    return [row.a.get_text(strip=True) for row in page.soup.select("#jetpack-services tr[id]")]


def fill(lab, database, count):
    """Copies of the one row."""
    lab.sql(
        "INSERT INTO mod_jetpack_services (service_type, service_id, client_id, state, site, plan, partner_id, created_at, updated_at)"
        f" SELECT service_type, 1000 + seq, client_id, state, concat('https://site', seq, '.example.test'), plan, partner_id,"
        f" created_at, updated_at FROM mod_jetpack_services, seq_1_to_{count} WHERE service_id = 1"
    )


def test_without_any_service_the_list_says_how_one_comes_about(admin):
    page = admin.addon_page("services")
    assert "press Create on a client's service" in page.text("#jetpack-nothing")


def test_a_service_is_found_by_what_is_known_of_it(service, manual_shop, admin, sandbox):
    admin.edit_product(manual_shop.products["premium"], {"pricing[monthly]": "9.00", "Hidden": None})
    other = manual_shop.order("https://shop.example.test", "bob", "premium")
    assert admin.create(other).ok
    both = ["https://shop.example.test", SITE]
    assert found(admin) == both and found(admin, sort="oldest") == both[::-1]
    for search, sites in [
        ({"q": "CONNECTED.example"}, [SITE]),
        ({"q": f"%23{service.id}"}, [SITE]),
        ({"q": "bob%40example"}, both[:1]),
        ({"q": "%25"}, []),
        ({"q": "example.test", "state": "active"}, [SITE]),
        ({"state": "pending"}, both[:1]),
        ({"state": "differs"}, []),
        ({"state": "ended"}, []),
        ({"product": manual_shop.products["premium"]}, both[:1]),
        ({"key": "sandbox-partner"}, both),
        ({"key": "another"}, []),
        ({"q": "x' OR '1'='1"}, []),
        ({"q[]": "x", "state[]": "y", "after": "z"}, both),
    ]:
        assert found(admin, **search) == sites, search


def test_each_row_leads_to_the_service_and_opens_its_journal_in_words(service, admin):
    row = admin.addon_page("services").soup.select_one("#jetpack-services tr[id]")
    links = [link["href"] for link in row.select("a")]
    assert links[1] == f"clientsservices.php?userid=1&id={service.id}" and links[2] == "clientssummary.php?userid=1"
    assert "Jetpack Personal" in row.get_text() and "Alice" in row.get_text()

    page = admin.open(links[0])
    assert page.text("#jetpack-opened") == SITE
    journal = page.text("#jetpack-journal")
    assert "create" in journal and "JETPACK MODULE" not in journal and "The plan personal" in journal


def test_a_failed_service_is_marked(manual_shop, admin):
    failed = manual_shop.order("https://nojetpack.example.test")
    assert not admin.create(failed).ok
    row = admin.addon_page("services").soup.select_one("#jetpack-services tr[id]")
    assert row.select_one(".label-danger").get_text() == "Look"
    assert found(admin, state="refused") == ["https://nojetpack.example.test"]


def test_pages_follow_one_another_and_lose_nothing(service, admin, lab, database):
    fill(lab, database, 120)
    seen, page = [], admin.addon_page("services")
    for _ in range(3):
        seen += [row.a.get_text(strip=True) for row in page.soup.select("#jetpack-services tr[id]")]
        following = [link for link in page.soup.select(".addon-output a.btn") if link.get_text() == "Next page"]
        if following:
            page = admin.open(following[0]["href"])
    assert following == [] and len(seen) == len(set(seen)) == 121
    first = [link for link in page.soup.select(".addon-output a.btn") if link.get_text() == "First page"][0]
    assert len(admin.open(first["href"]).soup.select("#jetpack-services tr[id]")) == 50


def test_what_others_typed_is_text(service, admin, lab):
    lab.sql("UPDATE mod_jetpack_services SET site = 'https://<script>a</script>', plan = '<b>'")
    lab.sql("UPDATE tblclients SET firstname = 'O&#039;Neil &lt;i&gt;'")
    lab.sql("UPDATE tblproducts SET name = '<img src=x>'")
    lab.sql("UPDATE mod_jetpack_journal SET sentence = '<script>b</script>'")
    page = admin.open("addonmodules.php?module=jetpack&tab=services&row=1&q=%22%3E%3Cscript%3E&state=%22%3E%3Cscript%3E")
    assert page.soup.select(".addon-output script:not([data-jetpack]), .addon-output img, .addon-output b, .addon-output i") == []
    page = admin.open("addonmodules.php?module=jetpack&tab=services")
    assert page.soup.select(".addon-output script:not([data-jetpack]), .addon-output img, .addon-output b, .addon-output i") == []
    assert "O'Neil <i>" in page.text("#jetpack-services")
    assert len(found(admin, q="O%27Neil%20%3Ci%3E")) == len(found(admin, q="o%27neil")) == 1


def test_what_was_searched_for_is_exported_whole_and_no_cell_is_a_formula(service, admin, lab, database):
    fill(lab, database, 2100)
    lab.sql("UPDATE mod_jetpack_services SET plan = '=HYPERLINK(1)', site = 'https://a.test/,\"x\"' WHERE service_id = 1")
    lab.sql("UPDATE mod_jetpack_services SET state = 'refused' WHERE service_id = 1005")
    page = admin.addon_page("services")
    [link] = [link["href"] for link in page.soup.select(".addon-output a.btn") if link.get_text() == "Export as CSV"]
    exported = admin.open(link)
    head, *rows = csv.reader(io.StringIO(exported.html))
    assert len(rows) == len({row[0] for row in rows}) == 2101 and rows[0][0] == "service #3100"
    assert rows[-1][:6] == ["service #1", "1", 'https://a.test/,"x"', "'=HYPERLINK(1)", "active", "active and billed"]
    assert head[7] == "partner id" and rows[0][7] == "sandbox-partner"
    rows = list(csv.reader(io.StringIO(admin.open(f"{link}&state=refused&sort=oldest").html)))
    assert [row[0] for row in rows[1:]] == ["service #1005"]


def test_nobody_exports_without_access(service, admin, lab):
    page = Admin(lab, "sally").open("addonmodules.php?module=jetpack&tab=services&export=csv")
    assert page.status == 403 and SITE not in page.html

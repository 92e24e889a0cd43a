"""The addon's page in the languages of its staff: `_lang` brings the texts (docs/whmcs-contract.md §2.6)."""

import pytest

from host.admin import ADDON, Admin, banner
from host.chromium import Chromium

SITE = "https://connected.example.test"
TITLES = {
    "german": ["Übersicht", "Dienste", "Produkte", "Schlüssel", "Was ich zahle", "Einrichtung"],
    "french": ["Vue d’ensemble", "Services", "Produits", "Clés", "Ce que je paie", "Mise en place"],
    "spanish": ["Resumen", "Servicios", "Productos", "Claves", "Qué pago", "Configuración"],
}
CREATED = {"german": "Angelegt: Jetpack Complete.", "french": "Créés : Jetpack Complete.", "spanish": "Creados: Jetpack Complete."}


@pytest.fixture(params=TITLES)
def language(request, lab):
    lab.sql(f"UPDATE tblconfiguration SET value = '{request.param}' WHERE setting = 'Language'")
    return request.param


@pytest.fixture
def sold(manual_shop, admin):
    service, other = manual_shop.order(SITE), manual_shop.order("https://shop.example.test")
    assert admin.create(service).ok and admin.create(other).ok
    admin.edit_service(other, {"status": "Cancelled"})


def test_tabs_forms_and_messages_are_in_the_language_of_staff(manual_shop, sold, lab, language):
    admin = Admin(lab)
    page = admin.open(f"{ADDON}&tab=overview")
    assert [tab.get_text(" ", strip=True).split(" 1")[0] for tab in page.soup.select("#jetpack-tabs a")] == TITLES[language]
    for tab in ("overview", "services", "products", "keys", "billed", "setup"):
        text = admin.open(f"{ADDON}&tab={tab}").text(".addon-output")
        for english in ("Nothing needs your attention", "Newest first", "Tick the plans", "Product group", "To do", "Needs attention", "bills you"):
            assert english not in text, tab

    page = admin.open(f"{ADDON}&tab=products")
    form = {"token": page.soup.select_one("#jetpack-products-form input[name=token]")["value"], "jetpack_action": "create_products"}
    told = banner(admin.browser.send(f"{ADDON}&tab=products", form | {"group": "1", "plan[complete]": "1"}), within=".addon-output")
    assert told.ok and CREATED[language] in told.text


def test_the_addons_setting_chooses_one_language_for_all(manual_shop, sold, lab):
    manual_shop.admin.set_addon("Language of this module's page", "german")
    assert "Übersicht" in manual_shop.admin.addon_page("overview").text("body")
    manual_shop.admin.set_addon("Language of this module's page", "")
    assert "Overview" in manual_shop.admin.addon_page("overview").text("body")


def test_long_words_fit_on_a_telephone(manual_shop, sold, lab, language):
    browser = Chromium(lab.directory / "screenshots" / language)
    try:
        browser.log_in_as_staff(lab)
        for tab in ("overview", "services", "products", "keys", "billed", "setup"):
            browser.open(f"{lab.url}/admin/{ADDON}&tab={tab}")
            browser.take_screenshot(tab, width=390)
        assert browser.complaints() == []
    finally:
        browser.quit()

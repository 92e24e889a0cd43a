"""Services of other clients, in every state, which no run may touch."""

FAR = 30 * 86400
UNSEEN = {"on": "status", "kind": "html", "times": None}


def make_bystanders(world):
    """As staff do, by the buttons."""
    shop, sandbox = world.shop, world.sandbox

    def order(name, label="connected"):
        return shop.order(f"https://{label}-{name}.example.test", client="bob")

    def create(name, label="connected"):
        service = order(name, label)
        shop.admin.create(service)
        return service

    create("active")
    create("waiting", "shop")
    create("refused", "nojetpack")
    order("new")
    shop.admin.terminate(create("cancelled"))
    shop.admin.terminate(create("cancelled-while-waiting", "shop"))
    shop.admin.edit_product(shop.products["personal"], {"packageconfigoption[4]": "cancel"})
    shop.admin.command(create("suspended"), "Suspend")
    shop.admin.delete_service(create("deleted"))
    addon = shop.add_addon(order("parent"), world.addon, "https://connected-addon.example.test")
    shop.admin.create(addon)
    sandbox.faults([{"on": "provision", "kind": "reset", "commit": True}, UNSEEN])
    create("unheard")
    sandbox.clear_faults()
    # Nothing about them is due while the runs make time pass for themselves.
    world.lab.sql(
        f"UPDATE mod_jetpack_services SET next_look_at = next_look_at + {FAR}, doubt_until = doubt_until + {FAR},"
        f" ends_at = ends_at + {FAR}"
    )

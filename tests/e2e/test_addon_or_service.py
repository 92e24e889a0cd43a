"""A product addon is told by WHMCS's model and by its id; where they disagree, nobody's plan is touched."""

import json

SITE = "https://shop.example.test"
CALL = """
require getenv('LAB_SITE') . '/init.php';
require_once ROOTDIR . '/modules/servers/jetpack/jetpack.php';
eval('namespace WHMCS\\\\Service; class Addon { public int $id = 9; }');
$models = ['addon' => new WHMCS\\Service\\Addon(), 'service' => WHMCS\\Service\\Service::find((int) $argv[1])];
$params = ['serviceid' => (int) $argv[1], 'userid' => 1, 'model' => $models[$argv[2]] ?? null] + json_decode($argv[3], true);
echo jetpack_TerminateAccount($params);
"""


def terminate(lab, service, model, **params):
    return lab.php("-r", CALL, "--", str(service.id), model, json.dumps(params)).stdout


def test_an_addons_terminate_never_hits_its_parents_plan(lab, manual_shop, admin, sandbox):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok

    assert "not certain whose plan" in terminate(lab, service, "service", addonId=9)
    assert "not certain whose plan" in terminate(lab, service, "addon", addonId=10)
    # An addon of which nothing is known, told in either way.
    assert terminate(lab, service, "addon") == "success"
    assert terminate(lab, service, "", addonId=9) == "success"
    assert sandbox.live(SITE) == [("personal", "pending")]
    assert sandbox.cancels(SITE) == 0

    assert terminate(lab, service, "service", addonId=0) == "success"
    assert sandbox.cancels(SITE) == 1

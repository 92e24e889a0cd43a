"""Product addons, which staff add to a client's service."""

DEFINE = """require getenv('LAB_SITE') . '/init.php';
echo Lab\\ProductAddons::define('Jetpack beside', 'jetpack', ['', '', $argv[1]], ['Site URL', 'Local User',
    'jetpack_provisioning_details']);"""
ADD = """require getenv('LAB_SITE') . '/init.php';
echo Lab\\ProductAddons::add((int) $argv[1], (int) $argv[2], ['Site URL' => $argv[3], 'Local User' => 'admin']);"""


def sell_addon(lab, plan="personal"):
    """The id in tbladdons."""
    return int(lab.php("-r", DEFINE, "--", plan).stdout)


def add_addon(lab, service, product, site):
    """The id in tblhostingaddons."""
    return int(lab.php("-r", ADD, "--", str(service.id), str(product), site).stdout)

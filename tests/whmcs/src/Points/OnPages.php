<?php

declare(strict_types=1);

namespace ContractTest\Points;

/** What no API shows. */
final class OnPages
{
    /** Switch => section, and where it is seen. */
    public const NAMES = [
        'optional_params_passed' => ['1.2', 'Module Settings, a service'],
        'product_addon_save_detects_hooks' => ['1.1', 'Module Settings of a product addon'],
        'client_area_when_inactive' => ['10', 'a pending service of a client'],
        'sign_on_when_inactive' => ['1.2', 'a pending service of a client'],
        'move_runs_service_edit' => ['11', 'moving a service'],
        'addons_of_deleted_service' => ['11', 'deleting a service'],
        'merge_runs_client_delete_hooks' => ['11', 'merging clients'],
        'addon_post_token_checked_by_core' => ['2.5', 'the page of an addon'],
        'addon_list_runs_upgrade' => ['11', 'the list of addon modules'],
    ];
}

<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use Lab\Crypt;
use Lab\CustomFields;
use stdClass;

/** Lists services. */
final class GetClientsProducts
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $query = Capsule::table('tblhosting')
            ->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->join('tblproductgroups', 'tblproductgroups.id', '=', 'tblproducts.gid')
            ->leftJoin('tblorders', 'tblorders.id', '=', 'tblhosting.orderid')
            ->select('tblhosting.*', 'tblproducts.name', 'tblproductgroups.name as groupname', 'tblorders.ordernum');
        $filters = [
            'clientid' => 'tblhosting.userid', 'serviceid' => 'tblhosting.id', 'pid' => 'tblhosting.packageid',
            'domain' => 'tblhosting.domain', 'username2' => 'tblhosting.username',
        ];
        foreach ($filters as $parameter => $column) {
            if (!empty($in[$parameter])) {
                $query->where($column, $in[$parameter]);
            }
        }
        $total = $query->count();
        $start = (int) ($in['limitstart'] ?? 0);
        $rows = $query->orderBy('tblhosting.id')->offset($start)->limit((int) ($in['limitnum'] ?? 25))->get()->all();
        $asked = [];
        foreach (['clientid', 'serviceid', 'pid', 'domain'] as $parameter) {
            $asked[$parameter] = $in[$parameter] ?? null;
        }

        return Api::success($asked + [
            'totalresults' => $total,
            'startnumber' => $start,
            'numreturned' => count($rows),
            'products' => ['product' => array_map(self::product(...), $rows)],
        ]);
    }

    /** @return array<string, mixed> */
    private static function product(stdClass $row): array
    {
        $fields = array_map(static fn (stdClass $field): array => [
            'id' => $field->id,
            'name' => CustomFields::label($field),
            'translated_name' => CustomFields::label($field),
            'value' => CustomFields::valueOf($field, (int) $row->id),
        ], CustomFields::ofProduct((int) $row->packageid));

        return [
            'id' => $row->id, 'qty' => $row->qty, 'clientid' => $row->userid, 'orderid' => $row->orderid,
            'ordernumber' => $row->ordernum, 'pid' => $row->packageid, 'regdate' => $row->regdate,
            'name' => $row->name, 'translated_name' => $row->name,
            'groupname' => $row->groupname, 'translated_groupname' => $row->groupname,
            'domain' => $row->domain, 'dedicatedip' => $row->dedicatedip,
            'serverid' => $row->server, 'servername' => '', 'serverip' => '', 'serverhostname' => '',
            'suspensionreason' => $row->suspendreason, 'firstpaymentamount' => $row->firstpaymentamount,
            'recurringamount' => $row->amount, 'paymentmethod' => $row->paymentmethod,
            'billingcycle' => $row->billingcycle, 'nextduedate' => $row->nextduedate, 'status' => $row->domainstatus,
            'username' => $row->username, 'password' => Crypt::decrypt($row->password),
            'subscriptionid' => $row->subscriptionid, 'promoid' => $row->promoid,
            'overidesuspenduntil' => $row->overidesuspenduntil, 'notes' => $row->notes, 'lastupdate' => $row->lastupdate,
            'customfields' => ['customfield' => $fields],
            'configoptions' => ['configoption' => []],
        ];
    }
}

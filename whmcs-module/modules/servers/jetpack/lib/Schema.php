<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Schema\Blueprint;
use WHMCS\Database\Capsule;

/**
 * The module's two tables. They are made when the addon module is activated, or by the first call
 * that misses them: a host may use the server module alone.
 */
final class Schema
{
    public const SERVICES = 'mod_jetpack_services';
    public const JOURNAL = 'mod_jetpack_journal';

    /** Makes what is missing. Existing tables and their rows stay as they are. */
    public static function create(): void
    {
        $schema = Capsule::schema();
        if (!$schema->hasTable(self::SERVICES)) {
            $schema->create(self::SERVICES, self::services(...));
        }
        if (!$schema->hasTable(self::JOURNAL)) {
            $schema->create(self::JOURNAL, self::journal(...));
        }
    }

    /**
     * One row per WHMCS service or product addon: how it stands, and who works on it.
     */
    private static function services(Blueprint $table): void
    {
        $table->engine = 'InnoDB';
        $table->increments('id');
        $table->string('service_type', 10);
        $table->unsignedInteger('service_id');
        $table->unsignedInteger('client_id');
        $table->string('state', 20)->default('');
        // The state to return to when the call that is under way turns out not to have happened.
        $table->string('state_before', 20)->default('');
        $table->text('site')->nullable();
        $table->string('plan', 100)->nullable();
        $table->string('partner_id', 100)->nullable();
        $table->text('next_url')->nullable();
        $table->bigInteger('pending_until')->nullable();
        // Set while a plan may exist on the site. Unique, so that one site never has two, whichever
        // of several web nodes or database nodes they are ordered through.
        $table->char('live_site', 64)->nullable()->unique('mod_jetpack_live_site');
        $table->string('lease_token', 32)->default('');
        $table->string('lease_holder', 120)->default('');
        $table->bigInteger('lease_until')->default(0);
        $table->dateTime('created_at');
        $table->dateTime('updated_at');
        $table->unique(['service_type', 'service_id'], 'mod_jetpack_service');
    }

    /**
     * Append-only: every intent before its request, every result after it. Times are UTC.
     */
    private static function journal(Blueprint $table): void
    {
        $table->engine = 'InnoDB';
        $table->bigIncrements('id');
        $table->string('call_token', 32)->index('mod_jetpack_call');
        $table->string('service_type', 10);
        $table->unsignedInteger('service_id');
        $table->unsignedInteger('client_id');
        $table->string('action', 20);
        $table->string('event', 10);
        $table->string('state', 20);
        $table->text('site')->nullable();
        $table->string('plan', 100)->nullable();
        $table->string('partner_id', 100)->nullable();
        $table->text('sentence')->nullable();
        $table->dateTime('created_at');
        $table->index(['service_type', 'service_id'], 'mod_jetpack_journal_service');
    }
}

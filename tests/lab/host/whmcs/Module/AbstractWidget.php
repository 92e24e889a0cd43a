<?php

declare(strict_types=1);

namespace WHMCS\Module;

/** A part of the admin area's first page (developer docs, Widgets; class docs). Nothing is cached here. */
abstract class AbstractWidget
{
    protected $title;
    protected $description;
    protected $columns = 1;
    protected $weight = 100;
    protected $wrapper = true;
    protected $cache = false;
    protected $cachePerUser = false;
    protected $cacheExpiry = 3600;
    protected $requiredPermission = '';

    public function getId()
    {
        return basename(str_replace('\\', '/', static::class));
    }

    public function getTitle()
    {
        return $this->title;
    }

    public function getDescription()
    {
        return $this->description;
    }

    public function getWeight()
    {
        return (int) $this->weight;
    }

    public function getRequiredPermission()
    {
        return $this->requiredPermission;
    }

    public function getData()
    {
        return [];
    }

    public function generateOutput($data)
    {
        return '';
    }

    /** The data go through what a cache can hold. */
    public function render($forceRefresh = false)
    {
        return $this->generateOutput(unserialize(serialize($this->getData()), ['allowed_classes' => false]));
    }
}

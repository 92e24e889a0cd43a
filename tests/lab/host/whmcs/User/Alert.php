<?php

declare(strict_types=1);

namespace WHMCS\User;

/** A notice for a client, which lasts for one page (class docs, User/Alert). */
class Alert
{
    public function __construct(
        protected $message,
        protected $severity = 'info',
        protected $link = null,
        protected $linkText = null,
    ) {
    }

    public function getMessage()
    {
        return $this->message;
    }

    public function getSeverity()
    {
        return $this->severity;
    }

    public function getLink()
    {
        return $this->link;
    }

    public function getLinkText()
    {
        return $this->linkText;
    }
}

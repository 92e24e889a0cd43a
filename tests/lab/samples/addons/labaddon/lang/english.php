<?php

$_ADDONLANG['hello'] = 'Hello from the lab addon';

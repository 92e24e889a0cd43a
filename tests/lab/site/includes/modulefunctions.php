<?php

// Observed: modules require this file before they call ModuleBuildParams(). The lab defines it with its other helpers.

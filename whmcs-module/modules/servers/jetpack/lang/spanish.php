<?php

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

return [
    'active' => 'Jetpack está activo en {site}. No queda nada por hacer.',
    'activate' => 'URL to Activate Jetpack: {url}',
    'waiting' => 'Jetpack espera a {site}. En cuanto el sitio sea accesible, abra su wp-admin y pulse «Configurar Jetpack». El plan '
        . 'espera 14 días.',
    'cancelled' => 'Jetpack se ha cancelado para {site}.',
    'suspended' => 'Jetpack está suspendido para {site}, junto con este producto, y volverá con él.',
    'informed' => 'Todavía no se ha podido instalar Jetpack. Su proveedor está informado y se ocupará de ello; usted no tiene que hacer '
        . 'nada.',
    'panel_activate' => 'Falta un paso: conecte {site} con WordPress.com. Jetpack empieza en cuanto esté hecho.',
    'button_activate' => 'Conectar su sitio',
    'button_active' => 'Abrir wp-admin',
    'until' => 'Hágalo antes del {date}; después, el plan caduca.',
    'bad_address' => 'Indique la dirección de su sitio WordPress tal como es accesible desde internet, por ejemplo https://example.com.',
];

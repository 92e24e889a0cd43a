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
    'missing' => 'Falta Jetpack en {site}. Su proveedor está informado y se ocupará de ello; usted no tiene que hacer nada.',
    'panel_activate' => 'Falta un paso: conecte {site} con WordPress.com. Jetpack empieza en cuanto esté hecho.',
    'button_activate' => 'Conectar su sitio',
    'button_active' => 'Abrir wp-admin',
    'button_details' => 'Ver detalles',
    'until' => 'Hágalo antes del {date}; después, el plan caduca.',
    'nothing_to_open' => 'En este momento no hay nada que abrir de Jetpack. Vuelva a intentarlo más tarde o consulte a su proveedor.',
    'state_active' => 'activo',
    'state_activate' => 'a la espera de que conecte el sitio',
    'state_waiting' => 'a la espera del sitio',
    'state_cancelled' => 'cancelado',
    'state_suspended' => 'suspendido',
    'state_informed' => 'en preparación',
    'state_missing' => 'falta',
    'bad_address' => 'Indique la dirección de su sitio WordPress tal como es accesible desde internet, por ejemplo https://example.com.',
    'bad_user' => 'Indique solo el nombre de usuario o la dirección de correo de un administrador de su sitio WordPress.',
    'reminder_subject' => 'Conecte su sitio con Jetpack',
    'reminder_greeting' => 'Hola, {$client_first_name}:',
];

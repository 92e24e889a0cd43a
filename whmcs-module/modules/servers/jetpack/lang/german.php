<?php

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

return [
    'active' => 'Jetpack ist auf {site} aktiv. Es ist nichts weiter zu tun.',
    'activate' => 'URL to Activate Jetpack: {url}',
    'waiting' => 'Jetpack wartet auf {site}. Sobald die Website erreichbar ist, öffnen Sie dort wp-admin und wählen Sie „Jetpack '
        . 'einrichten“. Der Tarif wartet 14 Tage.',
    'cancelled' => 'Jetpack wurde für {site} gekündigt.',
    'suspended' => 'Jetpack ist für {site} zusammen mit diesem Produkt ausgesetzt und kommt mit ihm zurück.',
    'informed' => 'Jetpack konnte noch nicht eingerichtet werden. Ihr Anbieter ist informiert und kümmert sich darum; Sie müssen '
        . 'nichts tun.',
    'missing' => 'Jetpack fehlt auf {site}. Ihr Anbieter ist informiert und kümmert sich darum; Sie müssen nichts tun.',
    'panel_activate' => 'Ein Schritt fehlt noch: Verbinden Sie {site} mit WordPress.com. Jetpack startet, sobald das geschehen ist.',
    'button_activate' => 'Website verbinden',
    'button_active' => 'wp-admin öffnen',
    'button_details' => 'Details anzeigen',
    'until' => 'Bitte erledigen Sie das bis {date}; danach verfällt der Tarif.',
    'nothing_to_open' => 'Für Jetpack gibt es im Moment nichts zu öffnen. Bitte versuchen Sie es später noch einmal, oder fragen Sie Ihren Anbieter.',
    'state_active' => 'aktiv',
    'state_activate' => 'wartet darauf, dass Sie die Website verbinden',
    'state_waiting' => 'wartet auf die Website',
    'state_cancelled' => 'gekündigt',
    'state_suspended' => 'ausgesetzt',
    'state_informed' => 'wird eingerichtet',
    'state_missing' => 'fehlt',
    'bad_address' => 'Bitte geben Sie die Adresse Ihrer WordPress-Website so an, wie sie aus dem Internet erreichbar ist, etwa https://example.com.',
    'bad_user' => 'Bitte geben Sie nur den Benutzernamen oder die E-Mail-Adresse eines Administrators Ihrer WordPress-Website an.',
    'reminder_subject' => 'Bitte verbinden Sie Ihre Website mit Jetpack',
    'reminder_greeting' => 'Guten Tag {$client_first_name},',
];

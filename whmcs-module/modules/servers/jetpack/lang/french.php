<?php

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

return [
    'active' => 'Jetpack est actif sur {site}. Il ne reste rien à faire.',
    'activate' => 'URL to Activate Jetpack: {url}',
    'waiting' => 'Jetpack attend {site}. Dès que le site est accessible, ouvrez son wp-admin et choisissez « Configurer Jetpack ». '
        . 'L’offre attend 14 jours.',
    'cancelled' => 'Jetpack a été résilié pour {site}.',
    'suspended' => 'Jetpack est suspendu pour {site}, avec ce produit, et reviendra avec lui.',
    'informed' => 'Jetpack n’a pas encore pu être installé. Votre hébergeur en est informé et s’en occupe ; vous n’avez rien à faire.',
    'panel_activate' => 'Il reste une étape : connectez {site} à WordPress.com. Jetpack démarre dès que c’est fait.',
    'button_activate' => 'Connecter votre site',
    'button_active' => 'Ouvrir wp-admin',
    'until' => 'Merci de le faire avant le {date} ; ensuite, l’offre expire.',
    'bad_address' => 'Merci d’indiquer l’adresse de votre site WordPress telle qu’elle est accessible depuis internet, par exemple https://example.com.',
];

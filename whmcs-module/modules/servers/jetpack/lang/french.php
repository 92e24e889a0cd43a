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
    'missing' => 'Jetpack manque sur {site}. Votre hébergeur en est informé et s’en occupe ; vous n’avez rien à faire.',
    'panel_activate' => 'Il reste une étape : connectez {site} à WordPress.com. Jetpack démarre dès que c’est fait.',
    'button_activate' => 'Connecter votre site',
    'button_active' => 'Ouvrir wp-admin',
    'button_details' => 'Afficher les détails',
    'until' => 'Merci de le faire avant le {date} ; ensuite, l’offre expire.',
    'nothing_to_open' => 'Il n’y a rien à ouvrir pour Jetpack en ce moment. Merci de réessayer plus tard ou de vous adresser à votre hébergeur.',
    'state_active' => 'actif',
    'state_activate' => 'en attente de la connexion du site',
    'state_waiting' => 'en attente du site',
    'state_cancelled' => 'résilié',
    'state_suspended' => 'suspendu',
    'state_informed' => 'en cours d’installation',
    'state_missing' => 'manquant',
    'bad_address' => 'Merci d’indiquer l’adresse de votre site WordPress telle qu’elle est accessible depuis internet, par exemple https://example.com.',
    'bad_user' => 'Merci d’indiquer uniquement l’identifiant ou l’adresse e-mail d’un administrateur de votre site WordPress.',
    'reminder_subject' => 'Veuillez connecter votre site à Jetpack',
    'reminder_greeting' => 'Bonjour {$client_first_name},',
];

<?php

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

$_ADDONLANG['server_module_missing'] = 'Le dossier modules/servers/jetpack manque. Copiez les deux dossiers du paquet, puis activez le module de nouveau.';
$_ADDONLANG['folders_differ'] = 'Le dossier modules/servers/jetpack est de la version %s du module, et modules/addons/jetpack de la version %s. Copiez les deux depuis le même paquet.';

$_ADDONLANG['tab_overview'] = 'Vue d’ensemble';
$_ADDONLANG['tab_services'] = 'Services';
$_ADDONLANG['tab_products'] = 'Produits';
$_ADDONLANG['tab_keys'] = 'Clés';
$_ADDONLANG['tab_billed'] = 'Ce que je paie';
$_ADDONLANG['tab_moving'] = 'Reprise';
$_ADDONLANG['tab_setup'] = 'Mise en place';

$_ADDONLANG['services_search'] = 'Rechercher';
$_ADDONLANG['services_search_hint'] = 'Site, client ou service #';
$_ADDONLANG['services_any'] = 'Tous';
$_ADDONLANG['services_differs'] = 'pas tel que vendu';
$_ADDONLANG['services_ended'] = 'terminé dans WHMCS, offre encore là';
$_ADDONLANG['services_key'] = 'Identifiant partenaire';
$_ADDONLANG['services_sort'] = 'Ordre';
$_ADDONLANG['services_newest'] = 'Plus récents d’abord';
$_ADDONLANG['services_oldest'] = 'Plus anciens d’abord';
$_ADDONLANG['services_none'] = 'Aucune offre n’a encore été fournie. Une commande payée le fait d’elle-même ; ou cliquez sur Create dans le service d’un '
    . 'client.';
$_ADDONLANG['services_not_found'] = 'Aucun service ne correspond.';
$_ADDONLANG['services_site'] = 'Site';
$_ADDONLANG['services_no_site'] = '(sans adresse)';
$_ADDONLANG['services_service'] = 'Service';
$_ADDONLANG['services_client'] = 'Client';
$_ADDONLANG['services_attention'] = 'À voir';
$_ADDONLANG['services_first'] = 'Première page';
$_ADDONLANG['services_next'] = 'Page suivante';
$_ADDONLANG['services_export'] = 'Exporter en CSV';
$_ADDONLANG['services_time'] = 'Heure';
$_ADDONLANG['services_action'] = 'Action';
$_ADDONLANG['services_said'] = 'Résultat';

$_ADDONLANG['bulk_with'] = 'Avec les services cochés :';
$_ADDONLANG['bulk_choose'] = 'choisir';
$_ADDONLANG['bulk_next'] = 'Continuer';
$_ADDONLANG['bulk_page'] = 'Tous ceux de cette page';
$_ADDONLANG['bulk_tick'] = 'Choisir %s';
$_ADDONLANG['bulk_all'] = 'plutôt les %d trouvés';
$_ADDONLANG['bulk_do_look'] = 'Vérifier maintenant';
$_ADDONLANG['bulk_do_create'] = 'Réessayer';
$_ADDONLANG['bulk_do_renew'] = 'Nouveau lien';
$_ADDONLANG['bulk_do_adopt'] = 'Adopter';
$_ADDONLANG['bulk_do_terminate'] = 'Résilier';
$_ADDONLANG['bulk_do_letgo'] = 'Ne plus gérer';
$_ADDONLANG['bulk_means_look'] = 'WordPress.com est interrogé sur chaque offre, et les enregistrements suivent. Rien n’est acheté ni annulé.';
$_ADDONLANG['bulk_means_create'] = 'Chaque offre manquante est commandée de nouveau, comme par le bouton Create : ce qui réussit est facturé, et son service '
    . 'devient actif ; un addon de produit se met sur Active sur sa propre page. Une offre déjà présente n’est pas achetée deux fois. Les services suspendus ou terminés restent intacts.';
$_ADDONLANG['bulk_means_renew'] = 'Chaque propriétaire dont l’offre attend reçoit un nouveau lien et deux semaines à partir de maintenant ; l’ancien lien peut '
    . 'cesser de fonctionner.';
$_ADDONLANG['bulk_means_adopt'] = 'Chaque service reprend l’offre que son site a déjà par votre clé, si aucun autre service ne la tient ici. Rien n’est acheté.';
$_ADDONLANG['bulk_means_terminate'] = 'Chaque offre est annulée maintenant chez WordPress.com, et son service devient Terminated dans WHMCS. Les sites perdent '
    . 'ce que les offres leur donnaient. C’est irréversible ; une offre ne peut qu’être achetée de nouveau.';
$_ADDONLANG['bulk_means_letgo'] = 'Les offres dont WHMCS a terminé ou supprimé les services continuent et sont facturées par WordPress.com jusqu’à ce que '
    . 'quelqu’un les annule ; ce module ne s’en occupe plus. Les services en usage restent tels quels.';
$_ADDONLANG['bulk_more'] = 'et %d de plus';
$_ADDONLANG['bulk_cancel'] = 'Annuler';
$_ADDONLANG['bulk_go_on'] = 'Poursuivre';
$_ADDONLANG['bulk_stop'] = 'Arrêter';
$_ADDONLANG['bulk_again'] = 'Réessayer les échecs (%d)';
$_ADDONLANG['bulk_back'] = 'Retour aux services';
$_ADDONLANG['bulk_by'] = 'Commencé %s par %s.';
$_ADDONLANG['bulk_progress'] = '%1$d sur %2$d faits, aucun échec.';
$_ADDONLANG['bulk_progress_failed'] = '%1$d sur %2$d faits, dont %3$d échecs.';
$_ADDONLANG['bulk_is_stopped'] = 'Arrêté.';
$_ADDONLANG['bulk_unfinished'] = 'n’est pas terminé :';
$_ADDONLANG['bulk_latest'] = 'Dernières actions groupées';
$_ADDONLANG['bulk_hint'] = 'Cela continue tant que cette page est ouverte. Si vous la fermez, rien n’est perdu : cliquez plus tard sur Poursuivre, ici ou dans '
    . 'la liste des services.';
$_ADDONLANG['bulk_broken'] = 'Le serveur n’a pas répondu comme prévu. Ce qui est fait reste fait. L’essai est répété quelques fois ; ouvrez ensuite cette page '
    . 'de nouveau.';
$_ADDONLANG['bulk_done'] = 'Fait';
$_ADDONLANG['bulk_failed'] = 'Échec';
$_ADDONLANG['bulk_shown'] = '%d affichés sur %d, les échecs d’abord.';
$_ADDONLANG['bulk_unknown'] = 'Cette action groupée n’existe plus. Rien n’a été fait ; choisissez de nouveau les services.';
$_ADDONLANG['bulk_no_action'] = 'Choisissez ce qu’il faut faire des services. Rien n’a encore été fait.';
$_ADDONLANG['bulk_nothing'] = 'Cochez d’abord les services. Rien n’a encore été fait.';
$_ADDONLANG['bulk_too_many'] = 'Plus de %d services à la fois, c’est trop : précisez la recherche. Rien n’a été fait.';
$_ADDONLANG['bulk_gone'] = 'Son enregistrement n’existe plus. Rien n’a été fait.';
$_ADDONLANG['bulk_unreadable'] = 'Son enregistrement est illisible, donc rien n’a été fait. Sa ligne dans la liste des services en dit plus.';
$_ADDONLANG['bulk_ended'] = 'WHMCS a terminé ou supprimé ce service, ou l’a confié à un autre module : seuls Vérifier maintenant, Résilier et Ne plus gérer sont '
    . 'possibles pour son offre. Rien n’a été fait.';
$_ADDONLANG['bulk_not_tried'] = 'Le service a le statut %s dans WHMCS, et ceci vaut pour Pending et Active. Rien n’a été fait ; cliquez sur le bouton de sa page si c’est '
    . 'voulu.';
$_ADDONLANG['bulk_status_left'] = 'L’offre a été annulée, mais WHMCS n’a pas mis l’addon de produit sur Terminated : %s Réglez son statut sur sa page.';
$_ADDONLANG['bulk_no_word'] = 'WHMCS a refusé sans raison. Voyez le journal des modules.';
$_ADDONLANG['bulk_lost'] = 'Cela a été commencé plusieurs fois, et chaque fois le serveur s’est interrompu. Regardez le service et le journal d’erreurs de '
    . 'PHP, puis réessayez.';
$_ADDONLANG['bulk_repeated'] = '(Commencé auparavant sans résultat, cela a été demandé une fois de plus ; rien n’est acheté ni annulé deux fois.)';

$_ADDONLANG['credentials_button'] = 'Vérifier les identifiants';

$_ADDONLANG['setup_complete'] = 'La mise en place est complète.';
$_ADDONLANG['setup_left'] = 'À faire : %d.';
$_ADDONLANG['setup_state_done'] = 'Fait';
$_ADDONLANG['setup_state_todo'] = 'À faire';
$_ADDONLANG['setup_state_note'] = 'Remarque';
$_ADDONLANG['setup_machine'] = 'Ce serveur';
$_ADDONLANG['setup_key'] = 'WordPress.com';
$_ADDONLANG['setup_shop'] = 'Boutique';
$_ADDONLANG['setup_line_web'] = 'PHP du serveur web';
$_ADDONLANG['setup_line_cron'] = 'Cron';
$_ADDONLANG['setup_line_tables'] = 'Tables';
$_ADDONLANG['setup_line_hooks'] = 'Hooks';
$_ADDONLANG['setup_line_settings'] = 'Réglages';
$_ADDONLANG['setup_line_credentials'] = 'Identifiants';
$_ADDONLANG['setup_line_api'] = 'API partenaire';
$_ADDONLANG['setup_line_clock'] = 'Horloge';
$_ADDONLANG['setup_line_others'] = 'Autre clé';
$_ADDONLANG['setup_line_products'] = 'Produits';
$_ADDONLANG['setup_line_fields'] = 'Custom Fields';
$_ADDONLANG['setup_line_prices'] = 'Prix';
$_ADDONLANG['setup_line_mail'] = 'E-mail de bienvenue';
$_ADDONLANG['setup_php'] = 'PHP %s (%s) avec la version %s du module.';
$_ADDONLANG['setup_way_extension'] = 'Rust est atteint par l’extension PHP.';
$_ADDONLANG['setup_way_program'] = 'Rust est atteint par le programme jetpack-partner. Par l’extension PHP, un appel prendrait un aller-retour '
    . 'vers WordPress.com au lieu de trois, car les connexions restent ouvertes.';
$_ADDONLANG['setup_file'] = 'L’extension pour ce PHP est le fichier extensions/%s/jetpack_bridge.so du paquet.';
$_ADDONLANG['setup_installer'] = 'Ce que l’installateur veut savoir de ce PHP (jetpack-partner install --web)';
$_ADDONLANG['setup_cron_never'] = 'Le cron de WHMCS n’a pas tourné depuis l’installation de cette version. Il réessaie les commandes en échec, rappelle les '
    . 'propriétaires et trouve les offres que personne ne vend plus. Lancez sa commande toutes les cinq minutes, telle que Automation Settings la montre, '
    . 'avec PHP 8.1 ou plus récent.';
$_ADDONLANG['setup_cron_unseen'] = 'Il n’est visible qu’une fois que WHMCS a remarqué les hooks, voir ci-dessous.';
$_ADDONLANG['setup_cron_done'] = 'Il a tourné %s.';
$_ADDONLANG['setup_cron_late'] = 'Il a tourné %s et devrait tourner toutes les cinq minutes. Sa commande est dans Automation Settings.';
$_ADDONLANG['setup_cron_other'] = 'Les fichiers du module sont maintenant d’une autre version : laissez le cron tourner encore une fois ; si cela reste ainsi, '
    . 'voyez s’il tourne sur un autre serveur.';
$_ADDONLANG['setup_tables_done'] = 'Elles ont la forme de cette version.';
$_ADDONLANG['setup_hooks_done'] = 'WHMCS informe le module des services supprimés, des commandes modifiées et du cron.';
$_ADDONLANG['setup_hooks_todo'] = 'WHMCS n’a pas remarqué le fichier hooks.php, plus récent que l’activation. Enregistrez une fois les réglages de l’addon, '
    . 'tels quels.';
$_ADDONLANG['setup_configure'] = 'Configurer';
$_ADDONLANG['setup_settings_roles'] = 'Roles that may end plans : aucun rôle d’administrateur ne s’appelle %s.';
$_ADDONLANG['setup_settings_done'] = 'Tous sont compris.';
$_ADDONLANG['setup_key_none'] = 'L’identifiant partenaire et le secret viennent d’Automattic, avec le contrat.';
$_ADDONLANG['setup_key_of_products'] = 'Chaque produit a sa propre clé dans ses Module Settings ; ici, il n’en faut pas.';
$_ADDONLANG['setup_key_get'] = 'Devenir partenaire';
$_ADDONLANG['setup_key_todo'] = 'WordPress.com n’a pas encore été interrogé sur ceux-ci.';
$_ADDONLANG['setup_step_token'] = 'Aucun jeton d’accès n’a été délivré.';
$_ADDONLANG['setup_step_key'] = 'Un jeton a été délivré, puis la clé a été refusée.';
$_ADDONLANG['setup_checked'] = '%s Vérifié %s.';
$_ADDONLANG['setup_api_done'] = 'Elle a répondu en %d ms, %s.';
$_ADDONLANG['setup_clock_ahead'] = 'Elle avance de %d s sur celle de WordPress.com.';
$_ADDONLANG['setup_clock_behind'] = 'Elle retarde de %d s sur celle de WordPress.com.';
$_ADDONLANG['setup_clock_todo'] = 'Certificats et jetons échouent avec une horloge fausse : faites-la régler par NTP.';
$_ADDONLANG['setup_others_kept'] = 'Offres qui appartiennent à l’identifiant partenaire %2$s : %1$d. Son secret est conservé, chiffré, et continue à les suivre '
    . 'et à les terminer.';
$_ADDONLANG['setup_others_lost'] = 'Offres qui appartiennent à l’identifiant partenaire %2$s : %1$d. Son secret n’est pas conservé, elles ne peuvent donc pas '
    . 'être terminées d’ici. Mettez identifiant et secret dans les Module Settings d’un de leurs produits, puis ouvrez cette page de nouveau.';
$_ADDONLANG['setup_products_todo'] = 'Aucun produit n’est encore réglé sur ce module.';
$_ADDONLANG['setup_fields_done'] = 'Chaque produit a les quatre, comme le module en a besoin.';
$_ADDONLANG['setup_fields_todo'] = 'Manquants, absents du bon de commande ou cachés aux clients : %s.';
$_ADDONLANG['setup_fields_repair'] = 'Réparer';
$_ADDONLANG['setup_fields_repaired'] = 'Les Custom Fields sont complets. Vos noms, descriptions et modèles sont restés tels quels.';
$_ADDONLANG['setup_prices_todo'] = 'Rien ne peut encore être commandé : fixez un prix dans l’onglet Pricing du produit et décochez Hidden.';
$_ADDONLANG['setup_prices_done'] = 'Peuvent être commandés : %s.';
$_ADDONLANG['setup_prices_left'] = 'Sans prix : %s.';
$_ADDONLANG['setup_open'] = 'Ouvrir %s';
$_ADDONLANG['setup_mail_done'] = 'Chaque produit en a un.';
$_ADDONLANG['setup_mail_note'] = 'Aucun n’est envoyé pour %s ; le propriétaire ne trouve l’étape suivante que dans l’espace client.';
$_ADDONLANG['setup_mail_unknown'] = 'Les modèles d’e-mail de WHMCS n’ont pas pu être lus. Les produits fonctionnent sans e-mail.';
$_ADDONLANG['setup_mail_repair'] = 'Envoyer Jetpack Welcome';
$_ADDONLANG['setup_mail_repaired'] = 'Jetpack Welcome est envoyé pour chaque produit qui n’avait pas d’e-mail.';
$_ADDONLANG['ago_days'] = 'il y a %d jours';
$_ADDONLANG['ago_hours'] = 'il y a %d heures';
$_ADDONLANG['ago_minutes'] = 'il y a %d minutes';
$_ADDONLANG['ago_now'] = 'à l’instant';

$_ADDONLANG['ended_title'] = 'Offres sans service';
$_ADDONLANG['ended_text'] = 'WHMCS a terminé ou supprimé les services de ces offres sans demander au module de les annuler ; elles sont donc peut-être encore '
    . 'facturées. Annulez une offre maintenant, ou ne la gérez plus : elle continue alors, et ce module ne s’en occupe plus. Pour garder une offre dont le '
    . 'service existe encore, rétablissez le service.';
$_ADDONLANG['ended_was'] = 'Service';
$_ADDONLANG['ended_site'] = 'Site';
$_ADDONLANG['ended_since'] = 'Depuis';
$_ADDONLANG['ended_until'] = 'Annulation le';
$_ADDONLANG['ended_never'] = 'pas d’elle-même';
$_ADDONLANG['ended_cancel'] = 'Annuler maintenant';
$_ADDONLANG['ended_let_go'] = 'Ne plus gérer';
$_ADDONLANG['ended_more'] = 'Il y en a %d de plus.';
$_ADDONLANG['ended_no_more'] = 'Cette offre n’est plus dans la liste. Rien n’a été fait.';

$_ADDONLANG['overview_attention'] = 'Demande votre attention';
$_ADDONLANG['overview_calm'] = 'Rien ne demande votre attention.';
$_ADDONLANG['overview_none'] = 'Il n’y a pas encore d’offre. Vendez-en une, ou cliquez sur Create sur la page du service d’un client.';
$_ADDONLANG['overview_more'] = 'Affichées sont les %d qui ont changé en dernier.';
$_ADDONLANG['overview_matter'] = 'De quoi il s’agit';
$_ADDONLANG['overview_details'] = 'Détails';
$_ADDONLANG['overview_kind_refused'] = 'Échec : WordPress.com a refusé l’offre';
$_ADDONLANG['overview_kind_unknown'] = 'Inconnu : une requête est restée sans réponse';
$_ADDONLANG['overview_kind_waiting'] = 'Attend son propriétaire';
$_ADDONLANG['overview_kind_orphaned'] = 'Orpheline : WHMCS a supprimé son service';
$_ADDONLANG['overview_kind_ended'] = 'Terminée dans WHMCS, et non annulée';
$_ADDONLANG['overview_kind_gone'] = 'L’offre a disparu';
$_ADDONLANG['overview_kind_replaced'] = 'Une autre offre que celle vendue';
$_ADDONLANG['overview_kind_unreadable'] = 'Son enregistrement est illisible';
$_ADDONLANG['overview_cost_not_billed'] = 'payée à Automattic, non facturée';
$_ADDONLANG['overview_cost_no_plan'] = 'facturée, sans offre';
$_ADDONLANG['overview_day_left'] = 'encore 1 jour';
$_ADDONLANG['overview_days_left'] = 'encore %d jours';
$_ADDONLANG['overview_states'] = 'Offres par état';
$_ADDONLANG['overview_count'] = 'Offres';
$_ADDONLANG['overview_months'] = 'Offres par mois';
$_ADDONLANG['overview_months_text'] = 'Les mois sont ceux de UTC. Actives sont les offres à la fin du mois, pour ce mois-ci celles de maintenant.';
$_ADDONLANG['overview_months_since'] = 'Les enregistrements sont complets à partir de %s ; les mois d’avant ne sont pas affichés.';
$_ADDONLANG['overview_months_counted'] = 'Compté %s.';
$_ADDONLANG['overview_months_later'] = 'Les offres par mois seront comptées par un des prochains passages du cron.';
$_ADDONLANG['overview_months_numbers'] = 'La même chose en chiffres';
$_ADDONLANG['overview_month'] = 'Mois';
$_ADDONLANG['overview_new'] = 'Nouvelles';
$_ADDONLANG['overview_ended'] = 'Terminées';
$_ADDONLANG['overview_active'] = 'Actives';

$_ADDONLANG['billed_title'] = 'Pour quoi est-ce que je paie ?';
$_ADDONLANG['billed_text'] = 'Le rapport de WordPress.com sur les offres qui vous sont facturées, comparé aux services d’ici. Le lire ne change rien.';
$_ADDONLANG['billed_unset'] = 'Facultatif. Il faut le jeton d’un utilisateur WordPress.com qui appartient à votre compte partenaire, et les numéros de ce compte et '
    . 'de ses clés : renseignez User Token, Partner Number et Key Numbers.';
$_ADDONLANG['billed_read'] = 'Lire le rapport';
$_ADDONLANG['billed_go_on'] = 'Continuer la lecture';
$_ADDONLANG['billed_again'] = 'Relire depuis le début';
$_ADDONLANG['billed_progress'] = 'Lecture en cours : %d offres jusqu’ici.';
$_ADDONLANG['billed_age'] = 'Tel que WordPress.com l’a rapporté. Lu : %s.';
$_ADDONLANG['billed_done'] = 'Le rapport est lu et comparé.';
$_ADDONLANG['billed_some'] = 'Une partie du rapport est lue.';
$_ADDONLANG['billed_two'] = 'Quelqu’un d’autre lit le rapport en ce moment. Rouvrez la page pour en voir le résultat.';
$_ADDONLANG['billed_untold'] = 'Le rapport ne peut être interrogé sur ces offres une par une : %s. Ce qui en est facturé figure sans son offre.';
$_ADDONLANG['billed_nothing'] = 'WordPress.com ne facture aucune offre.';
$_ADDONLANG['billed_number'] = 'Facturées';
$_ADDONLANG['billed_sold_number'] = 'Dont vendues ici';
$_ADDONLANG['billed_rest'] = 'Coût du reste, par mois';
$_ADDONLANG['billed_no_cost'] = 'inconnu : à saisir dans l’onglet Produits';
$_ADDONLANG['billed_plan_unknown'] = '(le rapport ne dit pas quelle offre)';
$_ADDONLANG['billed_here'] = 'Ici';
$_ADDONLANG['billed_key'] = 'clé %s';
$_ADDONLANG['billed_since'] = 'depuis le %s';
$_ADDONLANG['billed_journal'] = 'Journal';
$_ADDONLANG['billed_word_unsold'] = 'Facturée, non vendue ici';
$_ADDONLANG['billed_word_ended'] = 'Facturée, terminée ici';
$_ADDONLANG['billed_word_lost'] = 'Facturée, disparue ici';
$_ADDONLANG['billed_word_differs'] = 'Facturée, vendue autrement';
$_ADDONLANG['billed_word_unbilled'] = 'Vendue, non facturée';
$_ADDONLANG['billed_word_unclear'] = 'Incertain';
$_ADDONLANG['billed_word_twice'] = 'Facturée deux fois';
$_ADDONLANG['billed_word_near'] = 'Peut-être le même site';
$_ADDONLANG['billed_word_waiting'] = 'Pas encore facturée';
$_ADDONLANG['billed_word_settled'] = 'Réglé depuis';
$_ADDONLANG['billed_word_sold'] = 'Facturée et vendue';
$_ADDONLANG['billed_means_unsold'] = 'Vous payez ces offres, et aucun service d’ici ne les a. Elles sont peut-être vendues ailleurs avec la même clé : dans une autre boutique, ou à la main.';
$_ADDONLANG['billed_means_ended'] = 'Vous payez ces offres alors que WHMCS a terminé ou supprimé leurs services.';
$_ADDONLANG['billed_means_lost'] = 'Vous payez ces offres, que leurs services n’ont plus. Après la fin d’une offre ici, le rapport peut avoir un jour de retard : relisez-le alors. Ce qui y figure encore a été racheté ailleurs, ou subsiste, et peut être résilié.';
$_ADDONLANG['billed_means_differs'] = 'Vous payez ces offres, et un service du même site a une autre offre, ou une offre d’une autre clé.';
$_ADDONLANG['billed_means_unbilled'] = 'Ces services sont actifs, et le rapport ne contient pas leurs offres. Il peut avoir un jour de retard. Vérifier maintenant demande si l’offre est là ; là où il n’y en avait aucune, Terminate met fin au service.';
$_ADDONLANG['billed_means_unclear'] = 'Quelque chose est en cours sur ces sites, ou leurs registres sont illisibles. Vérifiez maintenant, ou relisez le rapport plus tard.';
$_ADDONLANG['billed_means_twice'] = 'Vous payez ces offres, et la même offre est déjà facturée aux services de leurs sites : ainsi après la réinscription d’un site. Comparez les deux dans le portail partenaire, et terminez-y celle qui ne sert pas.';
$_ADDONLANG['billed_means_near'] = 'Un service vend cette offre à une adresse d’un hôte, et le rapport l’indique à une autre. Ce peut être un seul site : le rapport nomme peut-être sa page d’accueil, et le service l’endroit où est WordPress. Comparez les adresses.';
$_ADDONLANG['billed_means_waiting'] = 'WordPress.com indique ces offres, qui attendent les propriétaires de leurs sites, et ne les facture pas. Ce que personne ne connecte expire de soi-même.';
$_ADDONLANG['billed_means_sold'] = 'Ces offres sont facturées et leurs services les ont : tout va bien.';
$_ADDONLANG['billed_adopt'] = 'La faire reprendre par le service #%d';
$_ADDONLANG['billed_adopted'] = 'L’offre de %s est maintenant celle du service #%d.';
$_ADDONLANG['billed_cancel'] = 'Résilier…';
$_ADDONLANG['billed_cancel_means'] = 'L’offre %1$s de %2$s est résiliée maintenant chez WordPress.com, et le site perd ce qu’elle apportait. Si elle a été vendue ailleurs, quelqu’un y paie pour rien. Cela ne peut pas être annulé.';
$_ADDONLANG['billed_type'] = 'Pour continuer, tapez le nom du site';
$_ADDONLANG['billed_cancel_now'] = 'Résilier %s';
$_ADDONLANG['billed_typed_other'] = 'Rien n’a été résilié : le nom tapé n’est pas celui de %s.';
$_ADDONLANG['billed_no_key'] = 'Rien n’a été résilié : le secret de la clé %s n’est pas connu ici. Seule la clé qui a commandé une offre peut la résilier.';
$_ADDONLANG['billed_near'] = 'Rien n’a été résilié : le même hôte a une offre à %1$s, par %2$s, et ce peut être le site %3$s. Comparez les deux ; s’ils sont distincts, résiliez l’offre de %3$s dans le portail partenaire.';
$_ADDONLANG['billed_near_orphan'] = 'Rien n’a été résilié maintenant : %2$s, à %1$s du même hôte, est déjà dans la vue d’ensemble. Terminez d’abord celle-là, là-bas.';
$_ADDONLANG['billed_named'] = 'Rien n’a été résilié : un site du même hôte est celui de %1$s, dont ce module n’a pas de registre. Comparez-le à %2$s : si c’est le même, faites reprendre l’offre par Adopt plan sur sa page ; sinon, résiliez l’offre de %2$s dans le portail partenaire.';
$_ADDONLANG['billed_untold_named'] = 'Les services %s nomment ce site, et le rapport ne dit pas quelle offre c’est. Rien n’est terminé avant de savoir à qui elle est.';
$_ADDONLANG['billed_unreadable'] = 'Rien n’a été résilié : une offre du même hôte a un registre illisible, ou quelque chose y est en cours. Réessayez plus tard.';
$_ADDONLANG['billed_several'] = 'Les services %s nomment ce site et vendent cette offre : reprenez celui à qui elle appartient, dans l’onglet Reprise.';
$_ADDONLANG['billed_no_more'] = 'Ce n’est plus le cas. Relisez le rapport.';
$_ADDONLANG['billed_in_portal'] = 'Si aucun client ne l’a, terminez-la dans le portail partenaire : le site ou l’offre ne sont pas assez bien indiqués pour la résilier d’ici.';
$_ADDONLANG['billed_overview'] = 'Vue d’ensemble, où elle peut être résiliée';

$_ADDONLANG['setup_line_moving'] = 'Reprise';
$_ADDONLANG['setup_line_files'] = 'Anciens fichiers';
$_ADDONLANG['setup_moving_services'] = 'Services en usage dont ce module n’a pas d’enregistrement : %d. Ils sont peut-être du premier module Jetpack.';
$_ADDONLANG['setup_moving_licences'] = 'Clés de licence du module de licences : %d.';
$_ADDONLANG['setup_moving_products'] = 'Produits de l’addon du premier module sans l’option Plan : %d.';
$_ADDONLANG['setup_files'] = 'Ceux-ci sont peut-être d’un ancien module Jetpack : %s. WHMCS exécute peut-être encore leurs hooks à chaque page. Supprimez-les, et '
    . 'copiez de nouveau les deux dossiers de ce paquet.';
$_ADDONLANG['setup_files_alike'] = 'Regardez ceux-ci, dont le nom dit jetpack : %s. Ils ne sont ni de ce paquet ni connus d’un ancien module. S’ils '
    . 'sont à vous, laissez-les.';
$_ADDONLANG['moving_services'] = 'Services sans enregistrement';
$_ADDONLANG['moving_text'] = 'Services en usage dont ce module n’a pas d’enregistrement, comme ceux du premier module Jetpack. D’abord, WordPress.com est '
    . 'interrogé sur ce qu’ont leurs sites ; cela ne change rien. Puis ceux dont l’offre est là, par votre clé, sont repris : dès lors le module suit '
    . 'l’offre, et Terminate y met fin. Aucune offre n’est commandée ni annulée, et rien n’est supprimé.';
$_ADDONLANG['moving_none'] = 'Chaque service en usage a un enregistrement.';
$_ADDONLANG['moving_all_moved'] = 'Chaque service en usage a un enregistrement : tous sont repris.';
$_ADDONLANG['moving_progress'] = '%d demandés sur %d.';
$_ADDONLANG['moving_ask'] = 'Interroger WordPress.com';
$_ADDONLANG['moving_go_on'] = 'Continuer à demander';
$_ADDONLANG['moving_again'] = 'Redemander pour tous';
$_ADDONLANG['moving_adopt'] = 'En reprendre %d';
$_ADDONLANG['moving_any'] = 'Tous sans enregistrement';
$_ADDONLANG['moving_what'] = 'Site et offre';
$_ADDONLANG['moving_report'] = 'Rapport';
$_ADDONLANG['moving_word_open'] = 'Pas encore demandé';
$_ADDONLANG['moving_word_ours'] = 'Peut être repris';
$_ADDONLANG['moving_word_moved'] = 'Repris';
$_ADDONLANG['moving_word_nothing'] = 'Rien là-bas';
$_ADDONLANG['moving_word_another'] = 'Autre offre';
$_ADDONLANG['moving_word_foreign'] = 'D’une autre clé';
$_ADDONLANG['moving_word_twice'] = 'Nommé deux fois';
$_ADDONLANG['moving_word_held'] = 'Tenu par un autre';
$_ADDONLANG['moving_word_unclear'] = 'Incomplet';
$_ADDONLANG['moving_word_settings'] = 'Du module de licences';
$_ADDONLANG['moving_word_key'] = 'Clé refusée';
$_ADDONLANG['moving_word_unheard'] = 'Pas de réponse';
$_ADDONLANG['moving_word_kept'] = 'Non repris';
$_ADDONLANG['moving_do_changed'] = 'Son site ou son offre a été modifié après la demande. Demandez de nouveau pour lui.';
$_ADDONLANG['moving_do_ours'] = 'L’offre est là, par cette clé.';
$_ADDONLANG['moving_do_moved'] = '';
$_ADDONLANG['moving_damage'] = 'Le champ de détails du client montre ce qui a été écrit pour un autre service. Il reste ainsi jusqu’à ce que ceci soit réglé.';
$_ADDONLANG['moving_damage_mended'] = 'Le champ de détails du client montre ce qui a été écrit pour un autre service. Il sera réécrit.';
$_ADDONLANG['moving_strays'] = 'Textes du champ de détails qui n’appartiennent à aucun service : %d. Le premier module les rangeait sous le numéro d’une '
    . 'commande. Personne ne les lit, et ils restent tels quels.';
$_ADDONLANG['moving_twins'] = 'Les services %s nomment la même offre du même site. Corrigez le champ Site URL de ceux dont ce n’est pas le site, et redemandez ; '
    . 'ou cliquez sur Adopt plan sur la page de celui à qui elle appartient.';
$_ADDONLANG['moving_stopped'] = 'Rien n’a été changé. Corrigez cela, puis redemandez.';
$_ADDONLANG['moving_asked'] = 'Tous les %d ont été demandés, et rien n’a été changé.';
$_ADDONLANG['moving_asked_some'] = '%d demandés, il en reste %d. Rien n’a été changé.';
$_ADDONLANG['moving_ask_first'] = 'Demandez d’abord pour tous : deux services peuvent nommer le même site. Rien n’a été changé.';
$_ADDONLANG['moving_moved'] = 'Repris : %d.';
$_ADDONLANG['moving_refused'] = 'Non repris : %d ; la liste dit pourquoi.';
$_ADDONLANG['moving_ended'] = 'Plus en usage, et non repris : %d.';
$_ADDONLANG['moving_left'] = 'Restent : %d.';
$_ADDONLANG['moving_changed'] = 'Le service #%d nomme un autre site ou une autre offre que lors de la demande, et rien n’a été fait de lui. Demandez '
    . 'pour lui, puis reprenez les autres.';
$_ADDONLANG['moving_products'] = 'Produits de l’addon du premier module';
$_ADDONLANG['moving_products_text'] = 'Ce module prend l’offre dans l’option Plan du produit, et, seulement tant qu’elle est vide, dans le champ Plan de chaque '
    . 'service.';
$_ADDONLANG['moving_was'] = 'Offre dans sa table';
$_ADDONLANG['moving_option'] = 'Option Plan';
$_ADDONLANG['moving_others'] = 'Services dont le champ Plan en nomme une autre : %d. Une fois l’option réglée, elle vaut aussi pour eux.';
$_ADDONLANG['moving_set_plan'] = 'Régler %1$s pour %2$s';
$_ADDONLANG['moving_plan_unknown'] = 'Aucune offre de ce nom n’est connue. Choisissez-en une dans ses Module Settings.';
$_ADDONLANG['moving_plan_set'] = 'L’option Plan de %s est maintenant %s.';
$_ADDONLANG['moving_plan_kept'] = 'L’option Plan de %s était déjà réglée, et reste telle quelle.';
$_ADDONLANG['moving_no_product'] = 'Ce produit n’est plus dans la liste. Rien n’a été fait.';
$_ADDONLANG['moving_licences'] = 'Licences du module de licences';
$_ADDONLANG['moving_licences_text'] = 'Clés délivrées et non révoquées, par leurs quatre derniers caractères. Ce module ne peut pas les révoquer : '
    . 'elles restent, et sont facturées, jusqu’à ce que vous les révoquiez dans le portail partenaire d’Automattic. Une fois que l’une y est '
    . 'révoquée, dites-le ici : elle quitte cette liste, et son service peut être terminé. Un service ne reçoit une offre de ce module que si vous le '
    . 'fournissez de nouveau.';
$_ADDONLANG['moving_key'] = 'Licence, délivrée';
$_ADDONLANG['moving_next'] = 'Étape suivante';
$_ADDONLANG['moving_provision'] = 'Fournir #%d de nouveau';
$_ADDONLANG['moving_provisioned'] = 'Le service #%d a maintenant une offre de ce module. Révoquez sa licence dans le portail partenaire d’Automattic, sinon les '
    . 'deux sont facturées.';
$_ADDONLANG['moving_no_licence'] = 'Ce service n’a plus de licence dans la liste. Rien n’a été fait.';
$_ADDONLANG['moving_licence_alone'] = 'WHMCS n’a pas de service pour elle. Révoquez-la dans le portail partenaire si personne ne l’utilise.';
$_ADDONLANG['moving_licence_ended'] = 'Son service est terminé dans WHMCS, et la licence est peut-être encore facturée : révoquez-la dans le portail partenaire.';
$_ADDONLANG['moving_licence_module'] = 'Son produit est réglé sur un autre module. Laissez-le ainsi, ou choisissez d’abord Jetpack comme module dans ses Module '
    . 'Settings.';
$_ADDONLANG['moving_licence_settings'] = 'Les Module Settings de son produit contiennent le jeton d’API et le produit du module de licences, là où ce module a '
    . 'l’identifiant partenaire et le secret. Videz les deux, ou saisissez ceux-ci, et choisissez une offre.';
$_ADDONLANG['moving_licence_plan'] = 'Choisissez d’abord une offre dans les Module Settings de son produit.';
$_ADDONLANG['moving_licence_suspended'] = 'Son service est suspendu dans WHMCS, et le fournir de nouveau le rendrait actif. Une fois qu’il est payé, '
    . 'mettez son statut à Active sur sa page, puis fournissez-le ici.';
$_ADDONLANG['moving_licence_pending'] = 'Son service est en attente dans WHMCS : il n’est peut-être pas payé. Une fois qu’il l’est, acceptez sa '
    . 'commande, ou mettez son statut à Active sur sa page, puis fournissez-le ici.';
$_ADDONLANG['moving_licence_ready'] = 'Elle reste intacte jusqu’à ce que vous fournissiez le service de nouveau.';
$_ADDONLANG['moving_licence_done'] = 'Le service a un enregistrement de ce module. Révoquez la licence dans le portail partenaire, sinon les deux sont facturées.';
$_ADDONLANG['moving_is_revoked'] = 'La licence %s est révoquée';
$_ADDONLANG['moving_revoked_now'] = 'La licence %s compte maintenant comme révoquée, et n’empêche plus de terminer son service.';
$_ADDONLANG['moving_revoked'] = 'Licences dites révoquées';
$_ADDONLANG['moving_revoked_text'] = 'Il a été dit ici qu’elles sont révoquées dans le portail partenaire, où ce module ne peut pas regarder. Elles '
    . 'n’empêchent pas de terminer leurs services. Revenez sur ce qui a été pressé par erreur.';
$_ADDONLANG['moving_said'] = 'Dit par';
$_ADDONLANG['moving_is_not_revoked'] = 'La licence %s n’est pas révoquée';
$_ADDONLANG['moving_not_revoked_now'] = 'La licence %s compte de nouveau comme facturée.';
$_ADDONLANG['moving_licence_gone'] = 'Cette licence n’est plus dans la liste. Rien n’a été fait.';

$_ADDONLANG['keys_title'] = 'Clés partenaire';
$_ADDONLANG['keys_text'] = 'Toutes les clés que cette boutique connaît, avec les offres qu’elles détiennent d’après ses '
    . 'registres. Une offre appartient à la clé qui l’a provisionnée, et seule cette clé peut y mettre fin.';
$_ADDONLANG['keys_none'] = 'Il n’y a pas encore de clé partenaire. Saisissez celle d’Automattic dans les réglages de l’addon.';
$_ADDONLANG['keys_key'] = 'Clé';
$_ADDONLANG['keys_plans'] = 'Offres';
$_ADDONLANG['keys_used_by'] = 'Utilisée par';
$_ADDONLANG['keys_own'] = 'celle de l’addon';
$_ADDONLANG['keys_state_kept'] = 'secret conservé';
$_ADDONLANG['keys_state_typed'] = 'saisie dans les réglages';
$_ADDONLANG['keys_state_unknown'] = 'secret inconnu ici';
$_ADDONLANG['keys_made_on'] = 'Créée le %s.';
$_ADDONLANG['keys_number'] = 'Son numéro pour le réglage Key Numbers : %s.';
$_ADDONLANG['keys_count'] = '%s : %d';
$_ADDONLANG['keys_count_of'] = '%1$s : %2$d sur %3$d';
$_ADDONLANG['keys_full'] = 'limite atteinte';
$_ADDONLANG['keys_no_plans'] = 'Aucune';
$_ADDONLANG['keys_no_users'] = 'Aucun produit';
$_ADDONLANG['keys_remove_how'] = 'Retirer …';
$_ADDONLANG['keys_remove_text'] = 'La clé est seulement oubliée ici. Chez WordPress.com elle continue d’exister, et sans son '
    . 'secret personne ne pourra plus l’utiliser ici.';
$_ADDONLANG['keys_remove_sure'] = 'J’ai son secret ailleurs, ou n’en ai plus besoin.';
$_ADDONLANG['keys_remove'] = 'Retirer %s';
$_ADDONLANG['keys_is_own'] = 'C’est la clé des réglages de l’addon, elle n’est donc pas retirée.';
$_ADDONLANG['keys_is_needed'] = 'Elle n’est pas retirée : des offres qu’elle a provisionnées existent, ou peut-être. '
    . 'Enregistrements qui en ont besoin : %d.';
$_ADDONLANG['keys_is_used'] = 'Elle n’est pas retirée, car elle est utilisée par : %s. Choisissez-leur d’abord une autre clé.';
$_ADDONLANG['keys_is_used_by_addons'] = 'Elle n’est pas retirée, car ces Product Addons l’utilisent : %s. Mettez d’abord une autre clé dans les Module Settings de chacun (System Settings > Product Addons).';
$_ADDONLANG['keys_is_billed'] = 'Elle n’est pas retirée : le rapport de ce que vous payez indique des offres d’elle : %d. Résiliez-les dans l’onglet Ce que je paie, ou faites-les reprendre par des services, et relisez le rapport.';
$_ADDONLANG['keys_is_perhaps_needed'] = 'Elle n’est pas retirée : des services sans registre ici ont peut-être des offres d’elle. Reprenez-les d’abord, dans l’onglet Reprise.';
$_ADDONLANG['keys_not_sure'] = 'Cochez la case de confirmation. Rien n’a été retiré.';
$_ADDONLANG['keys_removed'] = 'La clé %s est oubliée ici. Chez WordPress.com elle continue d’exister.';
$_ADDONLANG['keys_gone'] = 'Cette clé n’est plus dans la liste. Rien n’a été fait.';
$_ADDONLANG['keys_products'] = 'Clés des produits';
$_ADDONLANG['keys_products_text'] = 'La clé d’un produit vaut pour les offres qu’il vend à partir de maintenant ; les offres '
    . 'existantes gardent la leur.';
$_ADDONLANG['keys_of_product'] = 'Clé de %s';
$_ADDONLANG['keys_of_addon'] = 'Celle de l’addon';
$_ADDONLANG['keys_choose'] = 'Enregistrer';
$_ADDONLANG['keys_chosen'] = '%1$s provisionne désormais les nouvelles offres avec la clé %2$s.';
$_ADDONLANG['keys_chosen_own'] = '%s provisionne désormais les nouvelles offres avec la clé de l’addon.';
$_ADDONLANG['keys_not_chosen'] = 'Choisissez une des clés. Rien n’a été modifié.';
$_ADDONLANG['keys_typed_otherwise'] = 'Le secret dans les Module Settings de %1$s n’est pas celui qui est conservé pour la clé '
    . '%2$s. Effacez-y d’abord le mauvais. Rien n’a été modifié.';
$_ADDONLANG['keys_unrecorded'] = '%s a des services dont ce module n’a pas de registre ; leurs offres appartiennent peut-être à sa clé actuelle, et aucune autre ne peut y mettre fin. Reprenez-les d’abord, dans l’onglet Reprise. Rien n’a été changé.';
$_ADDONLANG['keys_typed_half'] = 'Les Module Settings de %s contiennent un secret sans son identifiant partenaire. Ajoutez-y l’identifiant, ou videz le secret. Rien n’a été changé.';
$_ADDONLANG['keys_new'] = 'Créer une clé';
$_ADDONLANG['keys_new_text'] = 'Pour une offre groupée ou un revendeur : une clé sous celle de l’addon, avec ses propres '
    . 'limites. Vous payez ce qu’elle provisionne. Une limite vide vaut 0. Son secret est montré une fois, et conservé ici '
    . 'chiffré.';
$_ADDONLANG['keys_for_others'] = 'Les clés sont créées, choisies et retirées par les administrateurs complets, ou par les '
    . 'rôles que nomme le réglage Roles that may end plans de l’addon.';
$_ADDONLANG['keys_name'] = 'Nom';
$_ADDONLANG['keys_limit'] = 'Limite de %s';
$_ADDONLANG['keys_notes'] = 'Notes';
$_ADDONLANG['keys_make'] = 'Créer la clé';
$_ADDONLANG['keys_bad_name'] = 'Donnez à la clé un nom de 1 à %d caractères. Rien n’a été créé.';
$_ADDONLANG['keys_bad_notes'] = 'Les notes dépassent %d caractères. Rien n’a été créé.';
$_ADDONLANG['keys_bad_limit'] = '« %s » n’est pas une limite. Écrivez un nombre entier ; vide vaut 0 : la clé n’en fournit alors aucune. Rien n’a été créé.';
$_ADDONLANG['keys_no_limit'] = 'Une clé dont toutes les limites sont 0 ne pourrait rien fournir. Donnez une limite à au moins une offre. Rien n’a été créé.';
$_ADDONLANG['keys_name_taken'] = 'Il y a déjà une clé nommée %s, ou peut-être. Choisissez un autre nom. Rien n’a été créé.';
$_ADDONLANG['keys_cannot_keep'] = 'Ce WHMCS n’offre pas de chiffrement, le secret ne pourrait donc pas être conservé. Rien n’a '
    . 'été créé.';
$_ADDONLANG['keys_pressed'] = 'Ce formulaire a déjà été envoyé, et on ne sait pas encore si la clé %s a été créée. Rien n’a '
    . 'été redemandé.';
$_ADDONLANG['keys_pressed_made'] = 'Ce formulaire a été envoyé deux fois et a créé une seule clé : %1$s, identifiant '
    . 'partenaire %2$s. Son secret est conservé ici chiffré ; seule la réponse au premier clic l’a montré.';
$_ADDONLANG['keys_made'] = 'La clé %1$s est créée ; son identifiant partenaire est %2$s. Son secret est montré ci-dessous, '
    . 'cette seule fois. Il est conservé ici chiffré : ne le copiez que si vous l’utilisez ailleurs.';
$_ADDONLANG['keys_made_lost'] = 'WordPress.com a créé la clé %1$s, identifiant partenaire %2$s, mais elle n’a pas pu être '
    . 'enregistrée ici. Copiez son secret maintenant : il n’est montré que cette fois. Saisissez ensuite les deux dans les '
    . 'Module Settings d’un produit.';
$_ADDONLANG['keys_unheard'] = 'Il existe peut-être chez WordPress.com une clé %1$s dont personne n’a le secret. Elle n’est pas '
    . 'redemandée. Regardez dans le portail partenaire, ou demandez à Automattic de la révoquer. %2$s';
$_ADDONLANG['keys_secret_of'] = 'Secret de %1$s, identifiant partenaire %2$s';
$_ADDONLANG['keys_copy'] = 'Copier';
$_ADDONLANG['keys_lost'] = 'Demandée le %s, sans réponse connue : il existe peut-être chez WordPress.com une telle clé dont '
    . 'personne n’a le secret. Regardez dans le portail partenaire, ou demandez à Automattic de la révoquer.';
$_ADDONLANG['keys_note'] = 'J’ai regardé';
$_ADDONLANG['keys_noted'] = 'Elle n’est plus dans la liste. Son nom peut resservir.';
$_ADDONLANG['keys_not_allowed'] = 'Votre rôle ne permet pas de créer, choisir ou retirer des clés. Rien n’a été fait ; '
    . 'demandez à un administrateur complet, ou voyez le réglage Roles that may end plans de l’addon.';

$_ADDONLANG['products_text'] = 'Cochez les offres que vous vendez. Chacune devient un produit avec ses Custom Fields et un e-mail de bienvenue. Il est caché jusqu’à '
    . 'ce que vous décochiez Hidden dans WHMCS, et ne peut être commandé sans prix. Les produits existants restent tels quels.';
$_ADDONLANG['products_features'] = 'Ce que font les parties de Jetpack';
$_ADDONLANG['products_cost'] = 'Coût par mois, %s';
$_ADDONLANG['products_monthly'] = 'Prix par mois, %s';
$_ADDONLANG['products_annually'] = 'Prix par an, %s';
$_ADDONLANG['products_margin'] = 'il vous reste %s';
$_ADDONLANG['products_margins'] = 'Il vous reste : %s';
$_ADDONLANG['products_kind'] = 'Faire de chaque offre';
$_ADDONLANG['products_kind_product'] = 'un produit';
$_ADDONLANG['products_kind_addon'] = 'un Product Addon, commandé avec un autre produit';
$_ADDONLANG['products_kind_both'] = 'les deux';
$_ADDONLANG['products_unknown_kind'] = 'Choisissez ce que devient chaque offre. Rien n’a été créé.';
$_ADDONLANG['products_addon'] = 'Product Addon';
$_ADDONLANG['products_addon_named'] = '%s (Product Addon)';
$_ADDONLANG['products_beside'] = 'Les clients peuvent commander les Product Addons avec';
$_ADDONLANG['products_beside_none'] = 'Il n’y a encore aucun produit avec lequel commander un Product Addon ; dès qu’il y en a un, choisissez-le sur la page du Product Addon.';
$_ADDONLANG['products_tax'] = 'Appliquer la taxe, comme réglé dans WHMCS';
$_ADDONLANG['products_save_costs'] = 'Enregistrer les coûts';
$_ADDONLANG['products_costs_saved'] = 'Ce que les offres vous coûtent est enregistré ; seule cette page le montre.';
$_ADDONLANG['products_none_chosen'] = 'Cochez au moins une offre. Rien n’a été créé.';
$_ADDONLANG['products_no_amount'] = '%s : %s n’est pas un montant. Écrivez-le comme 9,95, ou laissez vide. Rien n’a été enregistré ni créé.';
$_ADDONLANG['cycle_monthly'] = 'Par mois';
$_ADDONLANG['cycle_annually'] = 'Par an';
$_ADDONLANG['plan_free'] = 'Ce que Jetpack fait sans offre payante.';
$_ADDONLANG['plan_personal'] = 'Le plus petit de trois lots.';
$_ADDONLANG['plan_premium'] = 'Celui du milieu de trois lots ; il contient Personal.';
$_ADDONLANG['plan_professional'] = 'Le plus grand de trois lots ; il contient Premium.';
$_ADDONLANG['plan_jetpack-backup-daily'] = 'Sauvegardes, une par jour.';
$_ADDONLANG['plan_jetpack-backup-realtime'] = 'Sauvegardes à mesure que le site change ; contient Backup Daily.';
$_ADDONLANG['plan_jetpack-scan'] = 'Cherche les logiciels malveillants.';
$_ADDONLANG['plan_jetpack-anti-spam'] = 'Garde commentaires et formulaires sans spam.';
$_ADDONLANG['plan_complete'] = 'Backup, Scan, Anti-spam et VideoPress réunis. Seulement si votre contrat le nomme.';
$_ADDONLANG['plan_jetpack-videopress'] = 'Héberge les vidéos du site. Seulement si votre contrat le nomme.';
$_ADDONLANG['plan_further'] = 'Nommée par le réglage Further plans de l’addon.';
$_ADDONLANG['paths_title'] = 'Changer d’offre';
$_ADDONLANG['paths_missing'] = 'Les clients ne peuvent pas encore passer d’eux-mêmes de chacune des quatre offres aux autres. Chemins manquants : %s.';
$_ADDONLANG['paths_button'] = 'Laisser les clients changer';
$_ADDONLANG['paths_completed'] = 'Les clients peuvent changer entre ces produits, vers le haut et vers le bas. WHMCS le montre dans l’onglet Upgrades des produits.';
$_ADDONLANG['paths_failed'] = 'WHMCS n’a pas accepté les chemins. Rien n’a été changé ; réglez-les dans l’onglet Upgrades des produits. Le journal des modules dit '
    . 'pourquoi.';
$_ADDONLANG['products_group'] = 'Groupe de produits';
$_ADDONLANG['products_button'] = 'Créer les produits';
$_ADDONLANG['no_group'] = 'Les produits appartiennent à un groupe de produits, et il n’y en a pas encore.';
$_ADDONLANG['create_group'] = 'Créer un groupe de produits';
$_ADDONLANG['unknown_group'] = 'Choisissez un des groupes de produits.';
$_ADDONLANG['created'] = 'Créés : %s. Ceux sans prix en reçoivent un dans leur onglet Pricing ; puis décochez Hidden.';
$_ADDONLANG['nothing_created'] = 'Tous ceux qui sont cochés existent déjà. Rien n’a été changé.';
$_ADDONLANG['creation_failed'] = '%s n’a pas pu être créé : %s Cliquez de nouveau une fois cela corrigé ; ce qui existe n’est pas créé deux fois.';
$_ADDONLANG['no_mail'] = 'L’e-mail de bienvenue n’a pas pu être créé ; choisissez-en un autre dans leur onglet Details. Le journal des modules dit pourquoi.';
$_ADDONLANG['plan'] = 'Offre';
$_ADDONLANG['product'] = 'Produit';
$_ADDONLANG['state'] = 'État';
$_ADDONLANG['hidden'] = 'caché';
$_ADDONLANG['visible'] = 'en vente';
$_ADDONLANG['absent'] = 'non créé';

$_ADDONLANG['not_allowed'] = 'Votre rôle ne peut ni terminer des offres ni cesser de les gérer. Rien n’a été fait ; demandez à un administrateur complet, ou voyez le '
    . 'réglage Roles that may end plans de l’addon.';
$_ADDONLANG['bad_token'] = 'Le formulaire était trop ancien ou ne venait pas de cette page. Rien n’a été fait ; réessayez.';
$_ADDONLANG['success'] = 'Succès';
$_ADDONLANG['problem'] = 'Problème';
$_ADDONLANG['failed'] = 'Cette page a échoué de façon inattendue. Le journal des modules dit où ; merci de le signaler.';

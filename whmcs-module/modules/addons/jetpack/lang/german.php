<?php

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

$_ADDONLANG['server_module_missing'] = 'Der Ordner modules/servers/jetpack fehlt. Kopieren Sie beide Ordner des Pakets und aktivieren Sie das Modul '
    . 'noch einmal.';
$_ADDONLANG['folders_differ'] = 'Der Ordner modules/servers/jetpack hat Version %s des Moduls und modules/addons/jetpack Version %s. Kopieren Sie beide aus demselben Paket.';

$_ADDONLANG['tab_overview'] = 'Übersicht';
$_ADDONLANG['tab_services'] = 'Dienste';
$_ADDONLANG['tab_products'] = 'Produkte';
$_ADDONLANG['tab_keys'] = 'Schlüssel';
$_ADDONLANG['tab_billed'] = 'Was ich zahle';
$_ADDONLANG['tab_moving'] = 'Umzug';
$_ADDONLANG['tab_setup'] = 'Einrichtung';

$_ADDONLANG['services_search'] = 'Suchen';
$_ADDONLANG['services_search_hint'] = 'Website, Kunde oder Dienst #';
$_ADDONLANG['services_any'] = 'Alle';
$_ADDONLANG['services_differs'] = 'anders als verkauft';
$_ADDONLANG['services_ended'] = 'in WHMCS beendet, Tarif noch da';
$_ADDONLANG['services_key'] = 'Partner-ID';
$_ADDONLANG['services_sort'] = 'Reihenfolge';
$_ADDONLANG['services_newest'] = 'Neueste zuerst';
$_ADDONLANG['services_oldest'] = 'Älteste zuerst';
$_ADDONLANG['services_none'] = 'Noch wurde kein Tarif bereitgestellt. Eine bezahlte Bestellung tut das von selbst; oder drücken Sie Create beim Dienst '
    . 'eines Kunden.';
$_ADDONLANG['services_not_found'] = 'Damit wird kein Dienst gefunden.';
$_ADDONLANG['services_site'] = 'Website';
$_ADDONLANG['services_no_site'] = '(keine Adresse)';
$_ADDONLANG['services_service'] = 'Dienst';
$_ADDONLANG['services_client'] = 'Kunde';
$_ADDONLANG['services_attention'] = 'Prüfen';
$_ADDONLANG['services_first'] = 'Erste Seite';
$_ADDONLANG['services_next'] = 'Nächste Seite';
$_ADDONLANG['services_export'] = 'Als CSV exportieren';
$_ADDONLANG['services_time'] = 'Zeit';
$_ADDONLANG['services_action'] = 'Aktion';
$_ADDONLANG['services_said'] = 'Ergebnis';

$_ADDONLANG['bulk_with'] = 'Mit den angekreuzten Diensten:';
$_ADDONLANG['bulk_choose'] = 'bitte wählen';
$_ADDONLANG['bulk_next'] = 'Weiter';
$_ADDONLANG['bulk_page'] = 'Alle auf dieser Seite';
$_ADDONLANG['bulk_tick'] = '%s auswählen';
$_ADDONLANG['bulk_all'] = 'stattdessen alle %d gefundenen';
$_ADDONLANG['bulk_do_look'] = 'Jetzt nachsehen';
$_ADDONLANG['bulk_do_create'] = 'Noch einmal versuchen';
$_ADDONLANG['bulk_do_renew'] = 'Neuer Link';
$_ADDONLANG['bulk_do_adopt'] = 'Übernehmen';
$_ADDONLANG['bulk_do_terminate'] = 'Kündigen';
$_ADDONLANG['bulk_do_letgo'] = 'Nicht mehr verwalten';
$_ADDONLANG['bulk_means_look'] = 'WordPress.com wird gefragt, wie es um jeden Tarif steht, und die Aufzeichnungen folgen. Nichts wird gekauft oder '
    . 'gekündigt.';
$_ADDONLANG['bulk_means_create'] = 'Jeder fehlende Tarif wird noch einmal bestellt, wie mit der Schaltfläche Create: Was gelingt, wird berechnet, und sein '
    . 'Dienst wird aktiv; ein Produkt-Addon setzen Sie auf seiner eigenen Seite auf Active. Ein Tarif, der schon da ist, wird nicht zweimal gekauft. Ausgesetzte und beendete Dienste bleiben unberührt.';
$_ADDONLANG['bulk_means_renew'] = 'Jeder Inhaber, dessen Tarif wartet, bekommt einen neuen Link und ab jetzt zwei Wochen; der alte Link kann ungültig werden.';
$_ADDONLANG['bulk_means_adopt'] = 'Jeder Dienst übernimmt den Tarif, den seine Website von Ihrem Schlüssel schon hat, wenn kein anderer Dienst hier ihn hält. '
    . 'Nichts wird gekauft.';
$_ADDONLANG['bulk_means_terminate'] = 'Jeder Tarif wird jetzt bei WordPress.com gekündigt, und sein Dienst wird in WHMCS zu Terminated. Die Websites verlieren, '
    . 'was die Tarife ihnen gaben. Das lässt sich nicht rückgängig machen; ein Tarif kann nur neu gekauft werden.';
$_ADDONLANG['bulk_means_letgo'] = 'Tarife, deren Dienste WHMCS beendet oder gelöscht hat, leben weiter und werden von WordPress.com berechnet, bis jemand sie '
    . 'kündigt; dieses Modul kümmert sich nicht mehr um sie. Dienste in Gebrauch bleiben, wie sie sind.';
$_ADDONLANG['bulk_more'] = 'und %d weitere';
$_ADDONLANG['bulk_cancel'] = 'Abbrechen';
$_ADDONLANG['bulk_go_on'] = 'Fortfahren';
$_ADDONLANG['bulk_stop'] = 'Anhalten';
$_ADDONLANG['bulk_again'] = 'Fehlgeschlagene noch einmal versuchen (%d)';
$_ADDONLANG['bulk_back'] = 'Zurück zu den Diensten';
$_ADDONLANG['bulk_by'] = 'Begonnen %s von %s.';
$_ADDONLANG['bulk_progress'] = '%1$d von %2$d erledigt, keiner fehlgeschlagen.';
$_ADDONLANG['bulk_progress_failed'] = '%1$d von %2$d erledigt, davon %3$d fehlgeschlagen.';
$_ADDONLANG['bulk_is_stopped'] = 'Angehalten.';
$_ADDONLANG['bulk_unfinished'] = 'ist nicht fertig:';
$_ADDONLANG['bulk_latest'] = 'Letzte Sammelaktionen';
$_ADDONLANG['bulk_hint'] = 'Es geht weiter, solange diese Seite offen ist. Wenn Sie sie schließen, geht nichts verloren: Drücken Sie später hier oder in der '
    . 'Liste der Dienste Fortfahren.';
$_ADDONLANG['bulk_broken'] = 'Der Server hat nicht wie erwartet geantwortet. Was erledigt ist, bleibt erledigt. Es wird einige Male wieder versucht; öffnen '
    . 'Sie danach diese Seite neu.';
$_ADDONLANG['bulk_done'] = 'Erledigt';
$_ADDONLANG['bulk_failed'] = 'Fehlgeschlagen';
$_ADDONLANG['bulk_shown'] = 'Gezeigt sind %d von %d, die fehlgeschlagenen zuerst.';
$_ADDONLANG['bulk_unknown'] = 'Diese Sammelaktion gibt es nicht mehr. Nichts wurde getan; wählen Sie die Dienste noch einmal.';
$_ADDONLANG['bulk_no_action'] = 'Wählen Sie, was mit den Diensten geschehen soll. Noch wurde nichts getan.';
$_ADDONLANG['bulk_nothing'] = 'Kreuzen Sie zuerst die Dienste an. Noch wurde nichts getan.';
$_ADDONLANG['bulk_too_many'] = 'Mehr als %d Dienste auf einmal sind zu viele: Grenzen Sie die Suche ein. Nichts wurde getan.';
$_ADDONLANG['bulk_gone'] = 'Seine Aufzeichnung ist nicht mehr da. Nichts wurde getan.';
$_ADDONLANG['bulk_unreadable'] = 'Seine Aufzeichnung ist nicht lesbar, darum wurde nichts getan. Seine Zeile in der Liste der Dienste sagt mehr.';
$_ADDONLANG['bulk_ended'] = 'WHMCS hat diesen Dienst beendet, gelöscht oder einem anderen Modul gegeben: Mit seinem Tarif geht nur Jetzt nachsehen, Kündigen '
    . 'und Nicht mehr verwalten. Nichts wurde getan.';
$_ADDONLANG['bulk_not_tried'] = 'Der Dienst hat in WHMCS den Status %s, und dies gilt nur für Pending und Active. Nichts wurde getan; drücken Sie die Schaltfläche auf '
    . 'seiner Seite, wenn Sie es so meinen.';
$_ADDONLANG['bulk_status_left'] = 'Der Tarif wurde gekündigt, aber WHMCS hat das Produkt-Addon nicht auf Terminated gesetzt: %s Setzen Sie den Status auf '
    . 'seiner Seite.';
$_ADDONLANG['bulk_no_word'] = 'WHMCS hat ohne Angabe eines Grundes abgelehnt. Sehen Sie im Modulprotokoll nach.';
$_ADDONLANG['bulk_lost'] = 'Es wurde mehrmals begonnen, und jedes Mal brach der Server ab. Sehen Sie sich den Dienst und das Fehlerprotokoll von PHP an, dann '
    . 'versuchen Sie es noch einmal.';
$_ADDONLANG['bulk_repeated'] = '(Es war vorher ohne Ergebnis begonnen worden und wurde darum noch einmal verlangt; das kauft oder kündigt nichts zweimal.)';

$_ADDONLANG['credentials_button'] = 'Zugangsdaten prüfen';

$_ADDONLANG['setup_complete'] = 'Die Einrichtung ist vollständig.';
$_ADDONLANG['setup_left'] = 'Zu tun: %d.';
$_ADDONLANG['setup_state_done'] = 'Erledigt';
$_ADDONLANG['setup_state_todo'] = 'Zu tun';
$_ADDONLANG['setup_state_note'] = 'Hinweis';
$_ADDONLANG['setup_machine'] = 'Dieser Server';
$_ADDONLANG['setup_key'] = 'WordPress.com';
$_ADDONLANG['setup_shop'] = 'Angebot';
$_ADDONLANG['setup_line_web'] = 'PHP des Webservers';
$_ADDONLANG['setup_line_cron'] = 'Cron';
$_ADDONLANG['setup_line_tables'] = 'Tabellen';
$_ADDONLANG['setup_line_hooks'] = 'Hooks';
$_ADDONLANG['setup_line_settings'] = 'Einstellungen';
$_ADDONLANG['setup_line_credentials'] = 'Zugangsdaten';
$_ADDONLANG['setup_line_api'] = 'Partner-API';
$_ADDONLANG['setup_line_clock'] = 'Uhr';
$_ADDONLANG['setup_line_others'] = 'Anderer Schlüssel';
$_ADDONLANG['setup_line_products'] = 'Produkte';
$_ADDONLANG['setup_line_fields'] = 'Custom Fields';
$_ADDONLANG['setup_line_prices'] = 'Preise';
$_ADDONLANG['setup_line_mail'] = 'Begrüßungsmail';
$_ADDONLANG['setup_php'] = 'PHP %s (%s) mit Version %s des Moduls.';
$_ADDONLANG['setup_way_extension'] = 'Rust wird über die PHP-Erweiterung erreicht.';
$_ADDONLANG['setup_way_program'] = 'Rust wird über das Programm jetpack-partner erreicht. Über die PHP-Erweiterung bräuchte ein Aufruf einen '
    . 'Umlauf zu WordPress.com statt dreier, weil Verbindungen offen bleiben.';
$_ADDONLANG['setup_file'] = 'Die Erweiterung für dieses PHP ist die Datei extensions/%s/jetpack_bridge.so des Pakets.';
$_ADDONLANG['setup_installer'] = 'Was der Installer von diesem PHP wissen will (jetpack-partner install --web)';
$_ADDONLANG['setup_cron_never'] = 'Der Cron von WHMCS lief nicht, seit diese Version installiert ist. Er versucht fehlgeschlagene Bestellungen noch einmal, '
    . 'erinnert Inhaber und findet Tarife, die niemand mehr verkauft. Lassen Sie seinen Befehl alle fünf Minuten laufen, wie Automation Settings ihn '
    . 'zeigt, mit PHP 8.1 oder neuer.';
$_ADDONLANG['setup_cron_unseen'] = 'Das ist erst zu sehen, wenn WHMCS die Hooks bemerkt hat, siehe unten.';
$_ADDONLANG['setup_cron_done'] = 'Er lief %s.';
$_ADDONLANG['setup_cron_late'] = 'Er lief %s und sollte alle fünf Minuten laufen. Sein Befehl steht in Automation Settings.';
$_ADDONLANG['setup_cron_other'] = 'Die Moduldateien haben jetzt eine andere Version: Lassen Sie den Cron noch einmal laufen; bleibt das so, sehen Sie nach, ob '
    . 'er auf einem anderen Server läuft.';
$_ADDONLANG['setup_tables_done'] = 'Sie haben die Form dieser Version.';
$_ADDONLANG['setup_hooks_done'] = 'WHMCS sagt dem Modul von gelöschten Diensten, geänderten Bestellungen und dem Cron.';
$_ADDONLANG['setup_hooks_todo'] = 'WHMCS hat die Datei hooks.php nicht bemerkt, die neuer ist als die Aktivierung. Speichern Sie die Einstellungen des Addons '
    . 'einmal, wie sie sind.';
$_ADDONLANG['setup_configure'] = 'Konfigurieren';
$_ADDONLANG['setup_settings_roles'] = 'Roles that may end plans: Keine Administratorrolle heißt %s.';
$_ADDONLANG['setup_settings_done'] = 'Alle sind verständlich.';
$_ADDONLANG['setup_key_none'] = 'Partner-ID und Geheimnis kommen mit dem Vertrag von Automattic.';
$_ADDONLANG['setup_key_of_products'] = 'Jedes Produkt hat einen eigenen Schlüssel in seinen Module Settings; hier wird keiner gebraucht.';
$_ADDONLANG['setup_key_get'] = 'Partner werden';
$_ADDONLANG['setup_key_todo'] = 'WordPress.com wurde noch nicht gefragt, ob es diese annimmt.';
$_ADDONLANG['setup_step_token'] = 'Es wurde kein Zugriffstoken ausgestellt.';
$_ADDONLANG['setup_step_key'] = 'Ein Token wurde ausgestellt, dann wurde der Schlüssel abgelehnt.';
$_ADDONLANG['setup_checked'] = '%s Geprüft %s.';
$_ADDONLANG['setup_api_done'] = 'Sie antwortete in %d ms, %s.';
$_ADDONLANG['setup_clock_ahead'] = 'Sie geht gegenüber WordPress.com %d s vor.';
$_ADDONLANG['setup_clock_behind'] = 'Sie geht gegenüber WordPress.com %d s nach.';
$_ADDONLANG['setup_clock_todo'] = 'Zertifikate und Tokens scheitern an einer falschen Uhr: Lassen Sie sie durch NTP stellen.';
$_ADDONLANG['setup_others_kept'] = 'Tarife, die zur Partner-ID %2$s gehören: %1$d. Deren Geheimnis ist verschlüsselt aufbewahrt und betreut und beendet sie '
    . 'weiter.';
$_ADDONLANG['setup_others_lost'] = 'Tarife, die zur Partner-ID %2$s gehören: %1$d. Deren Geheimnis ist nicht aufbewahrt, darum lassen sie sich von hier nicht '
    . 'beenden. Tragen Sie ID und Geheimnis in den Module Settings eines ihrer Produkte ein und öffnen Sie diese Seite noch einmal.';
$_ADDONLANG['setup_products_todo'] = 'Noch ist kein Produkt auf dieses Modul eingestellt.';
$_ADDONLANG['setup_fields_done'] = 'Jedes Produkt hat seine vier, wie das Modul sie braucht.';
$_ADDONLANG['setup_fields_todo'] = 'Fehlend, nicht auf dem Bestellformular oder vor Kunden verborgen: %s.';
$_ADDONLANG['setup_fields_repair'] = 'Reparieren';
$_ADDONLANG['setup_fields_repaired'] = 'Die Custom Fields sind vollständig. Ihre Namen, Beschreibungen und Muster blieben, wie sie sind.';
$_ADDONLANG['setup_prices_todo'] = 'Noch ist nichts bestellbar: Setzen Sie einen Preis im Reiter Pricing des Produkts und nehmen Sie das Häkchen bei Hidden weg.';
$_ADDONLANG['setup_prices_done'] = 'Bestellbar: %s.';
$_ADDONLANG['setup_prices_left'] = 'Ohne Preis: %s.';
$_ADDONLANG['setup_open'] = '%s öffnen';
$_ADDONLANG['setup_mail_done'] = 'Jedes Produkt hat eine.';
$_ADDONLANG['setup_mail_note'] = 'Für %s wird keine gesendet; der Inhaber findet den nächsten Schritt nur im Kundenbereich.';
$_ADDONLANG['setup_mail_unknown'] = 'Die Mailvorlagen von WHMCS waren nicht lesbar. Produkte funktionieren ohne Mail.';
$_ADDONLANG['setup_mail_repair'] = 'Jetpack Welcome senden';
$_ADDONLANG['setup_mail_repaired'] = 'Jetpack Welcome wird für jedes Produkt gesendet, das keine Mail hatte.';
$_ADDONLANG['ago_days'] = 'vor %d Tagen';
$_ADDONLANG['ago_hours'] = 'vor %d Stunden';
$_ADDONLANG['ago_minutes'] = 'vor %d Minuten';
$_ADDONLANG['ago_now'] = 'gerade eben';

$_ADDONLANG['ended_title'] = 'Tarife ohne Dienst';
$_ADDONLANG['ended_text'] = 'WHMCS hat die Dienste dieser Tarife beendet oder gelöscht, ohne das Modul um die Kündigung zu bitten; sie werden also vielleicht '
    . 'noch berechnet. Kündigen Sie einen Tarif jetzt, oder verwalten Sie ihn nicht mehr: Dann lebt er weiter, und dieses Modul kümmert sich nicht mehr um ihn. Um '
    . 'einen Tarif zu behalten, dessen Dienst es noch gibt, setzen Sie den Dienst zurück.';
$_ADDONLANG['ended_was'] = 'Dienst';
$_ADDONLANG['ended_site'] = 'Website';
$_ADDONLANG['ended_since'] = 'Seit';
$_ADDONLANG['ended_until'] = 'Kündigung am';
$_ADDONLANG['ended_never'] = 'nicht von selbst';
$_ADDONLANG['ended_cancel'] = 'Jetzt kündigen';
$_ADDONLANG['ended_let_go'] = 'Nicht mehr verwalten';
$_ADDONLANG['ended_more'] = 'Es gibt %d weitere.';
$_ADDONLANG['ended_no_more'] = 'Dieser Tarif steht nicht mehr in der Liste. Nichts wurde getan.';

$_ADDONLANG['overview_attention'] = 'Braucht Aufmerksamkeit';
$_ADDONLANG['overview_calm'] = 'Nichts braucht Ihre Aufmerksamkeit.';
$_ADDONLANG['overview_none'] = 'Noch gibt es keinen Tarif. Verkaufen Sie einen, oder drücken Sie Create auf der Seite des Dienstes eines Kunden.';
$_ADDONLANG['overview_more'] = 'Gezeigt sind die %d, die sich zuletzt geändert haben.';
$_ADDONLANG['overview_matter'] = 'Worum es geht';
$_ADDONLANG['overview_details'] = 'Einzelheiten';
$_ADDONLANG['overview_kind_refused'] = 'Fehlgeschlagen: WordPress.com hat den Tarif abgelehnt';
$_ADDONLANG['overview_kind_unknown'] = 'Unbekannt: Eine Anfrage blieb ohne Antwort';
$_ADDONLANG['overview_kind_waiting'] = 'Wartet auf den Inhaber';
$_ADDONLANG['overview_kind_orphaned'] = 'Verwaist: WHMCS hat den Dienst gelöscht';
$_ADDONLANG['overview_kind_ended'] = 'In WHMCS beendet und nicht gekündigt';
$_ADDONLANG['overview_kind_gone'] = 'Der Tarif ist nicht mehr da';
$_ADDONLANG['overview_kind_replaced'] = 'Ein anderer Tarif, als verkauft wurde';
$_ADDONLANG['overview_kind_unreadable'] = 'Die Aufzeichnung ist nicht lesbar';
$_ADDONLANG['overview_cost_not_billed'] = 'an Automattic bezahlt, nicht berechnet';
$_ADDONLANG['overview_cost_no_plan'] = 'berechnet, kein Tarif';
$_ADDONLANG['overview_day_left'] = 'noch 1 Tag';
$_ADDONLANG['overview_days_left'] = 'noch %d Tage';
$_ADDONLANG['overview_states'] = 'Tarife nach Zustand';
$_ADDONLANG['overview_count'] = 'Tarife';
$_ADDONLANG['overview_months'] = 'Tarife je Monat';
$_ADDONLANG['overview_months_text'] = 'Die Monate sind die von UTC. Aktiv sind die Tarife am Ende des Monats, im laufenden Monat die von jetzt.';
$_ADDONLANG['overview_months_since'] = 'Die Aufzeichnungen sind ab %s vollständig; Monate davor werden nicht gezeigt.';
$_ADDONLANG['overview_months_counted'] = 'Gezählt %s.';
$_ADDONLANG['overview_months_later'] = 'Die Tarife je Monat zählt einer der nächsten Läufe des Crons.';
$_ADDONLANG['overview_months_numbers'] = 'Dasselbe in Zahlen';
$_ADDONLANG['overview_month'] = 'Monat';
$_ADDONLANG['overview_new'] = 'Neu';
$_ADDONLANG['overview_ended'] = 'Beendet';
$_ADDONLANG['overview_active'] = 'Aktiv';

$_ADDONLANG['billed_title'] = 'Wofür zahle ich?';
$_ADDONLANG['billed_text'] = 'Der eigene Bericht von WordPress.com über die Tarife, die Ihnen berechnet werden, verglichen mit den Diensten hier. Das Lesen ändert nichts.';
$_ADDONLANG['billed_unset'] = 'Freiwillig. Nötig sind das Token eines WordPress.com-Benutzers, der zu Ihrem Partnerkonto gehört, und die Nummern dieses Kontos und '
    . 'seiner Schlüssel: Tragen Sie User Token, Partner Number und Key Numbers ein.';
$_ADDONLANG['billed_read'] = 'Bericht lesen';
$_ADDONLANG['billed_go_on'] = 'Weiterlesen';
$_ADDONLANG['billed_again'] = 'Neu lesen';
$_ADDONLANG['billed_progress'] = 'Wird gelesen: bisher %d Tarife.';
$_ADDONLANG['billed_age'] = 'Wie WordPress.com es berichtet hat. Gelesen: %s.';
$_ADDONLANG['billed_done'] = 'Der Bericht ist gelesen und verglichen.';
$_ADDONLANG['billed_some'] = 'Ein Teil des Berichts ist gelesen.';
$_ADDONLANG['billed_two'] = 'Jemand anderes liest den Bericht gerade. Öffnen Sie die Seite erneut, um zu sehen, was daraus wird.';
$_ADDONLANG['billed_untold'] = 'Der Bericht kann nach diesen Tarifen nicht einzeln gefragt werden: %s. Was davon berechnet wird, erscheint ohne seinen Tarif.';
$_ADDONLANG['billed_nothing'] = 'WordPress.com berechnet keinen Tarif.';
$_ADDONLANG['billed_number'] = 'Berechnet';
$_ADDONLANG['billed_sold_number'] = 'Davon hier verkauft';
$_ADDONLANG['billed_rest'] = 'Kosten des Rests im Monat';
$_ADDONLANG['billed_no_cost'] = 'nicht bekannt: im Tab Produkte eintragen';
$_ADDONLANG['billed_plan_unknown'] = '(der Bericht sagt nicht, welcher Tarif)';
$_ADDONLANG['billed_here'] = 'Hier';
$_ADDONLANG['billed_key'] = 'Schlüssel %s';
$_ADDONLANG['billed_since'] = 'seit %s';
$_ADDONLANG['billed_journal'] = 'Verlauf';
$_ADDONLANG['billed_word_unsold'] = 'Berechnet, hier nicht verkauft';
$_ADDONLANG['billed_word_ended'] = 'Berechnet, hier beendet';
$_ADDONLANG['billed_word_lost'] = 'Berechnet, hier weg';
$_ADDONLANG['billed_word_differs'] = 'Berechnet, anders verkauft';
$_ADDONLANG['billed_word_unbilled'] = 'Verkauft, nicht berechnet';
$_ADDONLANG['billed_word_unclear'] = 'Unklar';
$_ADDONLANG['billed_word_twice'] = 'Doppelt berechnet';
$_ADDONLANG['billed_word_near'] = 'Vielleicht dieselbe Website';
$_ADDONLANG['billed_word_waiting'] = 'Noch nicht berechnet';
$_ADDONLANG['billed_word_settled'] = 'Inzwischen erledigt';
$_ADDONLANG['billed_word_sold'] = 'Berechnet und verkauft';
$_ADDONLANG['billed_means_unsold'] = 'Sie zahlen für diese Tarife, und kein Dienst hier hat sie. Vielleicht sind sie mit demselben Schlüssel anderswo verkauft: in einem anderen Shop oder von Hand.';
$_ADDONLANG['billed_means_ended'] = 'Sie zahlen für diese Tarife, obwohl WHMCS ihre Dienste beendet oder gelöscht hat.';
$_ADDONLANG['billed_means_lost'] = 'Sie zahlen für diese Tarife, die ihre Dienste nicht mehr haben. Nachdem hier ein Tarif beendet wurde, kann der Bericht einen Tag zurückliegen: lesen Sie ihn dann neu. Was noch darin steht, wurde anderswo neu gekauft oder besteht weiter, und kann gekündigt werden.';
$_ADDONLANG['billed_means_differs'] = 'Sie zahlen für diese Tarife, und ein Dienst derselben Website hat einen anderen Tarif oder einen mit anderem Schlüssel.';
$_ADDONLANG['billed_means_unbilled'] = 'Diese Dienste sind aktiv, und der Bericht kennt ihre Tarife nicht. Er kann einen Tag zurückliegen. Jetzt nachsehen fragt, ob der Tarif da ist; wo keiner da war, beendet Terminate den Dienst.';
$_ADDONLANG['billed_means_unclear'] = 'Auf diesen Websites geschieht gerade etwas, oder ihre Aufzeichnungen sind nicht lesbar. Sehen Sie jetzt nach, oder lesen Sie den Bericht später neu.';
$_ADDONLANG['billed_means_twice'] = 'Sie zahlen für diese Tarife, und den Diensten ihrer Websites wird derselbe Tarif schon berechnet: so nach der Neuanmeldung einer Website. Vergleichen Sie beide im Partnerportal, und beenden Sie dort den, der nicht in Gebrauch ist.';
$_ADDONLANG['billed_means_near'] = 'Ein Dienst verkauft diesen Tarif unter einer Adresse eines Hosts, und der Bericht nennt ihn unter einer anderen. Es kann eine Website sein: der Bericht nennt vielleicht ihre Startseite, der Dienst den Ort von WordPress. Vergleichen Sie die Adressen.';
$_ADDONLANG['billed_means_waiting'] = 'WordPress.com führt diese Tarife, die auf die Inhaber ihrer Websites warten, und berechnet sie nicht. Was niemand verbindet, verfällt von selbst.';
$_ADDONLANG['billed_means_sold'] = 'Diese Tarife werden berechnet, und ihre Dienste haben sie: alles in Ordnung.';
$_ADDONLANG['billed_adopt'] = 'Von Dienst #%d übernehmen lassen';
$_ADDONLANG['billed_adopted'] = 'Der Tarif von %s gehört jetzt zu Dienst #%d.';
$_ADDONLANG['billed_cancel'] = 'Kündigen …';
$_ADDONLANG['billed_cancel_means'] = 'Der Tarif %1$s von %2$s wird jetzt bei WordPress.com gekündigt, und die Website verliert, was er ihr gab. Wurde er anderswo verkauft, '
    . 'zahlt dort jemand für nichts. Das lässt sich nicht rückgängig machen.';
$_ADDONLANG['billed_type'] = 'Um fortzufahren, geben Sie den Namen der Website ein';
$_ADDONLANG['billed_cancel_now'] = '%s kündigen';
$_ADDONLANG['billed_typed_other'] = 'Nichts wurde gekündigt: der eingegebene Name ist nicht der von %s.';
$_ADDONLANG['billed_no_key'] = 'Nichts wurde gekündigt: das Geheimnis des Schlüssels %s ist hier nicht bekannt. Nur der Schlüssel, der einen Tarif bestellt hat, kann ihn kündigen.';
$_ADDONLANG['billed_near'] = 'Nichts wurde gekündigt: derselbe Host hat einen Tarif unter %1$s, durch %2$s, und das kann die Website %3$s sein. Vergleichen Sie beide; sind es zwei, kündigen Sie den Tarif von %3$s im Partnerportal.';
$_ADDONLANG['billed_near_orphan'] = 'Jetzt wurde nichts gekündigt: %2$s, unter %1$s desselben Hosts, steht schon in der Übersicht. Beenden Sie erst das, dort.';
$_ADDONLANG['billed_named'] = 'Nichts wurde gekündigt: eine Website desselben Hosts gehört zu %1$s, wovon dieses Modul keine Aufzeichnung hat. Vergleichen Sie sie mit %2$s: ist es dieselbe, lassen Sie den Tarif mit Adopt plan auf der Seite des Dienstes übernehmen; wenn nicht, kündigen Sie den Tarif von %2$s im Partnerportal.';
$_ADDONLANG['billed_untold_named'] = 'Die Dienste %s nennen diese Website, und der Bericht sagt nicht, welcher Tarif es ist. Nichts wird beendet, bevor bekannt ist, wem er gehört.';
$_ADDONLANG['billed_unreadable'] = 'Nichts wurde gekündigt: ein Tarif desselben Hosts hat eine unlesbare Aufzeichnung, oder dort geschieht gerade etwas. Versuchen Sie es später noch einmal.';
$_ADDONLANG['billed_several'] = 'Die Dienste %s nennen diese Website und verkaufen diesen Tarif: übernehmen Sie im Reiter Umzug den, dem er gehört.';
$_ADDONLANG['billed_no_more'] = 'Das trifft nicht mehr zu. Lesen Sie den Bericht neu.';
$_ADDONLANG['billed_in_portal'] = 'Hat ihn kein Kunde, beenden Sie ihn im Partnerportal: Website oder Tarif sind nicht genau genug genannt, um ihn von hier zu kündigen.';
$_ADDONLANG['billed_overview'] = 'Übersicht, wo er gekündigt werden kann';

$_ADDONLANG['setup_line_moving'] = 'Umzug';
$_ADDONLANG['setup_line_files'] = 'Ältere Dateien';
$_ADDONLANG['setup_moving_services'] = 'Dienste in Gebrauch, von denen dieses Modul keine Aufzeichnung hat: %d. Sie können vom ersten Jetpack-Modul sein.';
$_ADDONLANG['setup_moving_licences'] = 'Lizenzschlüssel des Lizenzmoduls: %d.';
$_ADDONLANG['setup_moving_products'] = 'Produkte vom Addon des ersten Moduls ohne die Option Plan: %d.';
$_ADDONLANG['setup_files'] = 'Diese können von einem älteren Jetpack-Modul sein: %s. WHMCS führt ihre Hooks vielleicht noch auf jeder Seite aus. Löschen Sie '
    . 'sie und kopieren Sie beide Ordner dieses Pakets noch einmal.';
$_ADDONLANG['setup_files_alike'] = 'Sehen Sie sich diese an, in deren Namen jetpack steht: %s. Sie sind weder aus diesem Paket noch von einem älteren '
    . 'Modul bekannt. Sind es Ihre eigenen, lassen Sie sie stehen.';
$_ADDONLANG['moving_services'] = 'Dienste ohne Aufzeichnung';
$_ADDONLANG['moving_text'] = 'Dienste in Gebrauch, von denen dieses Modul keine Aufzeichnung hat, wie die des ersten Jetpack-Moduls. Zuerst wird WordPress.com '
    . 'gefragt, was ihre Websites haben; das ändert nichts. Dann ziehen die um, deren Tarif von Ihrem Schlüssel da ist: Von da an betreut das Modul den '
    . 'Tarif, und Terminate beendet ihn. Kein Tarif wird bestellt oder gekündigt, und nichts wird gelöscht.';
$_ADDONLANG['moving_none'] = 'Jeder Dienst in Gebrauch hat eine Aufzeichnung.';
$_ADDONLANG['moving_all_moved'] = 'Jeder Dienst in Gebrauch hat eine Aufzeichnung: Alle sind umgezogen.';
$_ADDONLANG['moving_progress'] = 'Nach %d von %d gefragt.';
$_ADDONLANG['moving_ask'] = 'WordPress.com fragen';
$_ADDONLANG['moving_go_on'] = 'Weiter fragen';
$_ADDONLANG['moving_again'] = 'Nach allen noch einmal fragen';
$_ADDONLANG['moving_adopt'] = '%d umziehen';
$_ADDONLANG['moving_any'] = 'Alle ohne Aufzeichnung';
$_ADDONLANG['moving_what'] = 'Website und Tarif';
$_ADDONLANG['moving_report'] = 'Bericht';
$_ADDONLANG['moving_word_open'] = 'Noch nicht gefragt';
$_ADDONLANG['moving_word_ours'] = 'Kann umziehen';
$_ADDONLANG['moving_word_moved'] = 'Umgezogen';
$_ADDONLANG['moving_word_nothing'] = 'Nichts da';
$_ADDONLANG['moving_word_another'] = 'Anderer Tarif';
$_ADDONLANG['moving_word_foreign'] = 'Von anderem Schlüssel';
$_ADDONLANG['moving_word_twice'] = 'Zweimal genannt';
$_ADDONLANG['moving_word_held'] = 'Bei einem anderen';
$_ADDONLANG['moving_word_unclear'] = 'Unvollständig';
$_ADDONLANG['moving_word_settings'] = 'Vom Lizenzmodul';
$_ADDONLANG['moving_word_key'] = 'Schlüssel abgelehnt';
$_ADDONLANG['moving_word_unheard'] = 'Keine Antwort';
$_ADDONLANG['moving_word_kept'] = 'Nicht umgezogen';
$_ADDONLANG['moving_do_changed'] = 'Seine Website oder sein Tarif wurde nach der Anfrage geändert. Fragen Sie erneut nach ihm.';
$_ADDONLANG['moving_do_ours'] = 'Der Tarif ist da, von diesem Schlüssel.';
$_ADDONLANG['moving_do_moved'] = '';
$_ADDONLANG['moving_damage'] = 'Das Detailfeld des Kunden zeigt, was für einen anderen Dienst geschrieben wurde. Es bleibt so, bis dies geklärt ist.';
$_ADDONLANG['moving_damage_mended'] = 'Das Detailfeld des Kunden zeigt, was für einen anderen Dienst geschrieben wurde. Es wird neu geschrieben.';
$_ADDONLANG['moving_strays'] = 'Texte des Detailfelds, die zu keinem Dienst gehören: %d. Das erste Modul hat sie unter der Nummer einer Bestellung abgelegt. '
    . 'Niemand liest sie, und sie bleiben, wie sie sind.';
$_ADDONLANG['moving_twins'] = 'Die Dienste %s nennen denselben Tarif derselben Website. Berichtigen Sie das Feld Site URL bei denen, deren Website es nicht '
    . 'ist, und fragen Sie noch einmal; oder drücken Sie Adopt plan auf der Seite dessen, dem er gehört.';
$_ADDONLANG['moving_stopped'] = 'Nichts wurde geändert. Beheben Sie das, dann fragen Sie noch einmal.';
$_ADDONLANG['moving_asked'] = 'Nach allen %d wurde gefragt, und nichts wurde geändert.';
$_ADDONLANG['moving_asked_some'] = 'Nach %d wurde gefragt, %d sind übrig. Nichts wurde geändert.';
$_ADDONLANG['moving_ask_first'] = 'Fragen Sie zuerst nach allen: Zwei Dienste können dieselbe Website nennen. Nichts wurde geändert.';
$_ADDONLANG['moving_moved'] = 'Umgezogen: %d.';
$_ADDONLANG['moving_refused'] = 'Nicht umgezogen: %d; die Liste sagt, warum.';
$_ADDONLANG['moving_ended'] = 'Nicht mehr in Gebrauch, und nicht umgezogen: %d.';
$_ADDONLANG['moving_left'] = 'Übrig: %d.';
$_ADDONLANG['moving_changed'] = 'Der Dienst #%d nennt eine andere Website oder einen anderen Tarif als bei der Anfrage, und mit ihm wurde nichts '
    . 'getan. Fragen Sie nach ihm, und ziehen Sie dann die übrigen um.';
$_ADDONLANG['moving_products'] = 'Produkte vom Addon des ersten Moduls';
$_ADDONLANG['moving_products_text'] = 'Dieses Modul nimmt den Tarif aus der Option Plan des Produkts, und nur solange sie leer ist, aus dem Feld Plan jedes '
    . 'Dienstes.';
$_ADDONLANG['moving_was'] = 'Tarif in dessen Tabelle';
$_ADDONLANG['moving_option'] = 'Option Plan';
$_ADDONLANG['moving_others'] = 'Dienste, deren Feld Plan einen anderen nennt: %d. Ist die Option gesetzt, gilt sie auch für sie.';
$_ADDONLANG['moving_set_plan'] = '%1$s für %2$s setzen';
$_ADDONLANG['moving_plan_unknown'] = 'So ein Tarif ist nicht bekannt. Wählen Sie einen in den Module Settings.';
$_ADDONLANG['moving_plan_set'] = 'Die Option Plan von %s ist jetzt %s.';
$_ADDONLANG['moving_plan_kept'] = 'Die Option Plan von %s war schon gesetzt und bleibt, wie sie ist.';
$_ADDONLANG['moving_no_product'] = 'Dieses Produkt steht nicht mehr in der Liste. Nichts wurde getan.';
$_ADDONLANG['moving_licences'] = 'Lizenzen des Lizenzmoduls';
$_ADDONLANG['moving_licences_text'] = 'Ausgestellte und nicht widerrufene Schlüssel, mit ihren letzten vier Zeichen. Dieses Modul kann sie nicht '
    . 'widerrufen: Sie bleiben und werden berechnet, bis Sie sie im Partnerportal von Automattic widerrufen. Ist einer dort widerrufen, sagen Sie es '
    . 'hier: Er verlässt diese Liste, und sein Dienst kann beendet werden. Ein Dienst bekommt nur dann einen Tarif dieses Moduls, wenn Sie ihn neu '
    . 'bereitstellen.';
$_ADDONLANG['moving_key'] = 'Lizenz, ausgestellt';
$_ADDONLANG['moving_next'] = 'Nächster Schritt';
$_ADDONLANG['moving_provision'] = '#%d neu bereitstellen';
$_ADDONLANG['moving_provisioned'] = 'Der Dienst #%d hat jetzt einen Tarif dieses Moduls. Widerrufen Sie seine Lizenz im Partnerportal von Automattic, sonst '
    . 'wird beides berechnet.';
$_ADDONLANG['moving_no_licence'] = 'Dieser Dienst hat keine Lizenz mehr in der Liste. Nichts wurde getan.';
$_ADDONLANG['moving_licence_alone'] = 'WHMCS hat keinen Dienst dafür. Widerrufen Sie sie im Partnerportal, wenn niemand sie benutzt.';
$_ADDONLANG['moving_licence_ended'] = 'Ihr Dienst ist in WHMCS beendet, und die Lizenz wird vielleicht noch berechnet: Widerrufen Sie sie im Partnerportal.';
$_ADDONLANG['moving_licence_module'] = 'Ihr Produkt ist auf ein anderes Modul eingestellt. Lassen Sie es so, oder wählen Sie zuerst Jetpack in dessen Module '
    . 'Settings.';
$_ADDONLANG['moving_licence_settings'] = 'Die Module Settings ihres Produkts enthalten API-Token und Produkt des Lizenzmoduls, wo dieses Modul Partner-ID und '
    . 'Geheimnis hat. Leeren Sie beide, oder tragen Sie jene ein, und wählen Sie einen Tarif.';
$_ADDONLANG['moving_licence_plan'] = 'Wählen Sie zuerst einen Tarif in den Module Settings ihres Produkts.';
$_ADDONLANG['moving_licence_suspended'] = 'Ihr Dienst ist in WHMCS gesperrt, und eine neue Bereitstellung würde ihn aktiv machen. Wenn er bezahlt '
    . 'ist, setzen Sie seinen Status auf seiner Seite auf Active, und stellen Sie ihn dann hier bereit.';
$_ADDONLANG['moving_licence_pending'] = 'Ihr Dienst ist in WHMCS noch ausstehend: Vielleicht ist er nicht bezahlt. Wenn er es ist, nehmen Sie seine '
    . 'Bestellung an, oder setzen Sie seinen Status auf seiner Seite auf Active, und stellen Sie ihn dann hier bereit.';
$_ADDONLANG['moving_licence_ready'] = 'Sie bleibt unberührt, bis Sie den Dienst neu bereitstellen.';
$_ADDONLANG['moving_licence_done'] = 'Der Dienst hat eine Aufzeichnung dieses Moduls. Widerrufen Sie die Lizenz im Partnerportal, sonst wird beides berechnet.';
$_ADDONLANG['moving_is_revoked'] = 'Die Lizenz %s ist widerrufen';
$_ADDONLANG['moving_revoked_now'] = 'Die Lizenz %s gilt jetzt als widerrufen und hält ihren Dienst nicht mehr davon ab, beendet zu werden.';
$_ADDONLANG['moving_revoked'] = 'Lizenzen, die widerrufen sein sollen';
$_ADDONLANG['moving_revoked_text'] = 'Hier wurde gesagt, dass sie im Partnerportal widerrufen sind, wo dieses Modul nicht nachsehen kann. Sie halten '
    . 'ihre Dienste nicht davon ab, beendet zu werden. Nehmen Sie zurück, was aus Versehen gedrückt wurde.';
$_ADDONLANG['moving_said'] = 'Gesagt von';
$_ADDONLANG['moving_is_not_revoked'] = 'Die Lizenz %s ist nicht widerrufen';
$_ADDONLANG['moving_not_revoked_now'] = 'Die Lizenz %s gilt wieder als berechnet.';
$_ADDONLANG['moving_licence_gone'] = 'Diese Lizenz steht nicht mehr in der Liste. Nichts wurde getan.';

$_ADDONLANG['keys_title'] = 'Partnerschlüssel';
$_ADDONLANG['keys_text'] = 'Alle Schlüssel, die dieser Shop kennt, mit den Tarifen, die sie nach seinen Aufzeichnungen haben. '
    . 'Ein Tarif gehört zu dem Schlüssel, der ihn bereitgestellt hat, und nur dieser kann ihn beenden.';
$_ADDONLANG['keys_none'] = 'Es gibt noch keinen Partnerschlüssel. Tragen Sie den von Automattic in den Einstellungen des '
    . 'Addons ein.';
$_ADDONLANG['keys_key'] = 'Schlüssel';
$_ADDONLANG['keys_plans'] = 'Tarife';
$_ADDONLANG['keys_used_by'] = 'Benutzt von';
$_ADDONLANG['keys_own'] = 'der des Addons';
$_ADDONLANG['keys_state_kept'] = 'Geheimnis ist aufbewahrt';
$_ADDONLANG['keys_state_typed'] = 'in den Einstellungen';
$_ADDONLANG['keys_state_unknown'] = 'Geheimnis hier nicht bekannt';
$_ADDONLANG['keys_made_on'] = 'Erzeugt am %s.';
$_ADDONLANG['keys_number'] = 'Seine Nummer für die Einstellung Key Numbers: %s.';
$_ADDONLANG['keys_count'] = '%s: %d';
$_ADDONLANG['keys_count_of'] = '%1$s: %2$d von %3$d';
$_ADDONLANG['keys_full'] = 'Grenze erreicht';
$_ADDONLANG['keys_no_plans'] = 'Keine';
$_ADDONLANG['keys_no_users'] = 'Kein Produkt';
$_ADDONLANG['keys_remove_how'] = 'Entfernen …';
$_ADDONLANG['keys_remove_text'] = 'Der Schlüssel wird nur hier vergessen. Bei WordPress.com gibt es ihn weiter, und ohne sein '
    . 'Geheimnis kann ihn hier niemand mehr benutzen.';
$_ADDONLANG['keys_remove_sure'] = 'Ich habe sein Geheimnis anderswo oder brauche es nicht mehr.';
$_ADDONLANG['keys_remove'] = '%s entfernen';
$_ADDONLANG['keys_is_own'] = 'Es ist der Schlüssel aus den Einstellungen des Addons und wird deshalb nicht entfernt.';
$_ADDONLANG['keys_is_needed'] = 'Er wird nicht entfernt: Tarife, die er bereitgestellt hat, laufen oder laufen vielleicht. '
    . 'Datensätze, die ihn brauchen: %d.';
$_ADDONLANG['keys_is_used'] = 'Er wird nicht entfernt, denn er wird benutzt von: %s. Wählen Sie dort zuerst einen anderen '
    . 'Schlüssel.';
$_ADDONLANG['keys_is_used_by_addons'] = 'Er wird nicht entfernt, denn diese Product Addons verwenden ihn: %s. Setzen Sie zuerst in den Module Settings eines jeden (System Settings > Product Addons) einen anderen Schlüssel.';
$_ADDONLANG['keys_is_billed'] = 'Er wird nicht entfernt: der Bericht darüber, wofür Sie zahlen, nennt Tarife von ihm: %d. Kündigen Sie sie im Reiter Was ich zahle, oder lassen Sie Dienste sie übernehmen, und lesen Sie den Bericht neu.';
$_ADDONLANG['keys_is_perhaps_needed'] = 'Er wird nicht entfernt: Dienste ohne Aufzeichnung hier haben vielleicht Tarife von ihm. Übernehmen Sie sie zuerst im Reiter Umzug.';
$_ADDONLANG['keys_not_sure'] = 'Bestätigen Sie mit dem Häkchen. Nichts wurde entfernt.';
$_ADDONLANG['keys_removed'] = 'Der Schlüssel %s ist hier vergessen. Bei WordPress.com gibt es ihn weiter.';
$_ADDONLANG['keys_gone'] = 'Dieser Schlüssel steht nicht mehr in der Liste. Nichts wurde getan.';
$_ADDONLANG['keys_products'] = 'Schlüssel der Produkte';
$_ADDONLANG['keys_products_text'] = 'Der Schlüssel eines Produkts gilt für die Tarife, die es ab jetzt verkauft; vorhandene '
    . 'bleiben bei ihrem.';
$_ADDONLANG['keys_of_product'] = 'Schlüssel von %s';
$_ADDONLANG['keys_of_addon'] = 'Der des Addons';
$_ADDONLANG['keys_choose'] = 'Speichern';
$_ADDONLANG['keys_chosen'] = '%1$s stellt neue Tarife ab jetzt mit dem Schlüssel %2$s bereit.';
$_ADDONLANG['keys_chosen_own'] = '%s stellt neue Tarife ab jetzt mit dem Schlüssel des Addons bereit.';
$_ADDONLANG['keys_not_chosen'] = 'Wählen Sie einen der Schlüssel. Nichts wurde geändert.';
$_ADDONLANG['keys_typed_otherwise'] = 'Das Geheimnis in den Module Settings von %1$s ist ein anderes als das, das für den '
    . 'Schlüssel %2$s aufbewahrt ist. Leeren Sie dort zuerst das falsche. Nichts wurde geändert.';
$_ADDONLANG['keys_unrecorded'] = '%s hat Dienste, von denen dieses Modul keine Aufzeichnung hat; ihre Tarife gehören vielleicht zum jetzigen Schlüssel, und kein anderer kann sie beenden. Übernehmen Sie sie zuerst im Reiter Umzug. Es wurde nichts geändert.';
$_ADDONLANG['keys_typed_half'] = 'Die Module Settings von %s enthalten ein Secret ohne seine Partner-ID. Ergänzen Sie dort die ID, oder leeren Sie das Secret. Es wurde nichts geändert.';
$_ADDONLANG['keys_new'] = 'Einen Schlüssel erzeugen';
$_ADDONLANG['keys_new_text'] = 'Für ein Bündel oder einen Wiederverkäufer: ein Schlüssel unter dem des Addons, mit eigenen '
    . 'Grenzen. Sie zahlen, was er bereitstellt. Eine leere Grenze ist 0. Sein Geheimnis wird einmal gezeigt und hier '
    . 'verschlüsselt aufbewahrt.';
$_ADDONLANG['keys_for_others'] = 'Schlüssel erzeugen, wählen und entfernen Administratoren mit vollen Rechten oder die Rollen, '
    . 'die die Einstellung Roles that may end plans des Addons nennt.';
$_ADDONLANG['keys_name'] = 'Name';
$_ADDONLANG['keys_limit'] = 'Grenze für %s';
$_ADDONLANG['keys_notes'] = 'Notizen';
$_ADDONLANG['keys_make'] = 'Schlüssel erzeugen';
$_ADDONLANG['keys_bad_name'] = 'Geben Sie dem Schlüssel einen Namen mit 1 bis %d Zeichen. Nichts wurde erzeugt.';
$_ADDONLANG['keys_bad_notes'] = 'Die Notizen sind länger als %d Zeichen. Nichts wurde erzeugt.';
$_ADDONLANG['keys_bad_limit'] = '"%s" ist keine Grenze. Schreiben Sie eine ganze Zahl; leer ist 0: dann stellt der Schlüssel davon nichts bereit. Es wurde nichts erzeugt.';
$_ADDONLANG['keys_no_limit'] = 'Ein Schlüssel, dessen Grenzen alle 0 sind, könnte nichts bereitstellen. Geben Sie mindestens einem Tarif eine Grenze. Es wurde nichts erzeugt.';
$_ADDONLANG['keys_name_taken'] = 'Einen Schlüssel mit dem Namen %s gibt es schon, oder es gibt ihn vielleicht. Wählen Sie '
    . 'einen anderen Namen. Nichts wurde erzeugt.';
$_ADDONLANG['keys_cannot_keep'] = 'Dieses WHMCS bietet keine Verschlüsselung, das Geheimnis könnte also nicht aufbewahrt '
    . 'werden. Nichts wurde erzeugt.';
$_ADDONLANG['keys_pressed'] = 'Dieses Formular wurde schon gesendet, und noch ist nicht bekannt, ob der Schlüssel %s erzeugt '
    . 'wurde. Es wurde nicht noch einmal gefragt.';
$_ADDONLANG['keys_pressed_made'] = 'Dieses Formular wurde zweimal gesendet und hat einen Schlüssel erzeugt: %1$s, Partner-ID '
    . '%2$s. Sein Geheimnis ist hier verschlüsselt aufbewahrt; gezeigt hat es nur die Antwort auf den ersten Klick.';
$_ADDONLANG['keys_made'] = 'Der Schlüssel %1$s ist erzeugt; seine Partner-ID ist %2$s. Sein Geheimnis steht unten, dieses eine '
    . 'Mal. Es ist hier verschlüsselt aufbewahrt; kopieren müssen Sie es nur, wenn Sie es anderswo benutzen.';
$_ADDONLANG['keys_made_lost'] = 'WordPress.com hat den Schlüssel %1$s erzeugt, Partner-ID %2$s, aber er konnte hier nicht '
    . 'gespeichert werden. Kopieren Sie sein Geheimnis jetzt: Es wird nur dieses eine Mal gezeigt. Tragen Sie dann beides '
    . 'in den Module Settings eines Produkts ein.';
$_ADDONLANG['keys_unheard'] = 'Bei WordPress.com gibt es vielleicht einen Schlüssel %1$s, dessen Geheimnis niemand hat. Es '
    . 'wird nicht noch einmal gefragt. Sehen Sie im Partnerportal nach, oder bitten Sie Automattic, ihn zu widerrufen. '
    . '%2$s';
$_ADDONLANG['keys_secret_of'] = 'Geheimnis von %1$s, Partner-ID %2$s';
$_ADDONLANG['keys_copy'] = 'Kopieren';
$_ADDONLANG['keys_lost'] = 'Angefragt am %s, die Antwort ist nicht bekannt: Bei WordPress.com gibt es vielleicht einen solchen '
    . 'Schlüssel, dessen Geheimnis niemand hat. Sehen Sie im Partnerportal nach, oder bitten Sie Automattic, ihn zu '
    . 'widerrufen.';
$_ADDONLANG['keys_note'] = 'Ich habe nachgesehen';
$_ADDONLANG['keys_noted'] = 'Er steht nicht mehr in der Liste. Sein Name darf wieder benutzt werden.';
$_ADDONLANG['keys_not_allowed'] = 'Ihre Rolle darf keine Schlüssel erzeugen, wählen oder entfernen. Nichts wurde getan; fragen '
    . 'Sie einen Administrator mit vollen Rechten, oder sehen Sie in der Einstellung Roles that may end plans des Addons '
    . 'nach.';

$_ADDONLANG['products_text'] = 'Kreuzen Sie die Tarife an, die Sie verkaufen. Aus jedem wird ein Produkt mit seinen Custom Fields und einer Begrüßungsmail. Es '
    . 'ist verborgen, bis Sie in WHMCS das Häkchen bei Hidden wegnehmen, und ohne Preis nicht bestellbar. Vorhandene Produkte bleiben, wie sie sind.';
$_ADDONLANG['products_features'] = 'Was die Teile von Jetpack tun';
$_ADDONLANG['products_cost'] = 'Kosten im Monat, %s';
$_ADDONLANG['products_monthly'] = 'Preis im Monat, %s';
$_ADDONLANG['products_annually'] = 'Preis im Jahr, %s';
$_ADDONLANG['products_margin'] = '%s bleiben Ihnen';
$_ADDONLANG['products_margins'] = 'Es bleiben Ihnen: %s';
$_ADDONLANG['products_kind'] = 'Aus jedem Tarif wird';
$_ADDONLANG['products_kind_product'] = 'ein Produkt';
$_ADDONLANG['products_kind_addon'] = 'ein Product Addon, das zu einem anderen Produkt bestellt wird';
$_ADDONLANG['products_kind_both'] = 'beides';
$_ADDONLANG['products_unknown_kind'] = 'Wählen Sie, was aus jedem Tarif wird. Es wurde nichts angelegt.';
$_ADDONLANG['products_addon'] = 'Product Addon';
$_ADDONLANG['products_addon_named'] = '%s (Product Addon)';
$_ADDONLANG['products_beside'] = 'Kunden können die Product Addons bestellen zu';
$_ADDONLANG['products_beside_none'] = 'Es gibt noch kein Produkt, zu dem Kunden ein Product Addon bestellen könnten; wählen Sie es später auf der Seite des Product Addons.';
$_ADDONLANG['products_tax'] = 'Steuer berechnen, wie in WHMCS eingestellt';
$_ADDONLANG['products_save_costs'] = 'Kosten speichern';
$_ADDONLANG['products_costs_saved'] = 'Was die Tarife Sie kosten, ist gespeichert; nur diese Seite zeigt es.';
$_ADDONLANG['products_none_chosen'] = 'Kreuzen Sie mindestens einen Tarif an. Nichts wurde angelegt.';
$_ADDONLANG['products_no_amount'] = '%s: %s ist kein Betrag. Schreiben Sie ihn wie 9,95, oder lassen Sie ihn leer. Nichts wurde gespeichert oder angelegt.';
$_ADDONLANG['cycle_monthly'] = 'Monatlich';
$_ADDONLANG['cycle_annually'] = 'Jährlich';
$_ADDONLANG['plan_free'] = 'Was Jetpack ohne bezahlten Tarif tut.';
$_ADDONLANG['plan_personal'] = 'Das kleinste von drei Paketen.';
$_ADDONLANG['plan_premium'] = 'Das mittlere von drei Paketen; es enthält Personal.';
$_ADDONLANG['plan_professional'] = 'Das größte von drei Paketen; es enthält Premium.';
$_ADDONLANG['plan_jetpack-backup-daily'] = 'Backups, eines am Tag.';
$_ADDONLANG['plan_jetpack-backup-realtime'] = 'Backups, sobald sich die Website ändert; es enthält Backup Daily.';
$_ADDONLANG['plan_jetpack-scan'] = 'Sucht nach Schadsoftware.';
$_ADDONLANG['plan_jetpack-anti-spam'] = 'Hält Spam aus Kommentaren und Formularen fern.';
$_ADDONLANG['plan_complete'] = 'Backup, Scan, Anti-spam und VideoPress in einem. Nur, wenn Ihr Vertrag es nennt.';
$_ADDONLANG['plan_jetpack-videopress'] = 'Speichert und zeigt die Videos der Website. Nur, wenn Ihr Vertrag es nennt.';
$_ADDONLANG['plan_further'] = 'Von der Einstellung Further plans des Addons genannt.';
$_ADDONLANG['paths_title'] = 'Tarif wechseln';
$_ADDONLANG['paths_missing'] = 'Kunden können noch nicht selbst von jedem der vier Tarife in die anderen wechseln. Wege fehlen bei: %s.';
$_ADDONLANG['paths_button'] = 'Kunden zwischen ihnen wechseln lassen';
$_ADDONLANG['paths_completed'] = 'Kunden können zwischen diesen Produkten wechseln, auf- und abwärts. WHMCS zeigt es im Reiter Upgrades der Produkte.';
$_ADDONLANG['paths_failed'] = 'WHMCS hat die Wege nicht angenommen. Nichts wurde geändert; setzen Sie sie im Reiter Upgrades der Produkte. Das Modulprotokoll '
    . 'sagt, warum.';
$_ADDONLANG['products_group'] = 'Produktgruppe';
$_ADDONLANG['products_button'] = 'Produkte anlegen';
$_ADDONLANG['no_group'] = 'Produkte gehören zu einer Produktgruppe, und noch gibt es keine.';
$_ADDONLANG['create_group'] = 'Produktgruppe anlegen';
$_ADDONLANG['unknown_group'] = 'Wählen Sie eine der Produktgruppen.';
$_ADDONLANG['created'] = 'Angelegt: %s. Die ohne Preis bekommen einen im Reiter Pricing; dann nehmen Sie das Häkchen bei Hidden weg.';
$_ADDONLANG['nothing_created'] = 'Alle angekreuzten gibt es schon. Nichts wurde geändert.';
$_ADDONLANG['creation_failed'] = '%s konnte nicht angelegt werden: %s Drücken Sie noch einmal, wenn das behoben ist; was es gibt, wird nicht zweimal angelegt.';
$_ADDONLANG['no_mail'] = 'Die Begrüßungsmail konnte nicht angelegt werden; wählen Sie eine andere im Reiter Details. Das Modulprotokoll sagt, warum.';
$_ADDONLANG['plan'] = 'Tarif';
$_ADDONLANG['product'] = 'Produkt';
$_ADDONLANG['state'] = 'Zustand';
$_ADDONLANG['hidden'] = 'verborgen';
$_ADDONLANG['visible'] = 'im Verkauf';
$_ADDONLANG['absent'] = 'nicht angelegt';

$_ADDONLANG['not_allowed'] = 'Ihre Rolle darf Tarife weder beenden noch aus der Verwaltung nehmen. Nichts wurde getan; fragen Sie einen Administrator mit vollen Rechten, oder '
    . 'sehen Sie die Einstellung Roles that may end plans des Addons.';
$_ADDONLANG['bad_token'] = 'Das Formular war zu alt oder kam nicht von dieser Seite. Nichts wurde getan; versuchen Sie es noch einmal.';
$_ADDONLANG['success'] = 'Erfolg';
$_ADDONLANG['problem'] = 'Problem';
$_ADDONLANG['failed'] = 'Diese Seite ist unerwartet fehlgeschlagen. Das Modulprotokoll sagt, wo; bitte melden Sie es.';

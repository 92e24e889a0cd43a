<?php

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

$_ADDONLANG['server_module_missing'] = 'Falta la carpeta modules/servers/jetpack. Copie las dos carpetas del paquete y active el módulo de nuevo.';
$_ADDONLANG['folders_differ'] = 'La carpeta modules/servers/jetpack es de la versión %s del módulo, y modules/addons/jetpack de la versión %s. Copie las dos del mismo paquete.';

$_ADDONLANG['tab_overview'] = 'Resumen';
$_ADDONLANG['tab_services'] = 'Servicios';
$_ADDONLANG['tab_products'] = 'Productos';
$_ADDONLANG['tab_keys'] = 'Claves';
$_ADDONLANG['tab_billed'] = 'Qué pago';
$_ADDONLANG['tab_moving'] = 'Traslado';
$_ADDONLANG['tab_setup'] = 'Configuración';

$_ADDONLANG['services_search'] = 'Buscar';
$_ADDONLANG['services_search_hint'] = 'Sitio, cliente o servicio #';
$_ADDONLANG['services_any'] = 'Todos';
$_ADDONLANG['services_differs'] = 'no como se vendió';
$_ADDONLANG['services_ended'] = 'terminado en WHMCS, el plan sigue';
$_ADDONLANG['services_key'] = 'Id de socio';
$_ADDONLANG['services_sort'] = 'Orden';
$_ADDONLANG['services_newest'] = 'Más recientes primero';
$_ADDONLANG['services_oldest'] = 'Más antiguos primero';
$_ADDONLANG['services_none'] = 'Aún no se ha aprovisionado ningún plan. Un pedido pagado lo hace por sí solo; o pulse Create en el servicio de un cliente.';
$_ADDONLANG['services_not_found'] = 'Con esto no se encuentra ningún servicio.';
$_ADDONLANG['services_site'] = 'Sitio';
$_ADDONLANG['services_no_site'] = '(sin dirección)';
$_ADDONLANG['services_service'] = 'Servicio';
$_ADDONLANG['services_client'] = 'Cliente';
$_ADDONLANG['services_attention'] = 'Revisar';
$_ADDONLANG['services_first'] = 'Primera página';
$_ADDONLANG['services_next'] = 'Página siguiente';
$_ADDONLANG['services_export'] = 'Exportar como CSV';
$_ADDONLANG['services_time'] = 'Hora';
$_ADDONLANG['services_action'] = 'Acción';
$_ADDONLANG['services_said'] = 'Resultado';

$_ADDONLANG['bulk_with'] = 'Con los servicios marcados:';
$_ADDONLANG['bulk_choose'] = 'elija';
$_ADDONLANG['bulk_next'] = 'Continuar';
$_ADDONLANG['bulk_page'] = 'Todos los de esta página';
$_ADDONLANG['bulk_tick'] = 'Elegir %s';
$_ADDONLANG['bulk_all'] = 'en su lugar los %d encontrados';
$_ADDONLANG['bulk_do_look'] = 'Consultar ahora';
$_ADDONLANG['bulk_do_create'] = 'Intentar de nuevo';
$_ADDONLANG['bulk_do_renew'] = 'Enlace nuevo';
$_ADDONLANG['bulk_do_adopt'] = 'Adoptar';
$_ADDONLANG['bulk_do_terminate'] = 'Terminar';
$_ADDONLANG['bulk_do_letgo'] = 'Dejar de gestionar';
$_ADDONLANG['bulk_means_look'] = 'Se pregunta a WordPress.com cómo está cada plan, y los registros lo siguen. No se compra ni se cancela nada.';
$_ADDONLANG['bulk_means_create'] = 'Cada plan que falta se pide de nuevo, como con el botón Create: lo que se logra se factura, y su servicio pasa a estar '
    . 'activo; un addon de producto se pone en Active en su propia página. Un plan que ya está no se compra dos veces. Los servicios suspendidos o terminados no se tocan.';
$_ADDONLANG['bulk_means_renew'] = 'Cada propietario cuyo plan espera recibe un enlace nuevo y dos semanas desde ahora; el enlace anterior puede dejar de servir.';
$_ADDONLANG['bulk_means_adopt'] = 'Cada servicio toma el plan que su sitio ya tiene de su clave, si ningún otro servicio lo tiene aquí. No se compra nada.';
$_ADDONLANG['bulk_means_terminate'] = 'Cada plan se cancela ahora en WordPress.com, y su servicio pasa a Terminated en WHMCS. Los sitios pierden lo que los planes '
    . 'les daban. No se puede deshacer; un plan solo se puede comprar de nuevo.';
$_ADDONLANG['bulk_means_letgo'] = 'Los planes cuyos servicios WHMCS ha terminado o borrado siguen, y WordPress.com los factura hasta que alguien los cancele; este '
    . 'módulo ya no se ocupa de ellos. Los servicios en uso quedan como están.';
$_ADDONLANG['bulk_more'] = 'y %d más';
$_ADDONLANG['bulk_cancel'] = 'Volver sin cambios';
$_ADDONLANG['bulk_go_on'] = 'Seguir';
$_ADDONLANG['bulk_stop'] = 'Detener';
$_ADDONLANG['bulk_again'] = 'Intentar de nuevo los fallidos (%d)';
$_ADDONLANG['bulk_back'] = 'Volver a los servicios';
$_ADDONLANG['bulk_by'] = 'Empezado %s por %s.';
$_ADDONLANG['bulk_progress'] = '%1$d de %2$d hechos, ninguno ha fallado.';
$_ADDONLANG['bulk_progress_failed'] = '%1$d de %2$d hechos, de ellos %3$d fallidos.';
$_ADDONLANG['bulk_is_stopped'] = 'Detenido.';
$_ADDONLANG['bulk_unfinished'] = 'no está terminado:';
$_ADDONLANG['bulk_latest'] = 'Últimas acciones en grupo';
$_ADDONLANG['bulk_hint'] = 'Sigue mientras esta página está abierta. Si la cierra, no se pierde nada: pulse Seguir más tarde, aquí o en la lista de servicios.';
$_ADDONLANG['bulk_broken'] = 'El servidor no respondió como se esperaba. Lo hecho queda hecho. Se intenta algunas veces más; después abra esta página de nuevo.';
$_ADDONLANG['bulk_done'] = 'Hecho';
$_ADDONLANG['bulk_failed'] = 'Fallido';
$_ADDONLANG['bulk_shown'] = 'Se muestran %d de %d, los fallidos primero.';
$_ADDONLANG['bulk_unknown'] = 'Esa acción en grupo ya no existe. No se hizo nada; elija los servicios de nuevo.';
$_ADDONLANG['bulk_no_action'] = 'Elija qué debe hacerse con los servicios. Aún no se hizo nada.';
$_ADDONLANG['bulk_nothing'] = 'Marque primero los servicios. Aún no se hizo nada.';
$_ADDONLANG['bulk_too_many'] = 'Más de %d servicios a la vez son demasiados: acote la búsqueda. No se hizo nada.';
$_ADDONLANG['bulk_gone'] = 'Su registro ya no existe. No se hizo nada.';
$_ADDONLANG['bulk_unreadable'] = 'Su registro no se puede leer, así que no se hizo nada. Su fila en la lista de servicios dice más.';
$_ADDONLANG['bulk_ended'] = 'WHMCS ha terminado o borrado este servicio, o lo dio a otro módulo: con su plan solo se puede Consultar ahora, Terminar y Dejar de gestionar. No '
    . 'se hizo nada.';
$_ADDONLANG['bulk_not_tried'] = 'El servicio tiene en WHMCS el estado %s, y esto es para Pending y Active. No se hizo nada; pulse el botón de su página si lo quiere '
    . 'así.';
$_ADDONLANG['bulk_status_left'] = 'El plan se canceló, pero WHMCS no puso el addon de producto en Terminated: %s Ponga el estado en su página.';
$_ADDONLANG['bulk_no_word'] = 'WHMCS lo rechazó sin decir por qué. Vea el registro de módulos.';
$_ADDONLANG['bulk_lost'] = 'Se empezó varias veces, y cada vez el servidor se interrumpió. Mire el servicio y el registro de errores de PHP, e inténtelo de nuevo.';
$_ADDONLANG['bulk_repeated'] = '(Se había empezado antes sin resultado, así que se pidió una vez más; eso no compra ni cancela nada dos veces.)';

$_ADDONLANG['credentials_button'] = 'Validar credenciales';

$_ADDONLANG['setup_complete'] = 'La configuración está completa.';
$_ADDONLANG['setup_left'] = 'Por hacer: %d.';
$_ADDONLANG['setup_state_done'] = 'Hecho';
$_ADDONLANG['setup_state_todo'] = 'Por hacer';
$_ADDONLANG['setup_state_note'] = 'Nota';
$_ADDONLANG['setup_machine'] = 'Este servidor';
$_ADDONLANG['setup_key'] = 'WordPress.com';
$_ADDONLANG['setup_shop'] = 'Tienda';
$_ADDONLANG['setup_line_web'] = 'PHP del servidor web';
$_ADDONLANG['setup_line_cron'] = 'Cron';
$_ADDONLANG['setup_line_tables'] = 'Tablas';
$_ADDONLANG['setup_line_hooks'] = 'Hooks';
$_ADDONLANG['setup_line_settings'] = 'Ajustes';
$_ADDONLANG['setup_line_credentials'] = 'Credenciales';
$_ADDONLANG['setup_line_api'] = 'API de socios';
$_ADDONLANG['setup_line_clock'] = 'Reloj';
$_ADDONLANG['setup_line_others'] = 'Otra clave';
$_ADDONLANG['setup_line_products'] = 'Productos';
$_ADDONLANG['setup_line_fields'] = 'Custom Fields';
$_ADDONLANG['setup_line_prices'] = 'Precios';
$_ADDONLANG['setup_line_mail'] = 'Correo de bienvenida';
$_ADDONLANG['setup_php'] = 'PHP %s (%s) con la versión %s del módulo.';
$_ADDONLANG['setup_way_extension'] = 'Se llega a Rust por la extensión de PHP.';
$_ADDONLANG['setup_way_program'] = 'Se llega a Rust por el programa jetpack-partner. Por la extensión de PHP una llamada necesitaría un viaje de '
    . 'ida y vuelta a WordPress.com en vez de tres, porque las conexiones quedan abiertas.';
$_ADDONLANG['setup_file'] = 'La extensión para este PHP es el archivo extensions/%s/jetpack_bridge.so del paquete.';
$_ADDONLANG['setup_installer'] = 'Lo que el instalador quiere saber de este PHP (jetpack-partner install --web)';
$_ADDONLANG['setup_cron_never'] = 'El cron de WHMCS no se ha ejecutado desde que se instaló esta versión. Intenta de nuevo los pedidos fallidos, avisa a los '
    . 'propietarios y encuentra planes que ya nadie vende. Ejecute su orden cada cinco minutos, como la muestra Automation Settings, con PHP 8.1 o más '
    . 'reciente.';
$_ADDONLANG['setup_cron_unseen'] = 'No se puede ver hasta que WHMCS haya notado los hooks, vea abajo.';
$_ADDONLANG['setup_cron_done'] = 'Se ejecutó %s.';
$_ADDONLANG['setup_cron_late'] = 'Se ejecutó %s y debería ejecutarse cada cinco minutos. Su orden está en Automation Settings.';
$_ADDONLANG['setup_cron_other'] = 'Los archivos del módulo son ahora de otra versión: deje que el cron se ejecute una vez más; si sigue así, vea si se ejecuta en '
    . 'otro servidor.';
$_ADDONLANG['setup_tables_done'] = 'Tienen la forma de esta versión.';
$_ADDONLANG['setup_hooks_done'] = 'WHMCS informa al módulo de servicios borrados, pedidos cambiados y del cron.';
$_ADDONLANG['setup_hooks_todo'] = 'WHMCS no ha notado el archivo hooks.php, más reciente que la activación. Guarde los ajustes del addon una vez, como están.';
$_ADDONLANG['setup_configure'] = 'Configurar';
$_ADDONLANG['setup_settings_roles'] = 'Roles that may end plans: ningún rol de administrador se llama %s.';
$_ADDONLANG['setup_settings_done'] = 'Todos se entienden.';
$_ADDONLANG['setup_key_none'] = 'El id de socio y el secreto vienen de Automattic, con el contrato.';
$_ADDONLANG['setup_key_of_products'] = 'Cada producto tiene su propia clave en sus Module Settings; aquí no hace falta ninguna.';
$_ADDONLANG['setup_key_get'] = 'Hacerse socio';
$_ADDONLANG['setup_key_todo'] = 'Aún no se preguntó a WordPress.com si acepta estas.';
$_ADDONLANG['setup_step_token'] = 'No se dio ningún token de acceso.';
$_ADDONLANG['setup_step_key'] = 'Se dio un token, luego se rechazó la clave.';
$_ADDONLANG['setup_checked'] = '%s Comprobado %s.';
$_ADDONLANG['setup_api_done'] = 'Respondió en %d ms, %s.';
$_ADDONLANG['setup_clock_ahead'] = 'Va %d s adelantado respecto al de WordPress.com.';
$_ADDONLANG['setup_clock_behind'] = 'Va %d s atrasado respecto al de WordPress.com.';
$_ADDONLANG['setup_clock_todo'] = 'Con un reloj equivocado fallan certificados y tokens: haga que NTP lo ajuste.';
$_ADDONLANG['setup_others_kept'] = 'Planes que pertenecen al id de socio %2$s: %1$d. Su secreto se conserva, cifrado, y sigue ocupándose de ellos y terminándolos.';
$_ADDONLANG['setup_others_lost'] = 'Planes que pertenecen al id de socio %2$s: %1$d. Su secreto no se conserva, así que no se pueden terminar desde aquí. Ponga id y '
    . 'secreto en los Module Settings de uno de sus productos y abra esta página de nuevo.';
$_ADDONLANG['setup_products_todo'] = 'Ningún producto usa aún este módulo.';
$_ADDONLANG['setup_fields_done'] = 'Cada producto tiene los cuatro, como el módulo los necesita.';
$_ADDONLANG['setup_fields_todo'] = 'Faltan, no están en el formulario de pedido o están ocultos a los clientes: %s.';
$_ADDONLANG['setup_fields_repair'] = 'Reparar';
$_ADDONLANG['setup_fields_repaired'] = 'Los Custom Fields están completos. Sus nombres, descripciones y patrones quedaron como estaban.';
$_ADDONLANG['setup_prices_todo'] = 'Aún no se puede pedir nada: ponga un precio en la pestaña Pricing del producto y desmarque Hidden.';
$_ADDONLANG['setup_prices_done'] = 'Se pueden pedir: %s.';
$_ADDONLANG['setup_prices_left'] = 'Sin precio: %s.';
$_ADDONLANG['setup_open'] = 'Abrir %s';
$_ADDONLANG['setup_mail_done'] = 'Cada producto tiene uno.';
$_ADDONLANG['setup_mail_note'] = 'No se envía ninguno para %s; el propietario solo encuentra el paso siguiente en el área de cliente.';
$_ADDONLANG['setup_mail_unknown'] = 'No se pudieron leer las plantillas de correo de WHMCS. Los productos funcionan sin correo.';
$_ADDONLANG['setup_mail_repair'] = 'Enviar Jetpack Welcome';
$_ADDONLANG['setup_mail_repaired'] = 'Jetpack Welcome se envía para cada producto que no tenía correo.';
$_ADDONLANG['ago_days'] = 'hace %d días';
$_ADDONLANG['ago_hours'] = 'hace %d horas';
$_ADDONLANG['ago_minutes'] = 'hace %d minutos';
$_ADDONLANG['ago_now'] = 'ahora mismo';

$_ADDONLANG['ended_title'] = 'Planes sin servicio';
$_ADDONLANG['ended_text'] = 'WHMCS ha terminado o borrado los servicios de estos planes sin pedir al módulo que los cancele, así que quizá se sigan facturando. '
    . 'Cancele un plan ahora, o suéltelo: entonces sigue, y este módulo ya no se ocupa de él. Para conservar un plan cuyo servicio aún existe, restablezca '
    . 'el servicio.';
$_ADDONLANG['ended_was'] = 'Servicio';
$_ADDONLANG['ended_site'] = 'Sitio';
$_ADDONLANG['ended_since'] = 'Desde';
$_ADDONLANG['ended_until'] = 'Se cancela el';
$_ADDONLANG['ended_never'] = 'no por sí solo';
$_ADDONLANG['ended_cancel'] = 'Cancelar ahora';
$_ADDONLANG['ended_let_go'] = 'Dejar de gestionar';
$_ADDONLANG['ended_more'] = 'Hay %d más.';
$_ADDONLANG['ended_no_more'] = 'Ese plan ya no está en la lista. No se hizo nada.';

$_ADDONLANG['overview_attention'] = 'Necesita atención';
$_ADDONLANG['overview_calm'] = 'Nada necesita su atención.';
$_ADDONLANG['overview_none'] = 'Aún no hay ningún plan. Venda uno, o pulse Create en la página del servicio de un cliente.';
$_ADDONLANG['overview_more'] = 'Se muestran los %d que cambiaron los últimos.';
$_ADDONLANG['overview_matter'] = 'De qué se trata';
$_ADDONLANG['overview_details'] = 'Detalles';
$_ADDONLANG['overview_kind_refused'] = 'Fallido: WordPress.com rechazó el plan';
$_ADDONLANG['overview_kind_unknown'] = 'No se sabe: una petición quedó sin respuesta';
$_ADDONLANG['overview_kind_waiting'] = 'Espera a su propietario';
$_ADDONLANG['overview_kind_orphaned'] = 'Huérfano: WHMCS borró su servicio';
$_ADDONLANG['overview_kind_ended'] = 'Terminado en WHMCS, y no cancelado';
$_ADDONLANG['overview_kind_gone'] = 'El plan ya no está';
$_ADDONLANG['overview_kind_replaced'] = 'Otro plan que el vendido';
$_ADDONLANG['overview_kind_unreadable'] = 'Su registro no se puede leer';
$_ADDONLANG['overview_cost_not_billed'] = 'pagado a Automattic, no facturado';
$_ADDONLANG['overview_cost_no_plan'] = 'facturado, sin plan';
$_ADDONLANG['overview_day_left'] = 'queda 1 día';
$_ADDONLANG['overview_days_left'] = 'quedan %d días';
$_ADDONLANG['overview_states'] = 'Planes por estado';
$_ADDONLANG['overview_count'] = 'Planes';
$_ADDONLANG['overview_months'] = 'Planes por mes';
$_ADDONLANG['overview_months_text'] = 'Los meses son los de UTC. Activos son los planes al final del mes, y en este mes los de ahora.';
$_ADDONLANG['overview_months_since'] = 'Los registros están completos desde %s; los meses anteriores no se muestran.';
$_ADDONLANG['overview_months_counted'] = 'Contado %s.';
$_ADDONLANG['overview_months_later'] = 'Los planes por mes los contará una de las próximas ejecuciones del cron.';
$_ADDONLANG['overview_months_numbers'] = 'Lo mismo en números';
$_ADDONLANG['overview_month'] = 'Mes';
$_ADDONLANG['overview_new'] = 'Nuevos';
$_ADDONLANG['overview_ended'] = 'Terminados';
$_ADDONLANG['overview_active'] = 'Activos';

$_ADDONLANG['billed_title'] = '¿Qué pago?';
$_ADDONLANG['billed_text'] = 'El informe de WordPress.com sobre los planes que le factura, comparado con los servicios de aquí. Leerlo no cambia nada.';
$_ADDONLANG['billed_unset'] = 'Opcional. Hace falta el token de un usuario de WordPress.com que pertenezca a su cuenta de socio, y los números de esa cuenta y de '
    . 'sus claves: rellene User Token, Partner Number y Key Numbers.';
$_ADDONLANG['billed_read'] = 'Leer el informe';
$_ADDONLANG['billed_go_on'] = 'Seguir leyendo';
$_ADDONLANG['billed_again'] = 'Leerlo de nuevo';
$_ADDONLANG['billed_progress'] = 'Leyendo: %d planes hasta ahora.';
$_ADDONLANG['billed_age'] = 'Tal como lo informó WordPress.com. Leído: %s.';
$_ADDONLANG['billed_done'] = 'El informe está leído y comparado.';
$_ADDONLANG['billed_some'] = 'Se ha leído una parte del informe.';
$_ADDONLANG['billed_two'] = 'Otra persona está leyendo el informe en este momento. Abra la página de nuevo para ver el resultado.';
$_ADDONLANG['billed_untold'] = 'No se puede preguntar al informe por estos planes uno a uno: %s. Lo que se factura de ellos aparece sin su plan.';
$_ADDONLANG['billed_nothing'] = 'WordPress.com no factura ningún plan.';
$_ADDONLANG['billed_number'] = 'Facturados';
$_ADDONLANG['billed_sold_number'] = 'De ellos vendidos aquí';
$_ADDONLANG['billed_rest'] = 'Coste del resto, al mes';
$_ADDONLANG['billed_no_cost'] = 'no se conoce: escríbalo en la pestaña Productos';
$_ADDONLANG['billed_plan_unknown'] = '(el informe no dice qué plan)';
$_ADDONLANG['billed_here'] = 'Aquí';
$_ADDONLANG['billed_key'] = 'clave %s';
$_ADDONLANG['billed_since'] = 'desde %s';
$_ADDONLANG['billed_journal'] = 'Historial';
$_ADDONLANG['billed_word_unsold'] = 'Facturado, no vendido aquí';
$_ADDONLANG['billed_word_ended'] = 'Facturado, terminado aquí';
$_ADDONLANG['billed_word_lost'] = 'Facturado, aquí ya no está';
$_ADDONLANG['billed_word_differs'] = 'Facturado, vendido de otro modo';
$_ADDONLANG['billed_word_unbilled'] = 'Vendido, no facturado';
$_ADDONLANG['billed_word_unclear'] = 'No está claro';
$_ADDONLANG['billed_word_twice'] = 'Facturado dos veces';
$_ADDONLANG['billed_word_near'] = 'Quizá el mismo sitio';
$_ADDONLANG['billed_word_waiting'] = 'Aún no facturado';
$_ADDONLANG['billed_word_settled'] = 'Resuelto desde entonces';
$_ADDONLANG['billed_word_sold'] = 'Facturado y vendido';
$_ADDONLANG['billed_means_unsold'] = 'Usted paga estos planes y ningún servicio de aquí los tiene. Quizá se vendieron en otro lugar con la misma clave: en otra tienda, o a mano.';
$_ADDONLANG['billed_means_ended'] = 'Usted paga estos planes aunque WHMCS ha terminado o borrado sus servicios.';
$_ADDONLANG['billed_means_lost'] = 'Usted paga estos planes, que sus servicios ya no tienen. Después de terminar un plan aquí, el informe puede llevar un día de retraso: léalo entonces de nuevo. Lo que siga en él se compró de nuevo en otro lugar, o sigue vivo, y se puede cancelar.';
$_ADDONLANG['billed_means_differs'] = 'Usted paga estos planes, y un servicio del mismo sitio tiene otro plan, o uno de otra clave.';
$_ADDONLANG['billed_means_unbilled'] = 'Estos servicios están activos y el informe no tiene sus planes. Puede llevar un día de retraso. Consultar ahora pregunta si el plan está; donde no había ninguno, Terminate termina el servicio.';
$_ADDONLANG['billed_means_unclear'] = 'Algo está en curso en estos sitios, o sus registros no se pueden leer. Consulte ahora, o lea el informe de nuevo más tarde.';
$_ADDONLANG['billed_means_twice'] = 'Usted paga estos planes, y a los servicios de sus sitios ya se les factura el mismo plan: así tras registrar un sitio de nuevo. Compare los dos en el portal de socios, y termine allí el que no está en uso.';
$_ADDONLANG['billed_means_near'] = 'Un servicio vende este plan en una dirección de un host, y el informe lo da en otra. Puede ser un solo sitio: el informe quizá nombra su portada, y el servicio el lugar donde está WordPress. Compare las direcciones.';
$_ADDONLANG['billed_means_waiting'] = 'WordPress.com da estos planes, que esperan a los dueños de sus sitios, y no los factura. Lo que nadie conecta caduca por sí solo.';
$_ADDONLANG['billed_means_sold'] = 'Estos planes se facturan y sus servicios los tienen: todo está bien.';
$_ADDONLANG['billed_adopt'] = 'Que lo asuma el servicio #%d';
$_ADDONLANG['billed_adopted'] = 'El plan de %s es ahora el del servicio #%d.';
$_ADDONLANG['billed_cancel'] = 'Cancelar…';
$_ADDONLANG['billed_cancel_means'] = 'El plan %1$s de %2$s se cancela ahora en WordPress.com, y el sitio pierde lo que le daba. Si se vendió en otro lugar, allí alguien '
    . 'paga por nada. Esto no se puede deshacer.';
$_ADDONLANG['billed_type'] = 'Para seguir, escriba el nombre del sitio';
$_ADDONLANG['billed_cancel_now'] = 'Cancelar %s';
$_ADDONLANG['billed_typed_other'] = 'No se canceló nada: el nombre escrito no es el de %s.';
$_ADDONLANG['billed_no_key'] = 'No se canceló nada: el secreto de la clave %s no se conoce aquí. Solo la clave que pidió un plan puede cancelarlo.';
$_ADDONLANG['billed_near'] = 'No se canceló nada: el mismo host tiene un plan en %1$s, por %2$s, y puede ser el sitio %3$s. Compare los dos; si son distintos, cancele el plan de %3$s en el portal de socios.';
$_ADDONLANG['billed_near_orphan'] = 'Ahora no se canceló nada: %2$s, en %1$s del mismo host, ya está en el resumen. Termine antes eso, allí.';
$_ADDONLANG['billed_named'] = 'No se canceló nada: un sitio del mismo host es el de %1$s, del que este módulo no tiene registro. Compárelo con %2$s: si es el mismo, que asuma el plan con Adopt plan en su página; si no, cancele el plan de %2$s en el portal de socios.';
$_ADDONLANG['billed_untold_named'] = 'Los servicios %s nombran este sitio, y el informe no dice qué plan es. No se termina nada antes de saber de quién es.';
$_ADDONLANG['billed_unreadable'] = 'No se canceló nada: un plan del mismo host tiene un registro que no se puede leer, o algo está en curso allí. Inténtelo más tarde.';
$_ADDONLANG['billed_several'] = 'Los servicios %s nombran este sitio y venden este plan: traiga el que es su dueño, en la pestaña Traslado.';
$_ADDONLANG['billed_no_more'] = 'Esto ya no es así. Lea el informe de nuevo.';
$_ADDONLANG['billed_in_portal'] = 'Si ningún cliente lo tiene, termínelo en el portal de socios: el sitio o el plan no se indican lo bastante bien para cancelarlo desde aquí.';
$_ADDONLANG['billed_overview'] = 'Resumen, donde se puede cancelar';

$_ADDONLANG['setup_line_moving'] = 'Traslado';
$_ADDONLANG['setup_line_files'] = 'Archivos anteriores';
$_ADDONLANG['setup_moving_services'] = 'Servicios en uso de los que este módulo no tiene registro: %d. Pueden ser del primer módulo de Jetpack.';
$_ADDONLANG['setup_moving_licences'] = 'Claves de licencia del módulo de licencias: %d.';
$_ADDONLANG['setup_moving_products'] = 'Productos del addon del primer módulo sin la opción Plan: %d.';
$_ADDONLANG['setup_files'] = 'Estos pueden ser de un módulo de Jetpack anterior: %s. WHMCS quizá siga ejecutando sus hooks en cada página. Bórrelos y copie de '
    . 'nuevo las dos carpetas de este paquete.';
$_ADDONLANG['setup_files_alike'] = 'Mire estos, cuyo nombre dice jetpack: %s. No son de este paquete ni se sabe que sean de un módulo anterior. Si '
    . 'son suyos, déjelos.';
$_ADDONLANG['moving_services'] = 'Servicios sin registro';
$_ADDONLANG['moving_text'] = 'Servicios en uso de los que este módulo no tiene registro, como los del primer módulo de Jetpack. Primero se pregunta a WordPress.com '
    . 'qué tienen sus sitios; eso no cambia nada. Luego se trasladan aquellos cuyo plan está, de su clave: desde entonces el módulo se ocupa del plan, y '
    . 'Terminate lo termina. No se pide ni se cancela ningún plan, y no se borra nada.';
$_ADDONLANG['moving_none'] = 'Cada servicio en uso tiene un registro.';
$_ADDONLANG['moving_all_moved'] = 'Cada servicio en uso tiene un registro: todos se trasladaron.';
$_ADDONLANG['moving_progress'] = 'Se preguntó por %d de %d.';
$_ADDONLANG['moving_ask'] = 'Preguntar a WordPress.com';
$_ADDONLANG['moving_go_on'] = 'Seguir preguntando';
$_ADDONLANG['moving_again'] = 'Preguntar de nuevo por todos';
$_ADDONLANG['moving_adopt'] = 'Trasladar %d';
$_ADDONLANG['moving_any'] = 'Todos sin registro';
$_ADDONLANG['moving_what'] = 'Sitio y plan';
$_ADDONLANG['moving_report'] = 'Informe';
$_ADDONLANG['moving_word_open'] = 'Aún sin preguntar';
$_ADDONLANG['moving_word_ours'] = 'Se puede trasladar';
$_ADDONLANG['moving_word_moved'] = 'Trasladado';
$_ADDONLANG['moving_word_nothing'] = 'No hay nada';
$_ADDONLANG['moving_word_another'] = 'Otro plan';
$_ADDONLANG['moving_word_foreign'] = 'De otra clave';
$_ADDONLANG['moving_word_twice'] = 'Nombrado dos veces';
$_ADDONLANG['moving_word_held'] = 'Lo tiene otro';
$_ADDONLANG['moving_word_unclear'] = 'Incompleto';
$_ADDONLANG['moving_word_settings'] = 'Del módulo de licencias';
$_ADDONLANG['moving_word_key'] = 'Clave rechazada';
$_ADDONLANG['moving_word_unheard'] = 'Sin respuesta';
$_ADDONLANG['moving_word_kept'] = 'No trasladado';
$_ADDONLANG['moving_do_changed'] = 'Su sitio o su plan se cambió después de preguntar por él. Pregunte de nuevo.';
$_ADDONLANG['moving_do_ours'] = 'El plan está, de esta clave.';
$_ADDONLANG['moving_do_moved'] = '';
$_ADDONLANG['moving_damage'] = 'El campo de detalles del cliente muestra lo que se escribió para otro servicio. Queda así hasta que esto se aclare.';
$_ADDONLANG['moving_damage_mended'] = 'El campo de detalles del cliente muestra lo que se escribió para otro servicio. Se escribirá de nuevo.';
$_ADDONLANG['moving_strays'] = 'Textos del campo de detalles que no pertenecen a ningún servicio: %d. El primer módulo los guardó bajo el número de un pedido. '
    . 'Nadie los lee, y quedan como están.';
$_ADDONLANG['moving_twins'] = 'Los servicios %s nombran el mismo plan del mismo sitio. Corrija el campo Site URL de aquellos cuyo sitio no es, y pregunte de nuevo; '
    . 'o pulse Adopt plan en la página de aquel al que pertenece.';
$_ADDONLANG['moving_stopped'] = 'No se cambió nada. Corrija eso y pregunte de nuevo.';
$_ADDONLANG['moving_asked'] = 'Se preguntó por los %d, y no se cambió nada.';
$_ADDONLANG['moving_asked_some'] = 'Se preguntó por %d, y quedan %d. No se cambió nada.';
$_ADDONLANG['moving_ask_first'] = 'Pregunte primero por todos: dos servicios pueden nombrar el mismo sitio. No se cambió nada.';
$_ADDONLANG['moving_moved'] = 'Trasladados: %d.';
$_ADDONLANG['moving_refused'] = 'No trasladados: %d; la lista dice por qué.';
$_ADDONLANG['moving_ended'] = 'Ya no están en uso, y no trasladados: %d.';
$_ADDONLANG['moving_left'] = 'Quedan: %d.';
$_ADDONLANG['moving_changed'] = 'El servicio #%d nombra otro sitio u otro plan que cuando se preguntó por él, y no se hizo nada con él. Pregunte por '
    . 'él, y luego traslade los demás.';
$_ADDONLANG['moving_products'] = 'Productos del addon del primer módulo';
$_ADDONLANG['moving_products_text'] = 'Este módulo toma el plan de la opción Plan del producto y, solo mientras está vacía, del campo Plan de cada servicio.';
$_ADDONLANG['moving_was'] = 'Plan en su tabla';
$_ADDONLANG['moving_option'] = 'Opción Plan';
$_ADDONLANG['moving_others'] = 'Servicios cuyo campo Plan dice otro: %d. Una vez puesta la opción, vale también para ellos.';
$_ADDONLANG['moving_set_plan'] = 'Poner %1$s para %2$s';
$_ADDONLANG['moving_plan_unknown'] = 'No se conoce tal plan. Elija uno en sus Module Settings.';
$_ADDONLANG['moving_plan_set'] = 'La opción Plan de %s es ahora %s.';
$_ADDONLANG['moving_plan_kept'] = 'La opción Plan de %s ya estaba puesta, y queda como está.';
$_ADDONLANG['moving_no_product'] = 'Ese producto ya no está en la lista. No se hizo nada.';
$_ADDONLANG['moving_licences'] = 'Licencias del módulo de licencias';
$_ADDONLANG['moving_licences_text'] = 'Claves emitidas y no revocadas, por sus últimos cuatro caracteres. Este módulo no puede revocarlas: quedan, y '
    . 'se facturan, hasta que las revoque en el portal de socios de Automattic. Cuando una esté revocada allí, dígalo aquí: sale de esta lista, y su '
    . 'servicio puede terminarse. Un servicio recibe un plan de este módulo solo si usted lo aprovisiona de nuevo.';
$_ADDONLANG['moving_key'] = 'Licencia, emitida';
$_ADDONLANG['moving_next'] = 'Paso siguiente';
$_ADDONLANG['moving_provision'] = 'Aprovisionar #%d de nuevo';
$_ADDONLANG['moving_provisioned'] = 'El servicio #%d tiene ahora un plan de este módulo. Revoque su licencia en el portal de socios de Automattic, o se facturan ambos.';
$_ADDONLANG['moving_no_licence'] = 'Ese servicio ya no tiene licencia en la lista. No se hizo nada.';
$_ADDONLANG['moving_licence_alone'] = 'WHMCS no tiene servicio para ella. Revóquela en el portal de socios si nadie la usa.';
$_ADDONLANG['moving_licence_ended'] = 'Su servicio terminó en WHMCS, y la licencia quizá se siga facturando: revóquela en el portal de socios.';
$_ADDONLANG['moving_licence_module'] = 'Su producto usa otro módulo. Déjelo así, o elija primero Jetpack como módulo en sus Module Settings.';
$_ADDONLANG['moving_licence_settings'] = 'Los Module Settings de su producto contienen el token de API y el producto del módulo de licencias, donde este módulo tiene el '
    . 'id de socio y el secreto. Vacíe ambos, o ponga estos, y elija un plan.';
$_ADDONLANG['moving_licence_plan'] = 'Elija primero un plan en los Module Settings de su producto.';
$_ADDONLANG['moving_licence_suspended'] = 'Su servicio está suspendido en WHMCS, y aprovisionarlo de nuevo lo haría activo. Cuando esté pagado, ponga '
    . 'su estado en Active en su página, y luego aprovisiónelo aquí.';
$_ADDONLANG['moving_licence_pending'] = 'Su servicio está pendiente en WHMCS: quizá no esté pagado. Cuando lo esté, acepte su pedido, o ponga su '
    . 'estado en Active en su página, y luego aprovisiónelo aquí.';
$_ADDONLANG['moving_licence_ready'] = 'No se toca hasta que usted aprovisione el servicio de nuevo.';
$_ADDONLANG['moving_licence_done'] = 'El servicio tiene un registro de este módulo. Revoque la licencia en el portal de socios, o se facturan ambos.';
$_ADDONLANG['moving_is_revoked'] = 'La licencia %s está revocada';
$_ADDONLANG['moving_revoked_now'] = 'La licencia %s cuenta ahora como revocada, y ya no impide terminar su servicio.';
$_ADDONLANG['moving_revoked'] = 'Licencias que se dijo que están revocadas';
$_ADDONLANG['moving_revoked_text'] = 'Se dijo aquí que están revocadas en el portal de socios, donde este módulo no puede mirar. No impiden terminar '
    . 'sus servicios. Retire lo que se pulsó por error.';
$_ADDONLANG['moving_said'] = 'Dicho por';
$_ADDONLANG['moving_is_not_revoked'] = 'La licencia %s no está revocada';
$_ADDONLANG['moving_not_revoked_now'] = 'La licencia %s cuenta de nuevo como facturada.';
$_ADDONLANG['moving_licence_gone'] = 'Esa licencia ya no está en la lista. No se hizo nada.';

$_ADDONLANG['keys_title'] = 'Claves de socio';
$_ADDONLANG['keys_text'] = 'Todas las claves que esta tienda conoce, con los planes que tienen según sus registros. Un plan '
    . 'pertenece a la clave que lo aprovisionó, y solo esa clave puede terminarlo.';
$_ADDONLANG['keys_none'] = 'Todavía no hay ninguna clave de socio. Introduzca la de Automattic en los ajustes del addon.';
$_ADDONLANG['keys_key'] = 'Clave';
$_ADDONLANG['keys_plans'] = 'Planes';
$_ADDONLANG['keys_used_by'] = 'Usada por';
$_ADDONLANG['keys_own'] = 'la del addon';
$_ADDONLANG['keys_state_kept'] = 'secreto guardado';
$_ADDONLANG['keys_state_typed'] = 'escrita en los ajustes';
$_ADDONLANG['keys_state_unknown'] = 'secreto desconocido aquí';
$_ADDONLANG['keys_made_on'] = 'Creada el %s.';
$_ADDONLANG['keys_number'] = 'Su número para el ajuste Key Numbers: %s.';
$_ADDONLANG['keys_count'] = '%s: %d';
$_ADDONLANG['keys_count_of'] = '%1$s: %2$d de %3$d';
$_ADDONLANG['keys_full'] = 'límite alcanzado';
$_ADDONLANG['keys_no_plans'] = 'Ninguno';
$_ADDONLANG['keys_no_users'] = 'Ningún producto';
$_ADDONLANG['keys_remove_how'] = 'Quitar …';
$_ADDONLANG['keys_remove_text'] = 'La clave solo se olvida aquí. En WordPress.com sigue existiendo, y sin su secreto nadie '
    . 'podrá volver a usarla aquí.';
$_ADDONLANG['keys_remove_sure'] = 'Tengo su secreto en otro lugar, o ya no lo necesito.';
$_ADDONLANG['keys_remove'] = 'Quitar %s';
$_ADDONLANG['keys_is_own'] = 'Es la clave de los ajustes del addon, por eso no se quita.';
$_ADDONLANG['keys_is_needed'] = 'No se quita: hay planes que aprovisionó, o puede haberlos. Registros que la necesitan: %d.';
$_ADDONLANG['keys_is_used'] = 'No se quita, porque la usan: %s. Elija antes otra clave para ellos.';
$_ADDONLANG['keys_is_used_by_addons'] = 'No se quita, porque estos Product Addons la usan: %s. Ponga antes otra clave en los Module Settings de cada uno (System Settings > Product Addons).';
$_ADDONLANG['keys_is_billed'] = 'No se quita: el informe de lo que usted paga da planes de ella: %d. Cancélelos en la pestaña Qué pago, o que los asuman servicios, y lea el informe de nuevo.';
$_ADDONLANG['keys_is_perhaps_needed'] = 'No se quita: servicios sin registro aquí quizá tienen planes de ella. Tráigalos antes, en la pestaña Traslado.';
$_ADDONLANG['keys_not_sure'] = 'Marque la casilla de confirmación. No se quitó nada.';
$_ADDONLANG['keys_removed'] = 'La clave %s queda olvidada aquí. En WordPress.com sigue existiendo.';
$_ADDONLANG['keys_gone'] = 'Esa clave ya no está en la lista. No se hizo nada.';
$_ADDONLANG['keys_products'] = 'Claves de los productos';
$_ADDONLANG['keys_products_text'] = 'La clave de un producto vale para los planes que venda desde ahora; los que existen '
    . 'conservan la suya.';
$_ADDONLANG['keys_of_product'] = 'Clave de %s';
$_ADDONLANG['keys_of_addon'] = 'La del addon';
$_ADDONLANG['keys_choose'] = 'Guardar';
$_ADDONLANG['keys_chosen'] = '%1$s aprovisiona desde ahora los planes nuevos con la clave %2$s.';
$_ADDONLANG['keys_chosen_own'] = '%s aprovisiona desde ahora los planes nuevos con la clave del addon.';
$_ADDONLANG['keys_not_chosen'] = 'Elija una de las claves. No se cambió nada.';
$_ADDONLANG['keys_typed_otherwise'] = 'El secreto en los Module Settings de %1$s no es el que está guardado para la clave '
    . '%2$s. Borre allí antes el que no vale. No se cambió nada.';
$_ADDONLANG['keys_unrecorded'] = '%s tiene servicios de los que este módulo no tiene registro; sus planes quizá son de la clave que tiene ahora, y ninguna otra puede terminarlos. Tráigalos antes, en la pestaña Traslado. No se cambió nada.';
$_ADDONLANG['keys_typed_half'] = 'Los Module Settings de %s tienen un secreto sin su id de socio. Añada allí el id, o vacíe el secreto. No se cambió nada.';
$_ADDONLANG['keys_new'] = 'Crear una clave';
$_ADDONLANG['keys_new_text'] = 'Para un paquete o un revendedor: una clave por debajo de la del addon, con límites propios. '
    . 'Usted paga lo que aprovisiona. Un límite vacío es 0. Su secreto se muestra una vez, y se guarda aquí cifrado.';
$_ADDONLANG['keys_for_others'] = 'Las claves las crean, eligen y quitan los administradores completos, o los roles que nombra '
    . 'el ajuste Roles that may end plans del addon.';
$_ADDONLANG['keys_name'] = 'Nombre';
$_ADDONLANG['keys_limit'] = 'Límite de %s';
$_ADDONLANG['keys_notes'] = 'Notas';
$_ADDONLANG['keys_make'] = 'Crear la clave';
$_ADDONLANG['keys_bad_name'] = 'Dé a la clave un nombre de 1 a %d caracteres. No se creó nada.';
$_ADDONLANG['keys_bad_notes'] = 'Las notas pasan de %d caracteres. No se creó nada.';
$_ADDONLANG['keys_bad_limit'] = '"%s" no es un límite. Escriba un número entero; vacío es 0: entonces la clave no provee ninguno de esa clase. No se creó nada.';
$_ADDONLANG['keys_no_limit'] = 'Una clave cuyos límites son todos 0 no podría proveer nada. Dé un límite al menos a un plan. No se creó nada.';
$_ADDONLANG['keys_name_taken'] = 'Ya hay una clave llamada %s, o puede haberla. Elija otro nombre. No se creó nada.';
$_ADDONLANG['keys_cannot_keep'] = 'Este WHMCS no ofrece cifrado, así que el secreto no podría guardarse. No se creó nada.';
$_ADDONLANG['keys_pressed'] = 'Este formulario ya se envió, y todavía no se sabe si la clave %s se creó. No se volvió a pedir '
    . 'nada.';
$_ADDONLANG['keys_pressed_made'] = 'Este formulario se envió dos veces y creó una sola clave: %1$s, id de socio %2$s. Su '
    . 'secreto está guardado aquí cifrado; solo lo mostró la respuesta al primer clic.';
$_ADDONLANG['keys_made'] = 'La clave %1$s está creada; su id de socio es %2$s. Su secreto se muestra abajo, solo esta vez. '
    . 'Está guardado aquí cifrado: cópielo solo si lo usa en otro lugar.';
$_ADDONLANG['keys_made_lost'] = 'WordPress.com creó la clave %1$s, id de socio %2$s, pero no se pudo guardar aquí. Copie su '
    . 'secreto ahora: solo se muestra esta vez. Después escriba ambos en los Module Settings de un producto.';
$_ADDONLANG['keys_unheard'] = 'Puede haber en WordPress.com una clave %1$s cuyo secreto no tiene nadie. No se vuelve a pedir. '
    . 'Mire en el portal de socios, o pida a Automattic que la revoque. %2$s';
$_ADDONLANG['keys_secret_of'] = 'Secreto de %1$s, id de socio %2$s';
$_ADDONLANG['keys_copy'] = 'Copiar';
$_ADDONLANG['keys_lost'] = 'Pedida el %s, sin respuesta conocida: puede haber en WordPress.com una clave así cuyo secreto no '
    . 'tiene nadie. Mire en el portal de socios, o pida a Automattic que la revoque.';
$_ADDONLANG['keys_note'] = 'Ya he mirado';
$_ADDONLANG['keys_noted'] = 'Ya no está en la lista. Su nombre puede volver a usarse.';
$_ADDONLANG['keys_not_allowed'] = 'Su rol no permite crear, elegir ni quitar claves. No se hizo nada; pregunte a un '
    . 'administrador completo, o vea el ajuste Roles that may end plans del addon.';

$_ADDONLANG['products_text'] = 'Marque los planes que vende. Cada uno pasa a ser un producto con sus Custom Fields y un correo de bienvenida. Está oculto hasta que '
    . 'desmarque Hidden en WHMCS, y sin precio no se puede pedir. Los productos que existen quedan como están.';
$_ADDONLANG['products_features'] = 'Qué hacen las partes de Jetpack';
$_ADDONLANG['products_cost'] = 'Costo al mes, %s';
$_ADDONLANG['products_monthly'] = 'Precio al mes, %s';
$_ADDONLANG['products_annually'] = 'Precio al año, %s';
$_ADDONLANG['products_margin'] = 'le quedan %s';
$_ADDONLANG['products_margins'] = 'Le quedan: %s';
$_ADDONLANG['products_kind'] = 'Hacer de cada plan';
$_ADDONLANG['products_kind_product'] = 'un producto';
$_ADDONLANG['products_kind_addon'] = 'un Product Addon, que se pide junto a otro producto';
$_ADDONLANG['products_kind_both'] = 'ambos';
$_ADDONLANG['products_unknown_kind'] = 'Elija qué se hace de cada plan. No se creó nada.';
$_ADDONLANG['products_addon'] = 'Product Addon';
$_ADDONLANG['products_addon_named'] = '%s (Product Addon)';
$_ADDONLANG['products_beside'] = 'Los clientes pueden pedir los Product Addons junto a';
$_ADDONLANG['products_beside_none'] = 'Todavía no hay ningún producto junto al que se pueda pedir un Product Addon; cuando lo haya, elíjalo en la página del Product Addon.';
$_ADDONLANG['products_tax'] = 'Cobrar impuestos, como esté puesto en WHMCS';
$_ADDONLANG['products_save_costs'] = 'Guardar costos';
$_ADDONLANG['products_costs_saved'] = 'Lo que le cuestan los planes está guardado; solo esta página lo muestra.';
$_ADDONLANG['products_none_chosen'] = 'Marque al menos un plan. No se creó nada.';
$_ADDONLANG['products_no_amount'] = '%s: %s no es un importe. Escríbalo como 9,95, o déjelo vacío. No se guardó ni se creó nada.';
$_ADDONLANG['cycle_monthly'] = 'Mensual';
$_ADDONLANG['cycle_annually'] = 'Anual';
$_ADDONLANG['plan_free'] = 'Lo que Jetpack hace sin un plan de pago.';
$_ADDONLANG['plan_personal'] = 'El menor de tres paquetes.';
$_ADDONLANG['plan_premium'] = 'El mediano de tres paquetes; contiene Personal.';
$_ADDONLANG['plan_professional'] = 'El mayor de tres paquetes; contiene Premium.';
$_ADDONLANG['plan_jetpack-backup-daily'] = 'Copias de seguridad, una al día.';
$_ADDONLANG['plan_jetpack-backup-realtime'] = 'Copias de seguridad según cambia el sitio; contiene Backup Daily.';
$_ADDONLANG['plan_jetpack-scan'] = 'Busca software malicioso.';
$_ADDONLANG['plan_jetpack-anti-spam'] = 'Mantiene comentarios y formularios sin spam.';
$_ADDONLANG['plan_complete'] = 'Backup, Scan, Anti-spam y VideoPress en uno. Solo si su contrato lo nombra.';
$_ADDONLANG['plan_jetpack-videopress'] = 'Aloja los vídeos del sitio. Solo si su contrato lo nombra.';
$_ADDONLANG['plan_further'] = 'Nombrado por el ajuste Further plans del addon.';
$_ADDONLANG['paths_title'] = 'Cambiar de plan';
$_ADDONLANG['paths_missing'] = 'Los clientes aún no pueden pasar por sí mismos de cada uno de los cuatro planes a los demás. Faltan caminos en: %s.';
$_ADDONLANG['paths_button'] = 'Dejar que los clientes cambien';
$_ADDONLANG['paths_completed'] = 'Los clientes pueden cambiar entre estos productos, hacia arriba y hacia abajo. WHMCS lo muestra en la pestaña Upgrades de los productos.';
$_ADDONLANG['paths_failed'] = 'WHMCS no aceptó los caminos. No se cambió nada; póngalos en la pestaña Upgrades de los productos. El registro de módulos dice por qué.';
$_ADDONLANG['products_group'] = 'Grupo de productos';
$_ADDONLANG['products_button'] = 'Crear productos';
$_ADDONLANG['no_group'] = 'Los productos pertenecen a un grupo de productos, y aún no hay ninguno.';
$_ADDONLANG['create_group'] = 'Crear un grupo de productos';
$_ADDONLANG['unknown_group'] = 'Elija uno de los grupos de productos.';
$_ADDONLANG['created'] = 'Creados: %s. Los que no tienen precio reciben uno en su pestaña Pricing; después desmarque Hidden.';
$_ADDONLANG['nothing_created'] = 'Todos los marcados ya existen. No se cambió nada.';
$_ADDONLANG['creation_failed'] = 'No se pudo crear %s: %s Pulse de nuevo cuando eso esté corregido; lo que existe no se crea dos veces.';
$_ADDONLANG['no_mail'] = 'No se pudo crear el correo de bienvenida; elija otro en su pestaña Details. El registro de módulos dice por qué.';
$_ADDONLANG['plan'] = 'Plan';
$_ADDONLANG['product'] = 'Producto';
$_ADDONLANG['state'] = 'Estado';
$_ADDONLANG['hidden'] = 'oculto';
$_ADDONLANG['visible'] = 'a la venta';
$_ADDONLANG['absent'] = 'no creado';

$_ADDONLANG['not_allowed'] = 'Su rol no puede terminar planes ni dejar de gestionarlos. No se hizo nada; pregunte a un administrador completo, o vea el ajuste Roles that may end '
    . 'plans del addon.';
$_ADDONLANG['bad_token'] = 'El formulario era demasiado antiguo o no venía de esta página. No se hizo nada; inténtelo de nuevo.';
$_ADDONLANG['success'] = 'Éxito';
$_ADDONLANG['problem'] = 'Problema';
$_ADDONLANG['failed'] = 'Esta página falló de forma inesperada. El registro de módulos dice dónde; por favor, infórmelo.';

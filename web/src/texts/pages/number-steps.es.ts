import type { Same } from "../same.ts";
import type { steps as en } from "./number-steps.en.ts";

export const steps: Same<typeof en> = {
  nothing: "No hay nada que hacer.",
  connect_number:
    "Pulse Conectarlo abajo: la página guiada dice dónde está cada cosa en Meta. Lo que ya llegó se conserva.",
  enter_token:
    "Cree un token nuevo de un usuario del sistema; un administrador lo pone abajo en Configurar, Cambiar el token (o como WHATSAPP_ACCESS_TOKEN si los ajustes del servidor nombran el número). En Meta: business.facebook.com, Configuración, Usuarios, Usuarios del sistema, Generar token; elija whatsapp_business_messaging y whatsapp_business_management.",
  restore_key:
    "Arranque Baton con la BATON_SECRET_KEY, o el archivo secret.key, de la máquina anterior; o vuelva a poner el token y los secretos.",
  enter_app_secret:
    "Un administrador la pone en la página guiada (o como WHATSAPP_APP_SECRET si los ajustes del servidor nombran el número). En Meta: developers.facebook.com, Mis apps, su app, Configuración, Básica, Clave secreta de la app.",
  give_permission:
    "En Meta: business.facebook.com, Configuración, Usuarios, Usuarios del sistema. Asigne la cuenta de WhatsApp al usuario con control total y cree un token con whatsapp_business_messaging.",
  fix_billing:
    "En Meta: business.facebook.com, Facturación y pagos, cuenta de WhatsApp Business. Añada o renueve un método de pago.",
  open_account_quality:
    "En Meta: business.facebook.com/business-support-home. Elija la cuenta; allí dice el motivo y se puede pedir una revisión.",
  send_less:
    "Envíe solo lo que las personas esperan y menos mensajes a la vez. En Meta: WhatsApp Manager, Herramientas de la cuenta, Números de teléfono muestra cuándo acaba el límite.",
  resume_number:
    "Primero resuelva la causa, que indica el código de WhatsApp. Después pulse Reanudar; con un token que vuelve a funcionar se reanuda solo.",
  register_number:
    "En Meta: WhatsApp Manager, Herramientas de la cuenta, Números de teléfono. Termine allí el registro del número con su PIN de seis cifras.",
  wait: "Espere; ahora no hace falta nada. El estado de Meta está en metastatus.com.",
  look_at_costs:
    "Vea en la página de costes cuánto cuesta un mensaje donde están sus clientes. Diga en un mensaje lo que cabe en uno; lo escrito en el teléfono del negocio sigue siendo gratis.",
  look_at_failed:
    "Abra las solicitudes afectadas; cada mensaje que falló dice por qué y qué más se puede hacer.",
  fetch_media_again: "Abra los mensajes afectados y pulse Traer de nuevo.",
  replay_dead: "Inténtelas de nuevo: en la página de lo que entró, o con la orden «baton intake replay».",
  check_webhook:
    "Escriba al número desde cualquier teléfono. Si en un minuto no aparece nada, mire por este orden: metastatus.com; en Meta su app, WhatsApp, Configuración, si la dirección es esta y «messages» está suscrito; si la app está activa y la clave secreta no cambió; si cortafuegos, proxy y certificado dejan entrar a WhatsApp.",
  reconnect:
    "Si no fue a propósito, conéctela de nuevo: con la app Business en el teléfono en Ajustes, Cuenta, Plataforma de empresa; si no, en Meta, WhatsApp Manager, Socios.",
  look_at_review:
    "En Meta: business.facebook.com, Configuración, Centro de seguridad y Cuentas de WhatsApp. Allí dice qué falta; se puede pedir otra revisión.",
  look_at_quality:
    "En Meta: WhatsApp Manager, Estadísticas, Calidad. Envíe plantillas solo a quien las pidió; la calificación se recupera en siete días.",
  choose_name:
    "En Meta: WhatsApp Manager, Herramientas de la cuenta, Números de teléfono, Perfil. Elija un nombre que muestre su negocio, como en su web, y envíelo de nuevo.",
  check_pin:
    "Pregunte en el equipo quién lo hizo. Si no fue nadie, ponga un PIN nuevo en Meta: WhatsApp Manager, Números de teléfono, Verificación en dos pasos, y revise quién tiene acceso.",
  look_at_templates:
    "En Meta: WhatsApp Manager, Plantillas de mensajes. Abra cada una; dice qué cambiar. Hasta entonces use otra plantilla.",
  share_history:
    "Si quiere aquí los chats antiguos, desconecte y conecte de nuevo el número en el teléfono y permita compartirlos. Si no, déjelo así.",
  read_notice: "Mírelo una vez. Si nada más cambia, no hay nada que hacer.",
};

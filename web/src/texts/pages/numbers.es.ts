import type { Same } from "../same.ts";
import { steps } from "./number-steps.es.ts";
import type { numbers as en } from "./numbers.en.ts";

export const numbers = {
  page: {
    title: "Números de WhatsApp",
    lastDelivery: "Última señal de WhatsApp: {{time}}",
    neverHeard: "WhatsApp todavía no ha entregado nada aquí",
    house: "Todo lo que entra",
    none: "Todavía no hay números",
    noneText:
      "Un número aparece aquí en cuanto se conecta o en cuanto WhatsApp entrega algo para él. El día de muestra trae uno para probar.",
    begin: "Ver las formas de empezar",
    error: "No se pudieron leer los números",
    onlyManagers: "Esta página la ven gerentes y administradores.",
  },
  band: {
    see: "Ver qué hacer",
    more: "y {{n}} más",
  },
  kind: { real: "Su número", sample: "Número de muestra", unclaimed: "Sin configurar aquí" },
  level: { good: "Bien", watch: "Conviene mirarlo", act: "Le necesita" },
  card: {
    canSend: "Envío",
    yes: "puede enviar",
    no: "no puede enviar",
    quality: "Calidad",
    qualityLow: "baja",
    qualityFine: "buena",
    limit: "Personas nuevas al día",
    unlimited: "sin límite",
    throughput: "Velocidad",
    perSecond: "{{n}} mensajes por segundo",
    name: "Nombre visible",
    username: "Nombre de usuario",
    coexistence: "App Business",
    onPhone: "se usa también en un teléfono",
    notOnPhone: "no se ha visto en un teléfono",
    lastIn: "Último mensaje recibido",
    lastOut: "Último mensaje enviado",
    stops: "Dejaron la publicidad, 30 días",
    phoneNumberId: "ID del número",
    account: "ID de la cuenta",
    unknown: "WhatsApp no lo ha dicho",
    never: "ninguno aún",
  },
  decision: {
    approved: "aprobado",
    rejected: "no aceptado",
    pending: "en revisión",
    deferred: "en revisión",
    other: "{{word}}",
  },
  findings: "Lo que destaca",
  since: "desde {{time}}",
  until: "Hasta {{time}}",
  whatsappSays: "En palabras de WhatsApp: {{words}}",
  codes: "Códigos de WhatsApp: {{words}}",
  templates: "Plantillas: {{words}}",
  toDo: "Qué hacer",
  resume: "Reanudar",
  resumeFailed: "No ha funcionado. Inténtelo de nuevo en un momento.",
  heat: {
    title: "Mensajes recibidos por día y hora",
    lead: "las últimas cuatro semanas, en su hora; cuanto más marcado, más",
    none: "No entró nada en las últimas cuatro semanas.",
    notYet: "Lo que acaba de llegar se cuenta aquí en unos minutos.",
    cell: "{{n}} por semana",
    most: "máximo: {{n}} en una hora",
    total: "{{n}} en cuatro semanas",
    day: "Día",
  },
  notices: {
    title: "Lo que dijo WhatsApp",
    others: "Lo que dijo WhatsApp de otras cuentas",
    othersText: "Ningún número de aquí pertenece a estas cuentas. No se tira nada.",
    show: "Ver lo que dijo WhatsApp",
    hide: "Ocultarlo",
    none: "WhatsApp todavía no ha dicho nada de este número.",
    unknown: "Baton no lo conoce",
    whole: "Lo que llegó",
    more: "Ver más antiguos",
    error: "No se pudo leer lo que dijo WhatsApp",
  },
  finding: {
    unclaimed: {
      title: "Este número no está configurado aquí",
      means:
        "WhatsApp entrega mensajes para él y se guardan. Nadie puede responder desde aquí hasta que se conecte.",
    },
    silent: {
      title: "Hace demasiado que no entra nada",
      means:
        "A estas horas de la semana suelen entrar mientras tanto unos {{n}} mensajes. Puede que haya clientes escribiendo sin que nadie lo vea. Un día festivo puede parecer lo mismo.",
    },
    no_app_secret: {
      title: "Falta la clave secreta de la app",
      means: "Sin ella no se puede comprobar lo que entrega WhatsApp, así que se rechaza todo.",
    },
    no_token: {
      title: "Falta el token de acceso",
      means: "Se pueden leer mensajes, pero no enviar respuestas.",
    },
    sealed_elsewhere: {
      title: "No se pueden abrir los secretos del número",
      means: "Se sellaron con otra clave, como tras mudarse a otra máquina. No se pueden enviar respuestas.",
    },
    paused: {
      title: "No se envía nada con este número porque WhatsApp lo rechazó",
      means: "Lo que se escribe espera en su orden y sale al reanudar el número; no se pierde nada.",
    },
    account_deleted: {
      title: "La cuenta de WhatsApp Business fue eliminada",
      means: "Ya no se pueden recibir ni enviar mensajes con ella.",
    },
    account_disabled: {
      title: "WhatsApp ha desactivado la cuenta",
      means: "No se pueden recibir ni enviar mensajes hasta que WhatsApp la restablezca.",
    },
    account_disable_scheduled: {
      title: "WhatsApp va a desactivar la cuenta",
      means: "Si la decisión no cambia, los mensajes se detendrán en ambos sentidos.",
    },
    account_restricted: {
      title: "WhatsApp ha restringido la cuenta",
      means:
        "Algunos tipos de mensajes quedan retenidos por ahora. Las respuestas dentro de 24 horas suelen funcionar.",
    },
    account_disconnected: {
      title: "La cuenta se desconectó de esta app",
      means: "WhatsApp ya no entrega aquí sus mensajes y no se puede enviar nada.",
    },
    token_refused: {
      title: "WhatsApp no acepta el token de acceso",
      means:
        "Caducó o fue retirado. Las respuestas se guardan y quedan marcadas como no enviadas ({{n}} en el último día).",
    },
    permission_refused: {
      title: "El token no puede enviar con este número",
      means: "Falta un permiso o la asignación de la cuenta. Sin enviar en el último día: {{n}}.",
    },
    payment_refused: {
      title: "WhatsApp pide una forma de pago",
      means:
        "Los mensajes que cuestan dinero quedan retenidos hasta resolver el pago. Sin enviar en el último día: {{n}}.",
    },
    account_locked: {
      title: "WhatsApp se niega a enviar con esta cuenta",
      means: "Está bloqueada o restringida. Sin enviar en el último día: {{n}}.",
    },
    spam_limited: {
      title: "WhatsApp ha limitado lo que este número puede enviar",
      means: "Demasiadas personas bloquearon o denunciaron sus mensajes. Sin enviar en el último día: {{n}}.",
    },
    not_registered: {
      title: "El número no está registrado para enviar",
      means: "WhatsApp lo conoce, pero todavía no le deja enviar. Sin enviar en el último día: {{n}}.",
    },
    dead_deliveries: {
      title: "Algunas entregas de WhatsApp no se pudieron leer",
      means: "Se guardan enteras y se pueden intentar de nuevo; no se pierde nada. En espera: {{n}}.",
    },
    review_rejected: {
      title: "La revisión de la cuenta terminó con un no",
      means: "Pueden quedar retenidas las plantillas y los mensajes a personas nuevas.",
    },
    name_rejected: {
      title: "No se aceptó el nombre visible",
      means: "Los clientes ven el número, o el nombre anterior, en lugar del que usted pidió.",
    },
    quality_low: {
      title: "WhatsApp califica la calidad como baja",
      means:
        "Hubo clientes que bloquearon o denunciaron mensajes. Si sigue así, se podrá escribir primero a menos personas al día.",
    },
    pin_reset_requested: {
      title: "Alguien pidió restablecer el PIN del número",
      means: "El PIN evita que el número se registre en otro lugar.",
    },
    account_alert: {
      title: "WhatsApp avisó de algo sobre la cuenta",
      means: "Dice con un código de qué se trata; puede depender de ello un límite o una función.",
    },
    account_violation: {
      title: "WhatsApp encontró un incumplimiento de sus normas",
      means: "Uno es una advertencia. Varios llevan a restricciones.",
    },
    limit_lowered: {
      title: "Se puede escribir primero a menos personas al día",
      means: "Responder a quien le escribe no se ve afectado.",
    },
    rate_limited: {
      title: "Se envió más a la vez de lo que WhatsApp permite",
      means: "Lo rechazado por velocidad se intenta solo otra vez. Rechazados en el último día: {{n}}.",
    },
    sends_failing: {
      title: "Varios mensajes no llegaron a sus lectores",
      means: "Cada uno dice su motivo en su conversación. Sin entregar en el último día: {{n}}.",
    },
    free_tier_used: {
      title: "Las entregas gratis de este mes se han agotado",
      means: "Hasta fin de mes cada mensaje que escriba cuesta. Gratis cada mes: {{n}}.",
    },
    free_tier_low: {
      title: "Quedan pocas entregas gratis este mes",
      means: "Quedan este mes: {{n}}. Después, cada mensaje que escriba cuesta.",
    },
    media_failing: {
      title: "No se pudieron traer algunas fotos o archivos",
      means: "WhatsApp los guarda siete días. Sin traer en el último día: {{n}}.",
    },
    review_pending: {
      title: "WhatsApp está revisando la cuenta",
      means: "Mientras tanto todo funciona como antes.",
    },
    name_pending: {
      title: "El nombre visible está en revisión",
      means: "Hasta que se apruebe, los clientes pueden ver el número en su lugar.",
    },
    pin_changed: {
      title: "Se cambió el PIN del número",
      means: "Está bien si lo hizo alguien de su equipo.",
    },
    templates_disabled: {
      title: "WhatsApp desactivó plantillas",
      means: "Ya no se pueden enviar. Afectadas: {{n}}.",
    },
    templates_paused: {
      title: "WhatsApp pausó plantillas",
      means:
        "No se pueden enviar durante unas horas, porque hubo clientes que no las querían. Afectadas: {{n}}.",
    },
    templates_rejected: {
      title: "No se aceptaron plantillas",
      means: "No se pueden enviar hasta cambiarlas. Afectadas: {{n}}.",
    },
    templates_flagged: {
      title: "Hay plantillas a punto de pausarse",
      means: "Hubo clientes que no las querían, o se enviaron demasiado. Afectadas: {{n}}.",
    },
    templates_low_quality: {
      title: "Hay plantillas mal recibidas",
      means: "Si sigue así, WhatsApp las pausa. Afectadas: {{n}}.",
    },
    templates_category: {
      title: "WhatsApp cambia la categoría de plantillas",
      means: "La categoría decide el precio y quién puede recibirlas. Afectadas: {{n}}.",
    },
    history_declined: {
      title: "No se compartieron los chats del teléfono",
      means: "Los mensajes nuevos entran como siempre; los antiguos siguen en el teléfono.",
    },
    whatsapp_error: {
      title: "WhatsApp informó de un error propio",
      means: "No pertenece a ningún mensaje. Uno suelto suele pasar solo.",
    },
    unknown_notice: {
      title: "WhatsApp envió un aviso que Baton no conoce: {{field}}",
      means: "Se guarda abajo, tal como llegó.",
    },
    account_reinstated: {
      title: "WhatsApp restableció la cuenta",
      means: "Los mensajes vuelven a ir en ambos sentidos.",
    },
    disconnected: {
      title: "Se desconectó aquí",
      means: "No se envía ni se recibe nada con él. Lo dicho se queda.",
    },
    all_well: {
      title: "No destaca nada",
      means: "WhatsApp no informa de problemas y los mensajes llegan como siempre.",
    },
  },
  step: steps,
} satisfies Same<typeof en>;

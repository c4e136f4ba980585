/** The rest of the report in Spanish. */
import type { DetailsIn } from "./words.en.ts";

export const details: DetailsIn<"one" | "other"> = {
  kind: {
    photo: "foto",
    video: "vídeo",
    gif: "GIF",
    voice: "nota de voz",
    audio: "audio",
    document: "documento",
    sticker: "sticker",
    contact: "contacto",
    location: "ubicación",
    live_location: "ubicación en vivo",
    poll: "encuesta",
    event: "evento",
    call: "llamada",
    deleted: "mensaje eliminado",
    view_once: "visto una vez",
    media: "fuera de la exportación",
    system: "WhatsApp",
    text: "sin palabras",
  },
  notTold: {
    title: "Lo que no se pudo saber",
    nothing: "Nada lo impidió.",
    photos: {
      one: "{count} foto no estaba en la exportación.",
      other: "{count} fotos no estaban en la exportación.",
    },
    voice_notes: {
      one: "{count} nota de voz no se escuchó.",
      other: "{count} notas de voz no se escucharon.",
    },
    videos: {
      one: "{count} vídeo no estaba en la exportación.",
      other: "{count} vídeos no estaban en la exportación.",
    },
    files: { one: "{count} archivo no se leyó.", other: "{count} archivos no se leyeron." },
    calls: {
      one: "{count} llamada: nada de lo que se dijo.",
      other: "{count} llamadas: nada de lo que se dijo.",
    },
    deleted: { one: "Se eliminó {count} mensaje.", other: "Se eliminaron {count} mensajes." },
    perhaps_one_person: "{one} y {two} pueden ser la misma persona. Se contaron como dos.",
    no_clear_end: {
      one: "{count} pedido no tiene un final claro; cuenta como abierto.",
      other: "{count} pedidos no tienen un final claro; cuentan como abiertos.",
    },
    unreadable: {
      one: "{count} línea del archivo no se pudo leer; se guarda y se cuenta.",
      other: "{count} líneas del archivo no se pudieron leer; se guardan y se cuentan.",
    },
    language:
      "El {share} de los mensajes está en un idioma que aquí aún no se conoce; se leyeron solo por sus horas.",
    dateAmbiguous: "No se pudo saber si en las fechas va primero el día o el mes. Se leyó {order}.",
    dateConcluded: "Si va primero el día o el mes se dedujo del chat, no está probado. Se leyó {order}.",
    role_unsure: "No está claro de qué lado están: {names}.",
    too_few_requests: {
      one: "Falta {count} pedido para que una cifra diga algo.",
      other: "Faltan {count} pedidos para que una cifra diga algo.",
    },
    one_shift: "No se encontró cambio de turno; no se puede decir nada de los relevos.",
    one_person: "Una sola persona responde; no se puede decir nada del reparto.",
    outside: "Las llamadas y lo hablado en persona no dejan rastro en un chat.",
  },
  people: {
    title: "Tomados como el negocio",
    others: { one: "{count} cliente", other: "{count} clientes" },
    nobody: "Nadie. Digan quién es y las cifras cambian.",
    correct: '¿No es así? Con --staff "Nombre, Nombre" las cifras cambian.',
    messages: { one: "{count} mensaje", other: "{count} mensajes" },
    unsure: "no es seguro",
    role: { staff: "equipo", worker: "operario", client: "cliente", bot: "automático" },
    said_by_you: "lo dijeron ustedes",
    answers: "el {share} de sus mensajes responde a alguien",
    breadth: { one: "habla con {count} persona", other: "habla con {count} personas" },
    promises: { one: "hizo {count} promesa", other: "hizo {count} promesas" },
    reports_work: { one: "informó de trabajo {count} vez", other: "informó de trabajo {count} veces" },
    asks: "el {share} de sus mensajes pide algo",
    made_the_group: "creó el grupo",
    hours: "el {share} en horas de trabajo",
    named_like_the_business: "se llama como el negocio",
    sends_the_same: "envía siempre las mismas palabras",
  },
  time: {
    none: "menos de 1 min",
    minutes: "{m} min",
    hours: "{h} h",
    hoursMinutes: "{h} h {mm}",
    days: "{d} d",
    daysHours: "{d} d {h} h",
  },
  order: { DMY: "día, mes, año", MDY: "mes, día, año", YMD: "año, mes, día" },
  mask: {
    client: "Cliente {n}",
    staff: "Equipo {n}",
    worker: "Operario {n}",
    bot: "Automático {n}",
    name: "Nombre {n}",
    number: "Número {n}",
    address: "Dirección {n}",
  },
  how: {
    title: "Cómo se hace cada cifra",
    interval:
      "Cada parte lleva su intervalo al 95 %: con pocos casos es ancho. El consejo mira el extremo bajo y pide al menos {least} casos, para que la casualidad no pida cambios.",
    request: [
      "Pedido",
      "Una cosa que alguien necesita, también las preguntas pequeñas. Encontrarlos en la charla es una suposición; aquí se puede ver cada uno.",
    ],
    chase: [
      "Insistencia",
      "Un mensaje del cliente que solo vuelve a preguntar: en al menos 15 minutos no se le dijo nada, o pasaron 4 horas de trabajo desde la última respuesta. Un dato nuevo o una respuesta no lo es.",
    ],
    resolved: [
      "El final",
      "Confirmado: lo dice el cliente. Hecho: solo lo dice el negocio. En silencio: 72 horas sin palabra tras una respuesta. Si no, cuenta como abierto.",
    ],
    shift: [
      "Caídos entre turnos",
      "De los pedidos abiertos cuando terminó el turno de quien habló por último: aquellos en que lo siguiente fue una insistencia, o nada en 2 horas desde que empezó el turno siguiente sin hora acordada. Observar desde {watch}, actuar desde {act}, y más que sin cambio.",
    ],
    reactive: [
      "Seguimiento solo tras insistir",
      "De lo que el negocio dijo tras al menos 4 horas de trabajo en silencio sobre un pedido abierto: la parte dicha justo tras una insistencia. Observar desde {watch}, actuar desde {act}.",
    ],
    visibility: [
      "Visible sin leer",
      "La parte de los pedidos cuyo estado se sabe con una confianza de al menos 0,9. No entra en el consejo.",
    ],
    bottleneck: [
      "En manos de una persona",
      "De todas las esperas, insistencias y caídas: la parte en pedidos que solo una de al menos tres personas conoce, cuando otros podrían haberlos tomado. Observar desde {watch}, actuar desde {act}. Hacer la mayor parte del trabajo no es una señal.",
    ],
    times: [
      "Cuánto tarda",
      "Desde el primer mensaje del cliente. En las medianas lo abierto cuenta como aún no terminado (Kaplan-Meier), para que lo lento no desaparezca.",
    ],
    advice: [
      "El consejo",
      "Añadir estructura cuando una señal pasa su línea de actuar o dos pasan la de observar; observar cuando la pasa una; si no, seguir igual. No hay norma publicada: las líneas son nuestras.",
    ],
  },
};

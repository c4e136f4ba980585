import type { Same } from "../same.ts";
import type { failure as en } from "./failure.en.ts";

export const failure = {
  offline: "Sin conexión con Baton. No se envió nada.",
  wrong_login: "El usuario o la contraseña no son correctos.",
  wrong_password: "La contraseña actual no es correcta.",
  wrong_code: "Ese no es el código. Al arrancar de nuevo, el servidor escribe otro.",
  weak_password: "Esta contraseña es fácil de adivinar. Usa una más larga.",
  login_taken: "Alguien ya tiene este usuario. Elige otro.",
  last_admin: "Es el único administrador. Haz primero administrador a otra persona.",
  link_worthless: "Este enlace ya no sirve. Pide uno nuevo.",
  already_set_up: "Este Baton ya tiene un administrador. Entra con tu usuario.",
  deactivated: "Esta persona está desactivada. Tráela primero de vuelta.",
  too_many: "Demasiados intentos. Espera unos minutos.",
  busy: "Alguien ha cambiado lo mismo en este momento. Inténtalo otra vez.",
  database_away:
    "La base de datos no responde ahora mismo. Mira en un momento si se guardó; si no, inténtalo otra vez.",
  disk_full:
    "El disco del servidor está lleno y no se guardó nada. Avisa a quien lleva este Baton para que libere espacio.",
  needs_role: "Tu rol no permite esto.",
  contact_blocked: "Este contacto está bloqueado. Desbloquéelo para escribir.",
  block_day:
    "WhatsApp solo bloquea a quien escribió en las últimas 24 horas. Espere a que vuelva a escribir.",
  block_full: "Este número ya bloqueó a tantas personas como WhatsApp permite. Desbloquee a alguna.",
  whatsapp_away: "No se pudo alcanzar WhatsApp. Pruebe en un momento.",
  time_zone: "Esta zona horaria no se conoce. Elija una de la lista.",
  opening_spans: "Cada horario debe acabar después de empezar. Pasada la medianoche van en dos días.",
  opening_first: "Ponga antes el horario: sin él siempre está cerrado.",
  words_missing: "Escriba un texto en el idioma para todos los demás, o apáguelo.",
  number_is_sample: "Es el número del día de muestra. Quite antes el día de muestra.",
  number_from_environment: "Este número viene de la configuración del servidor. Quítelo allí antes.",
  token_from_environment: "Este token viene de WHATSAPP_ACCESS_TOKEN. Cámbielo allí y arranque otra vez.",
  nothing_heard: "Aún no ha llegado nada. Escriba antes al número desde un teléfono.",
  number_not_listed: "Este número ya no está en la lista. Vea los números otra vez.",
  connection_gone: "Esto se terminó o se abandonó en otro sitio. Mire los números.",
  token_first: "Escriba primero el token de acceso.",
  token_again: "Escriba el token de acceso otra vez: el guardado no va a otra dirección.",
  internal: "Baton tuvo un problema propio. Está anotado en su registro.",
  unexpected: "Baton no pudo responder. Intenta de nuevo en un momento.",
} satisfies Same<typeof en>;

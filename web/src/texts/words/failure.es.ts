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
  internal: "Baton tuvo un problema propio. Está anotado en su registro.",
  unexpected: "Baton no pudo responder. Intenta de nuevo en un momento.",
} satisfies Same<typeof en>;

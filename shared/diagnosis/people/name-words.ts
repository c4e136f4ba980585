/** What a name as saved in a phone says of its owner: the business's words, a trade, a flat. Pure. */
import { foldWord } from "../../words/words.ts";

export type NameSays = {
  /** A word of the group's title, or one for who answers for a business: "Office", "Recepción". */
  business: boolean;
  /** A word for who does the work outside: "driver", "técnico". */
  work: boolean;
  /** A flat, a shop or a number after the name, or a word for clients. */
  client: boolean;
};

const BUSINESS = wordSet(
  "office, ofc, admin, administration, support, helpdesk, desk, reception, receptionist, frontdesk, sales, bookings, booking, dispatch, dispatcher, coordinator, manager, mgr, supervisor, owner, boss, ops, operations, accounts, billing, ltd, llc, inc, gmbh, sarl, recepcion, soporte, atencion, secretaria, secretario, gerente, gerencia, encargado, encargada, coordinador, coordinadora, duena, dueno, ventas, reservas, oficina, atend, atendimento, atendente, recepcao, suporte, escritorio, vendas, dono, dona da loja, secretariat, secretaire, accueil, standard, patron, patronne, gerant, gerante, responsable, assistante, bureau, sekretariat, buro, buero, zentrale, kundendienst, empfang, chef, chefin, leitstelle, ofisi, meneja, msimamizi, bosi, mapokezi, owner, pemilik, kasir, cs, مكتب, الاداره, اداره, استقبال, الاستقبال, خدمه, الدعم, مدير, المدير, مديره, حجوزات, ऑफिस, कार्यालय, ऑफ़िस",
);
const WORK = wordSet(
  "housekeeping, cleaning, gardener, plumbing, electrics, electrical, sparks, sparky, heating, roofing, roofer, locksmith, painter, carpenter, joiner, glazier, menage, jardinier, jardinero, limpeza, diarista, jardineiro, putzfrau, reinigung, hausmeister, gartner, tech, technician, driver, rider, courier, plumber, electrician, mechanic, mechanist, cleaner, installer, fitter, engr, engineer, crew, helper, guard, foreman, delivery, tecnico, tecnica, chofer, conductor, repartidor, mensajero, plomero, fontanero, electricista, mecanico, instalador, ayudante, cuadrilla, albanil, limpieza, motorista, motoboy, entregador, encanador, eletricista, pedreiro, faxineira, instaladora, technicien, chauffeur, livreur, plombier, electricien, mecanicien, ouvrier, depanneur, monteur, fahrer, techniker, monteurin, handwerker, geselle, kurir, sopir, supir, teknisi, tukang, mandor, montir, fundi, dereva, mfanyakazi, mistri, mechanik, karigar, السايق, سايق, سائق, السائق, السواق, سواق, فني, الفني, مهندس, عامل, العامل, مندوب, المندوب, كهربائي, سباك, ड्राइवर, मिस्त्री",
);
const CLIENT = wordSet(
  "client, clients, customer, cliente, clienta, kunde, kundin, mteja, pelanggan, tenant, resident, inquilino, inquilina, apt, apto, apartment, flat, unit, villa, room, house, casa, depto, dpto, tower, block, zimmer, wohnung, residence, زبون, عميل, شقه, فيلا",
);
/** In titles of groups everywhere: they name no business. */
const GENERIC = wordSet(
  "group, grupo, groupe, gruppe, grup, kikundi, team, equipo, equipe, service, services, servicio, servicios, servico, customers, clientes, clients, kunden, wateja, pesanan, pelanggan, orders, pedidos, commandes, official, oficial, chat, whatsapp, the, and, los, las, del, das, dos, des, les, pour, und, der, die, von, dan, خدمه, العملاء, مجموعه, قروب, جروب, عملاء",
);

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(",").map((word) => foldWord(word.trim())));
}

const WORD = /[\p{L}\p{M}]+|\p{N}+/gu;
/** Digits stay as they are: flat 1 is not flat 2. */
export const nameWords = (name: string): string[] =>
  [...name.matchAll(WORD)].map(([word]) => (/^\p{N}/u.test(word) ? word : foldWord(word)));

/** A bare number is nobody's saved name. */
export const isPhoneNumber = (name: string): boolean => /^[~\s]*\+?[\p{N}\s().-]{7,}$/u.test(name);

export function whatNamesSay(people: readonly string[], title: string | null, isGroup: boolean): NameSays[] {
  const words = people.map((name) => (isPhoneNumber(name) ? [] : nameWords(name)));
  const holders = new Map<string, number>();
  for (const own of words) for (const word of new Set(own)) holders.set(word, (holders.get(word) ?? 0) + 1);
  const ofTitle = new Set(
    isGroup && title ? nameWords(title).filter((word) => word.length > 2 && !GENERIC.has(word)) : [],
  );
  // A word that most names hold tells none apart.
  const isTelling = (word: string) => ofTitle.has(word) && 2 * (holders.get(word) ?? 0) <= people.length;
  return words.map((own) => ({
    business: own.some((word) => BUSINESS.has(word) || isTelling(word)),
    work: own.some((word) => WORK.has(word)),
    client: own.some((word) => CLIENT.has(word)) || own.slice(1).some((word) => /^\p{N}{2,}/u.test(word)),
  }));
}

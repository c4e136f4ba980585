/** Where a phone's own clock runs: by its number's country, else by its language's, else by Greenwich. */

/** Dialling prefixes of the countries one is likely to play; where a country has several zones, its busiest. */
const BY_PREFIX: Readonly<Record<string, string>> = {
  "1555": "America/New_York",
  "20": "Africa/Cairo",
  "27": "Africa/Johannesburg",
  "31": "Europe/Amsterdam",
  "33": "Europe/Paris",
  "34": "Europe/Madrid",
  "39": "Europe/Rome",
  "44": "Europe/London",
  "48": "Europe/Warsaw",
  "49": "Europe/Berlin",
  "51": "America/Lima",
  "52": "America/Mexico_City",
  "54": "America/Argentina/Buenos_Aires",
  "55": "America/Sao_Paulo",
  "56": "America/Santiago",
  "57": "America/Bogota",
  "58": "America/Caracas",
  "60": "Asia/Kuala_Lumpur",
  "62": "Asia/Jakarta",
  "63": "Asia/Manila",
  "65": "Asia/Singapore",
  "84": "Asia/Ho_Chi_Minh",
  "90": "Europe/Istanbul",
  "91": "Asia/Kolkata",
  "92": "Asia/Karachi",
  "94": "Asia/Colombo",
  "212": "Africa/Casablanca",
  "213": "Africa/Algiers",
  "216": "Africa/Tunis",
  "221": "Africa/Dakar",
  "233": "Africa/Accra",
  "234": "Africa/Lagos",
  "251": "Africa/Addis_Ababa",
  "254": "Africa/Nairobi",
  "255": "Africa/Dar_es_Salaam",
  "256": "Africa/Kampala",
  "351": "Europe/Lisbon",
  "502": "America/Guatemala",
  "506": "America/Costa_Rica",
  "507": "America/Panama",
  "591": "America/La_Paz",
  "593": "America/Guayaquil",
  "595": "America/Asuncion",
  "598": "America/Montevideo",
  "880": "Asia/Dhaka",
  "961": "Asia/Beirut",
  "962": "Asia/Amman",
  "964": "Asia/Baghdad",
  "965": "Asia/Kuwait",
  "966": "Asia/Riyadh",
  "968": "Asia/Muscat",
  "971": "Asia/Dubai",
  "973": "Asia/Bahrain",
  "974": "Asia/Qatar",
  "977": "Asia/Kathmandu",
};

const BY_REGION: Readonly<Record<string, string>> = {
  AE: "Asia/Dubai",
  AR: "America/Argentina/Buenos_Aires",
  BR: "America/Sao_Paulo",
  CO: "America/Bogota",
  EG: "Africa/Cairo",
  ES: "Europe/Madrid",
  GB: "Europe/London",
  IN: "Asia/Kolkata",
  KE: "Africa/Nairobi",
  MX: "America/Mexico_City",
  SA: "Asia/Riyadh",
  US: "America/New_York",
};

export function timeZoneOf(number: string | null, locale: string | null): string {
  for (let length = 4; number !== null && length >= 2; length -= 1) {
    const zone = BY_PREFIX[number.slice(0, length)];
    if (zone !== undefined) return zone;
  }
  return BY_REGION[locale?.split("-")[1] ?? ""] ?? "UTC";
}

/** An address somebody else wrote, if it is one of the web; null for any other scheme. */
export function safeHref(url: string): string | null {
  const given = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`;
  if (!URL.canParse(given)) return null;
  const { protocol, href } = new URL(given);
  return protocol === "https:" || protocol === "http:" ? href : null;
}

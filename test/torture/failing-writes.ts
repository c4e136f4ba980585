/** Triggers that make writes fail where the product would only fail by a mistake, or by bad luck. */

/** Recording fails on bodies that say so: a mistake of ours that only some contents bring out. */
export const POISON = `
  create function poisoned() returns trigger language plpgsql as $$
  begin if new.body like 'poison%' then raise exception 'cannot take %', new.body; end if; return new; end $$;
  create trigger poisoned before insert on message_words for each row execute function poisoned()`;

/** The first three writes to a table fail as PostgreSQL says it of transactions that are in each other's way. */
export const strikes = (table: string, code: string) => `
  create sequence strikes;
  create function struck() returns trigger language plpgsql as $$
  begin if nextval('strikes') <= 3 then raise exception using errcode = '${code}'; end if; return new; end $$;
  create trigger struck before insert on ${table} for each row execute function struck()`;

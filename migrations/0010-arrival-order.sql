-- One sequence says in which order everything came: a delivery has the number its body had in the inbox, and a message is
-- numbered after its delivery (65,536 to each; a body of 3 MiB holds half of that at most). WhatsApp's times are whole
-- seconds; what was said within one stays in the order in which it came, whichever process wrote first.

alter table message alter column id drop identity;
select setval('inbox_id_seq', greatest(
  (select last_value from inbox_id_seq), (select coalesce(max(id), 0) / 65536 + 1 from message),
  (select coalesce(max(id), 0) + 1 from delivery)));
-- What we write ourselves comes between.
alter table message alter column id set default nextval('inbox_id_seq') * 65536;

alter table delivery alter column id drop default;
drop sequence delivery_id_seq;

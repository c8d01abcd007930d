-- Everybody may take a copy of what is held on them at any moment: the mails to an address have to be found without reading all.
ALTER TABLE mail ADD INDEX mail_to (to_address);

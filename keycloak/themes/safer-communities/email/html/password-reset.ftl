<#import "template.ftl" as mail>
<@mail.emailLayout title=msg("passwordResetSubject")>
  <@mail.heading>${msg("passwordResetHeading")}</@mail.heading>
  <@mail.greeting/>
  <@mail.text>${msg("passwordResetLead")}</@mail.text>
  <@mail.button link>${msg("passwordResetButton")}</@mail.button>
  <@mail.text>${msg("mailExpires", linkExpirationFormatter(linkExpiration))} ${msg("passwordResetUnexpected")}</@mail.text>
</@mail.emailLayout>

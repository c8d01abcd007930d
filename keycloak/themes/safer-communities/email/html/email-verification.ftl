<#import "template.ftl" as mail>
<@mail.emailLayout title=msg("emailVerificationSubject")>
  <@mail.heading>${msg("emailVerificationHeading")}</@mail.heading>
  <@mail.greeting/>
  <@mail.text>${msg("emailVerificationLead")}</@mail.text>
  <@mail.button link>${msg("emailVerificationButton")}</@mail.button>
  <@mail.text>${msg("mailExpires", linkExpirationFormatter(linkExpiration))} ${msg("emailVerificationUnexpected")}</@mail.text>
</@mail.emailLayout>

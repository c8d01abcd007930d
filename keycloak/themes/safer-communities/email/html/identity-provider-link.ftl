<#import "template.ftl" as mail>
<@mail.emailLayout title=msg("identityProviderLinkSubject", identityProviderDisplayName)>
  <@mail.heading>${msg("identityProviderLinkHeading")}</@mail.heading>
  <@mail.greeting/>
  <@mail.text>${msg("identityProviderLinkLead", identityProviderDisplayName, identityProviderContext.username)}</@mail.text>
  <@mail.text><strong>${msg("identityProviderLinkWarning")}</strong></@mail.text>
  <@mail.button link>${msg("identityProviderLinkButton")}</@mail.button>
  <@mail.text>${msg("mailExpires", linkExpirationFormatter(linkExpiration))}</@mail.text>
</@mail.emailLayout>

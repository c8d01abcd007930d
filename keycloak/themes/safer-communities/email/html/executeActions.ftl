<#import "template.ftl" as mail>
<@mail.emailLayout title=msg("executeActionsSubject")>
  <@mail.heading>${msg("executeActionsHeading")}</@mail.heading>
  <@mail.greeting/>
  <@mail.text>${msg("executeActionsLead")}</@mail.text>
  <#if requiredActions?? && requiredActions?has_content>
  <ul style="margin:0 0 16px; padding-left:24px;"><#list requiredActions as action><li>${msg("requiredAction.${action}")}</li></#list></ul>
  </#if>
  <@mail.button link>${msg("executeActionsButton")}</@mail.button>
  <@mail.text>${msg("mailExpires", linkExpirationFormatter(linkExpiration))} ${msg("executeActionsUnexpected")}</@mail.text>
</@mail.emailLayout>
